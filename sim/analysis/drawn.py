"""What the worlds of a run are made of, drawn once more: it is not stored."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

from sim.ensemble.run import Run
from sim.worlds import draws


def held_lines(run: Run) -> Bool[np.ndarray, "worlds lines"]:
    """Return which red lines are held in each world of a run, in the order of the scenario.

    Examples
    --------
    >>> import sim
    >>> held_lines(sim.run("2025-08-21", worlds=20, seed=1)).shape
    (20, 10)
    """
    names = [f"parties.{party}.red_lines.{line}.held" for line, (party, _) in run.case.red_lines.items()]
    drawn = draws(run.case, names, run.seed, 0, run.worlds)
    held = np.zeros((run.worlds, len(names)), dtype=bool)
    for place, name in enumerate(names):
        held[:, place] = drawn[name]
    return held
