"""Which packages survive the stated red lines, and whose line stops the others."""

from sim.compatibility.check import Check, Verdict, check
from sim.compatibility.positions import Positions, positions

__all__ = ["Check", "Positions", "Verdict", "check", "positions"]
