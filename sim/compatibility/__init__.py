"""Which packages survive the stated red lines, and whose line stops the others."""

from sim.compatibility.check import Check, NearMiss, Variant, Verdict, check
from sim.compatibility.difference import Difference, difference
from sim.compatibility.positions import Positions, positions

__all__ = [
    "Check",
    "Difference",
    "NearMiss",
    "Positions",
    "Variant",
    "Verdict",
    "check",
    "difference",
    "positions",
]
