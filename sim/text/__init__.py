"""Checks, runs and watched negotiations as text that a person reads in a terminal."""

from sim.text.check_text import check_text
from sim.text.summary_text import summary_text
from sim.text.watch_text import watch_text

__all__ = ["check_text", "summary_text", "watch_text"]
