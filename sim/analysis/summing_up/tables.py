"""The table behind each picture of a run, by the picture's name."""

from __future__ import annotations

import pandas as pd

from sim.analysis.checked.compatibility_table import compatibility_table, crossed_lines
from sim.analysis.summing_up.agreed_options import agreed_options
from sim.analysis.summing_up.endings import outcome_distribution
from sim.analysis.summing_up.in_the_way import in_the_way
from sim.analysis.summing_up.in_the_way_sets import with_conflict
from sim.analysis.summing_up.timing import time_to_ending
from sim.analysis.summing_up.utilities import utilities
from sim.compatibility import check
from sim.ensemble.run import Run


def tables(run: Run, version: str) -> dict[str, pd.DataFrame]:
    """Return picture name -> table."""
    stated = check(run.case)
    return {
        "compatibility_matrix": compatibility_table(stated, version),
        "crossed_lines": crossed_lines(stated, version),
        "outcome_distribution": outcome_distribution(run),
        "agreed_options": agreed_options(run),
        "utilities_by_party": utilities(run),
        "time_to_agreement": time_to_ending(run),
        "in_the_way": with_conflict(in_the_way(run), run),
    }
