"""Checks, runs and watched negotiations as text that a person reads in a terminal.

What loads more than a check needs, to explore a run, say, is imported from its own file.
"""

from sim.text.check_text import check_text
from sim.text.comparison_text import comparison_text
from sim.text.diff_text import diff_text
from sim.text.difference_text import difference_text
from sim.text.package_text import package_text
from sim.text.runs_text import runs_text
from sim.text.summary_text import summary_text
from sim.text.sweep_text import sweep_text
from sim.text.tipping_text import tipping_text
from sim.text.watch_text import watch_text

__all__ = [
    "check_text",
    "comparison_text",
    "diff_text",
    "difference_text",
    "package_text",
    "runs_text",
    "summary_text",
    "sweep_text",
    "tipping_text",
    "watch_text",
]
