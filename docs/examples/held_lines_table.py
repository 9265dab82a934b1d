"""How often each stated red line is held, as a table; in the program: a file in `sim/analysis/`."""

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.worlds import draws


def held_lines(run: Run) -> pd.DataFrame:
    """Return a row for each line: `party`, `line`, and in how many worlds it is held, with the interval.

    Columns `count`, `share`, `low` and `high` come after those two; the lines held most often are first.
    """
    lines = [(party, line) for line, (party, _) in run.case.red_lines.items()]
    names = [f"parties.{party}.red_lines.{line}.held" for party, line in lines]
    held = draws(run.case, names, run.seed, 0, run.worlds)
    counts = np.array([held[name].sum() for name in names], float)
    table = pd.DataFrame(lines, columns=["party", "line"]).assign(**with_shares(counts, run.worlds))
    return stamped(table.sort_values("share", ascending=False, kind="stable", ignore_index=True), run)
