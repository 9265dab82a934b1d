"""Whether all worlds of a run are one: then there is no sampling error to tell of."""

from __future__ import annotations

from sim.ensemble.run import Run
from sim.worlds import uncertain


def all_one(run: Run) -> bool:
    """Tell whether nothing in the scenario of a run is uncertain, and all its worlds end alike.

    Where the order of speaking is drawn, worlds that happen to end alike are not one.

    Examples
    --------
    >>> import sim
    >>> all_one(sim.run("published/elmira", worlds=3)), all_one(sim.run("2025-08-21", worlds=1))
    (True, False)
    """
    if uncertain(run.case) or run.case.negotiation.order == "drawn":
        return False
    return not run.frame(["ending", "package", "round"]).drop_duplicates().iloc[1:].size
