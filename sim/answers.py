"""What lies behind an answer, from Python: how good it is, what it hangs on, where it is stable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim import api
from sim.scenario import Scenario

if TYPE_CHECKING:
    from sim.analysis.stability.stability import Stability
    from sim.analysis.stability.story import Story


def stability(
    case: Scenario | str | Path,
    sanctions: str = "legal",
    *,
    worlds: int | None = None,
    seed: int | None = None,
) -> Stability:
    """Find the packages that no party would leave by moves of its own, in how many worlds.

    Parameters
    ----------
    case
        A scenario that says who controls which issues, a file, or the name of a bundled one.
    sanctions
        Which answers of the others keep a party from moving: `legal` (any sequence in which nobody moves
        twice in a row), `once` (each at most once) or `single` (one move).
    worlds, seed
        How many worlds, and what they are drawn from. If not given: the scenario's, at most 1,000 of them.

    Raises
    ------
    InputError
        If the scenario does not say who controls what, or something asked for makes no sense.

    Examples
    --------
    >>> found = stability("published/elmira")
    >>> len(found.equilibria("nash")), len(found.equilibria("gmr"))
    (6, 8)
    """
    from sim.analysis.stability.stability import stability as find  # noqa: PLC0415

    api.demand_sensible(worlds=worlds, seed=seed)
    return find(case if isinstance(case, Scenario) else api.load(case), sanctions, worlds, seed)


def story(found: Stability, package: str | None = None, world: int = 0) -> Story | None:
    """Tell why a named package, or the status quo, is stable for whom; None if there is neither.

    Raises
    ------
    InputError
        If there is no such package or world.

    Examples
    --------
    >>> told = story(stability("published/elmira"), "appeal-and-insistence")
    >>> [told.case.space.package(end)["accept"] for end in told.together[0, 1]]
    ['yes']
    """
    from sim.analysis.stability.story import story as tell  # noqa: PLC0415

    return tell(found, package, world)
