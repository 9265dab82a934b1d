"""Checks, runs and watched negotiations as text that a person reads in a terminal."""

from sim.text.check_text import check_text
from sim.text.difference_text import difference_text
from sim.text.package_text import package_text
from sim.text.summary_text import summary_text
from sim.text.watch_text import watch_text

__all__ = ["check_text", "difference_text", "package_text", "summary_text", "watch_text"]
