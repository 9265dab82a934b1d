"""What-ifs from Python: compare two cases world by world, sweep values, find where the answer tips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim import api
from sim.language import Changes
from sim.scenario import Scenario

if TYPE_CHECKING:
    import pandas as pd

    from sim.analysis.comparing.comparison import Comparison
    from sim.analysis.tipping.tipping import TippingPoint
    from sim.negotiation.outcomes import Outcomes


def compare(
    a: api.Run | Scenario | str | Path, b: api.Run | Scenario | str | Path, **playing: Any
) -> Comparison:
    """Compare a variant `b` with its base `a`, world by world.

    Parameters
    ----------
    a, b
        Runs, or cases that are played first, `b` with the worlds, the seed and the design of `a`.
    playing
        How cases are played, as in `sim.run`: `worlds`, `seed`, `out`, `workers`, ...

    Raises
    ------
    InputError
        If worlds cannot be paired: of runs with another seed, number of worlds, design or version.

    Examples
    --------
    >>> import sim
    >>> firm = sim.load("2025-08-21")
    >>> soft = sim.load("2025-08-21", {"parties.russia.red_lines.no-foreign-troops": None})
    >>> found = compare(firm, soft, worlds=100, seed=1)
    >>> found.as_dict()["pairs"]
    100
    """
    from sim.analysis.comparing.comparison import comparison  # noqa: PLC0415

    base = a if isinstance(a, api.Run) else api.run(a, **playing)
    if isinstance(b, api.Run):
        return comparison(base, b)
    other = b if isinstance(b, Scenario) else api.load(b)
    return comparison(base, api.run(other.but(ensemble=base.case.ensemble), **_unsized(playing)))


def sweep(case: str | Path, changes: Changes = (), **playing: Any) -> pd.DataFrame:
    """Play every point of a case's sweep, all with the same worlds; return one row for each.

    Parameters
    ----------
    case, changes
        As in `sim.load`; the sweep may be among the changes.
    playing
        How points are played, as in `sim.run`.

    Returns
    -------
    A column for each swept path, then shares of the endings, and each party's mean utility.

    Examples
    --------
    >>> rounds = {"negotiation.rounds": [5, 40]}
    >>> list(sweep("2025-08-21", {"sweep": rounds}, worlds=50, seed=1)["negotiation.rounds"])
    [5, 40]
    """
    from sim.analysis.sweep_table import sweep_table  # noqa: PLC0415

    found = api.points(case, changes, allow_code=playing.get("allow_code", False))
    return sweep_table((point.values, api.run(point.scenario, **playing)) for point in found)


def tip(
    case: str | Path,
    path: str,
    target: str,
    between: tuple[float, float] | str | None = None,
    *,
    tolerance: float | None = None,
    worlds: int | None = None,
    seed: int | None = None,
    changes: Changes = (),
    allow_code: bool = False,
    progress: Callable[[int], None] | None = None,
    switch: str = "allow_code=True",
) -> TippingPoint:
    """Find the value of one quantity at which the answer tips, on the same worlds for every value.

    Parameters
    ----------
    case, changes, worlds, seed, allow_code
        As in `sim.run` and `sim.load`.
    path
        The quantity that is varied.
    target
        What is asked of the outcomes, such as ``agreed >= 0.5`` or ``utility.ukraine > 0.4``.
    between
        The ends between which values are tried. If not given: 0 and 1 for probabilities and scores, otherwise
        the lowest and highest number that the quantity may be.
    tolerance
        How close to come; a thousandth of the way between the ends if not given.
    progress
        Told, again and again, how many more worlds are done.

    Raises
    ------
    InputError
        If the question makes no sense, or a value that is tried does not.

    Examples
    --------
    >>> quantity = "parties.russia.no_deal.value"
    >>> found = tip("2025-08-21", quantity, "agreed >= 0.5", (0, 1), worlds=50, seed=1)
    >>> 0.5 < found.tip.value < 0.7
    True
    """
    from sim.analysis.tipping.tip_question import question  # noqa: PLC0415
    from sim.analysis.tipping.tipping import tipping_point  # noqa: PLC0415
    from sim.ensemble.runner import play  # noqa: PLC0415

    def moved(told: Changes) -> Scenario:
        return api.sized(api.playable(case, told, allow_code=allow_code, switch=switch), worlds, seed)

    def evaluate(value: float) -> Outcomes:
        return play(moved(_also(changes, path, value)), size.worlds, size.seed, progress=progress)

    ends = (float(between[0]), float(between[1])) if isinstance(between, tuple) else between
    asked = question(moved(changes), path, target, ends, tolerance)
    size = asked.scenario.ensemble
    return tipping_point(asked, evaluate)


def _also(changes: Changes, path: str, value: float) -> Changes:
    """Make one change more, the last."""
    return {**changes, path: value} if isinstance(changes, Mapping) else [*changes, f"{path}={value!r}"]


def _unsized(playing: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in playing.items() if name not in {"worlds", "seed"}}
