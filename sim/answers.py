"""What lies behind an answer, from Python: how good it is, what it hangs on, where it is stable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim import api
from sim.errors import InputError, Problem, one_of
from sim.scenario import Scenario

if TYPE_CHECKING:
    from sim.analysis.exploring.exploration import Exploration
    from sim.analysis.sensitivity.morris import Morris
    from sim.analysis.sensitivity.sobol import Sobol
    from sim.analysis.stability.stability import Stability
    from sim.analysis.stability.story import Story

METHODS = ("sobol", "morris")
"""How worlds are made for `sensitivity`."""


def explore(
    run: api.Run | Scenario | str | Path,
    measure: str = "agreed",
    *,
    threshold: float | None = None,
    influence: Mapping[str, float] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Exploration:
    """Look at a run from all sides: the answer, how good and robust it is, what it hangs on.

    Parameters
    ----------
    run
        A run, the folder of a stored one, or a scenario, which is played first.
    measure
        What is asked: `agreed`, `deadline`, `no_zopa`, `walked_out`, `round` or `utility.PARTY`.
    threshold
        Of a round or a utility: from where on a world is of interest; its mean if not given.
    influence
        Weights of parties in the baselines, 1 for those not named.
    progress
        Told of each step that is done.

    Raises
    ------
    InputError
        If something asked for makes no sense.

    Examples
    --------
    >>> import sim
    >>> found = explore(sim.run("2025-08-21", worlds=200, seed=1))
    >>> found.sentences[0]
    'There is a deal in 116 of 200 worlds, 58% (95% interval 51% to 65%).'
    """
    from sim.analysis.exploring.exploration import explore as look  # noqa: PLC0415

    played = _run_of(run)
    return look(played, measure, threshold=threshold, influence=influence, progress=progress)


def _run_of(run: api.Run | Scenario | str | Path) -> api.Run:
    if isinstance(run, api.Run):
        return run
    return api.open(run) if not isinstance(run, Scenario) and Path(run).is_dir() else api.run(run)


def sensitivity(
    case: api.Run | Scenario | str | Path,
    measure: str = "agreed",
    method: str = "sobol",
    *,
    samples: int | None = None,
    by: str | Mapping[str, str] | None = None,
    second: bool = False,
    seed: int | None = None,
    batch: int | None = None,
    progress: Callable[[int], None] | None = None,
    allow_code: bool = False,
) -> Sobol | Morris:
    """Find out what drives a measure, from worlds that differ in one group of quantities at a time.

    What a run says of this without further worlds is in `explore`.

    Parameters
    ----------
    case, allow_code
        As in `sim.run`; of a run, its scenario.
    measure
        What is asked: `agreed`, `deadline`, `no_zopa`, `walked_out`, `round` or `utility.PARTY`.
    method
        `sobol`: shares of the measure's variance, alone and in all. `morris`: how much a step changes it.
    samples, by, second, seed, batch, progress
        See `sim.analysis.sensitivity.sobol` and `morris`, whose defaults hold for what is not given.

    Raises
    ------
    InputError
        If something asked for makes no sense, or nothing can drive the measure.
    StrategyError
        If an outside strategy may not run, is not found or fails while it plays.

    Examples
    --------
    >>> found = sensitivity("2025-08-21", samples=64, seed=1)
    >>> list(found.table["group"])[:2]
    ['ukraine', 'russia']
    """
    from sim.analysis.sensitivity.morris import morris  # noqa: PLC0415  (imports Mesa)
    from sim.analysis.sensitivity.sobol import sobol  # noqa: PLC0415

    if problems := list(_wrong_method(method, second=second)):
        raise InputError(problems)
    api.demand_sensible(seed=seed, batch=batch, samples=samples)
    asked: dict[str, Any] = {"samples": samples, "by": by, "second": second or None}
    given = {name: value for name, value in asked.items() if value is not None}
    play: Callable[..., Sobol | Morris] = sobol if method == "sobol" else morris
    played = api.playable(case.case if isinstance(case, api.Run) else case, allow_code=allow_code)
    return play(played, measure, **given, seed=seed, batch=batch, progress=progress)


def _wrong_method(method: str, *, second: bool) -> Iterator[Problem]:
    if method not in METHODS:
        yield Problem(one_of("method", method, METHODS))
    elif second and method != "sobol":
        yield Problem(f"pairs are looked at by sobol alone, not by {method}")


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
