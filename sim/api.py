"""The front door from Python: load a case, check it, run it, watch one world, open a stored run.

What is slow to import (Mesa, Matplotlib) is imported by the call that needs it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from sim import compatibility, language
from sim.analysis.checked.acceptable import Acceptable, acceptable
from sim.analysis.checked.plain import check_as_dict
from sim.compatibility import Variant
from sim.compatibility.narrowing import only_kinds
from sim.ensemble.request import Request
from sim.ensemble.run import Run as StoredRun
from sim.errors import InputError, Problem, StrategyError, one_of
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES, outside
from sim.scenario import Kind, Scenario, demand_drawable
from sim.version import __version__

if TYPE_CHECKING:
    from concurrent.futures import Executor

    import pandas as pd

    from sim.analysis.summing_up.summary import Summary
    from sim.negotiation.watched import Watched

KINDS: tuple[Kind, ...] = get_args(Kind)
"""How close to the speaker's own words a statement may be."""

VOCABULARY = language.Vocabulary(
    strategies={name: entry.settings for name, entry in STRATEGIES.items()},
    protocols={name: protocol.Settings for name, protocol in PROTOCOLS.items()},
)
"""What a scenario may call its strategies and its protocol."""

INT64 = 2**63 - 1  # worlds are counted, and stored, with 64 bits
LIMITS = {
    "worlds": (1, INT64),
    "seed": (0, math.inf),
    "batch": (1, INT64),
    "workers": (1, 4_096),
    "world": (0, INT64),
    "samples": (1, INT64),
}


class Check(compatibility.Check):
    """Everything that follows from the stated red lines and the rules alone."""

    @property
    def table(self) -> pd.DataFrame:
        """Named packages x parties, as a table."""
        from sim.analysis.checked.compatibility_table import compatibility_table  # noqa: PLC0415

        return compatibility_table(self, __version__)

    @property
    def crossed_lines(self) -> pd.DataFrame:
        """Named packages x red lines, as a table."""
        from sim.analysis.checked.compatibility_table import crossed_lines  # noqa: PLC0415

        return crossed_lines(self, __version__)

    @cached_property
    def acceptable(self) -> Acceptable | None:
        """How many packages are worth it to all whose consent they need, if preferences are certain."""
        return acceptable(self.scenario)

    def as_dict(self) -> dict[str, Any]:
        """Return the check as plain values, for JSON."""
        return check_as_dict(self, self.acceptable)

    def variant(self, name: str) -> Variant:
        """Return what there is to say on a named package.

        Raises
        ------
        InputError
            If the scenario names no such package.
        """
        named = {variant.name: variant for variant in self.variants}
        if name not in named:
            raise InputError([Problem(one_of("package", name, named))])
        return named[name]


class Run(StoredRun):
    """The outcomes of one scenario in many worlds; `table` has one row for each world."""

    def draws(self, names: Sequence[str] | None = None) -> pd.DataFrame:
        """Draw once more what was uncertain; it is not stored, since it follows from scenario and seed.

        Parameters
        ----------
        names
            Paths of numbers, such as ``parties.russia.no_deal.value``, or names of other draws, such as
            ``parties.russia.red_lines.no-foreign-troops.held``. If not given: everything that is uncertain.

        Returns
        -------
        One row for each world: `world`, and a column for each name.

        Raises
        ------
        InputError
            If nothing of such a name is drawn.

        Examples
        --------
        >>> run("2025-08-21", worlds=3, seed=1).draws(["parties.russia.no_deal.value"]).shape
        (3, 2)
        """
        from pandas import DataFrame, RangeIndex  # noqa: PLC0415

        from sim.worlds import draws, uncertain  # noqa: PLC0415

        chosen = list(uncertain(self.case) if names is None else names)
        drawn = draws(self.case, chosen, self.seed, 0, self.worlds)
        return DataFrame({"world": RangeIndex(self.worlds), **drawn})

    def summary(self) -> Summary:
        """Summarise it: endings, agreements, utilities and what stood in the way, each a table."""
        from sim.analysis.summing_up.summary import summary  # noqa: PLC0415

        return summary(self)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the table of each picture, by the picture's name."""
        from sim.analysis.summing_up.tables import tables  # noqa: PLC0415

        return tables(self, __version__)

    def plot(self, folder: str | Path, progress: Callable[[str], None] | None = None) -> list[Path]:
        """Draw every picture into a folder, as PNG and SVG, and return the files.

        Raises
        ------
        RunError
            If the folder cannot be written.
        """
        from sim.plots.album import draw_all  # noqa: PLC0415

        return draw_all(self.tables(), Path(folder), progress)


def load(case: str | Path, changes: language.Changes = ()) -> Scenario:
    """Read a scenario: a file, or a bundled one by name; and change it.

    Parameters
    ----------
    case
        A file, or the name of a bundled scenario.
    changes
        What to change: a map from path to plain value, or a list of texts ``PATH=VALUE`` with the value
        in YAML, as after ``--set``. They are made in order, and merged as a variant is: maps merge, None
        removes, everything else replaces. A path is keys joined by dots. A key that holds a dot
        stands in double quotes, and a number leads to a place in a list.

    Raises
    ------
    ScenarioError
        With every problem found, each with its file and line, or its change, and remedy.

    Examples
    --------
    >>> load("2025-08-21").title
    'Security guarantees for Ukraine, 21 August 2025'
    >>> firmness = "parties.russia.red_lines.no-foreign-troops.firmness"
    >>> case = load("2025-08-21", changes={firmness: 0.5, "parties.us.strategy": "micro"})
    >>> case.parties["us"].strategy.name
    'micro'
    >>> case == load("2025-08-21", changes=[f"{firmness}=0.5", "parties.us.strategy=micro"])
    True
    """
    return language.load(case, VOCABULARY, changes)


def scenarios() -> pd.DataFrame:
    """List the scenarios that come with the program, group by group.

    Returns
    -------
    One row for each: `name`, `title`, `what` it is, what it `asks`, `changes` and `rests_on`, commands to
    `try`, `as_of`, the name of the scenario it `extends` (None if it is no variant), its `folder` and
    `group`, and how many `parties`, `issues`, `packages`, `red_lines` and `statements` it has.

    Examples
    --------
    >>> found = scenarios().set_index("name")
    >>> found.loc["2025-08-21", ["parties", "issues", "packages", "red_lines"]].tolist()
    [6, 6, 288, 10]
    """
    from pandas import DataFrame  # noqa: PLC0415

    from sim.analysis.library import library  # noqa: PLC0415

    return DataFrame([entry.as_dict() for entry in library()])


def check(case: Scenario | str | Path, only: Sequence[Kind] = ()) -> Check:
    """Confront every package with every stated red line.

    Parameters
    ----------
    case
        A scenario, a file, or the name of a bundled one.
    only
        Kinds of statements (quoted, reported, inferred, background): what follows from lines that rest
        on these alone. All of them if it is empty.

    Raises
    ------
    InputError
        If a kind is unknown.

    Examples
    --------
    >>> answer = check("2025-08-21")
    >>> len(answer.compatible), answer.packages_possible
    (8, 288)
    """
    unknown = [Problem(one_of("kind", kind, KINDS)) for kind in only if kind not in KINDS]
    if unknown:
        raise InputError(unknown)
    scenario = _scenario(case)
    answer = compatibility.check(only_kinds(scenario, only) if only else scenario)
    return Check(answer.scenario, answer.survey, answer.variants)


def run(
    case: Scenario | str | Path,
    worlds: int | None = None,
    seed: int | None = None,
    *,
    out: str | Path | None = None,
    workers: int = 1,
    cluster: str | None = None,
    executor: Executor | None = None,
    batch: int | None = None,
    progress: Callable[[int], None] | bool = False,
    allow_code: bool = False,
) -> Run:
    """Play a scenario in many worlds.

    Parameters
    ----------
    case
        A scenario, a file, or the name of a bundled one.
    worlds, seed
        How many, and what they are drawn from; the scenario's own numbers if not given.
    out
        A folder that keeps runs. There a run that is finished is opened, and one that was left unfinished is
        gone on with. If not given, the run is in memory alone.
    workers
        How many processes play. More than one begin by importing your script once more, so what it does
        belongs under ``if __name__ == "__main__":``.
    cluster
        The address of a Dask scheduler, ``tcp://HOST:PORT``, or ``local`` for a cluster of `workers` here.
    executor
        Any `concurrent.futures.Executor` that is to play instead, `workers` chunks at a time.
    batch
        How many worlds are played at once. Like the three above it changes the speed and the memory
        needed, never an outcome.
    progress
        True shows how far it has come, in a terminal, a notebook or a log; a function is told, again and
        again, how many more worlds are done.
    allow_code
        Let the scenario run its outside strategies: Python code that may do whatever you may do. A module
        is looked for in the folder of the scenario's file (of a `Scenario`, or a bundled one: the working
        directory), then on Python's path.

    Raises
    ------
    InputError
        If a number makes no sense, or no cluster answers.
    RunError
        If the run cannot be kept, or another process is playing it.
    StrategyError
        If an outside strategy may not run, is not found or fails while it plays.
    WorldError
        If a world cannot be played.

    Examples
    --------
    >>> run("2025-08-21", worlds=20, seed=1).worlds
    20
    """
    from sim.ensemble import playing  # noqa: PLC0415  (imports Mesa)
    from sim.ensemble.executors import given  # noqa: PLC0415
    from sim.ensemble.executors import workers as who  # noqa: PLC0415

    demand_sensible(worlds=worlds, seed=seed, batch=batch, workers=workers)
    asked = request(sized(playable(case, allow_code=allow_code), worlds, seed))
    pool = given(executor, workers) if executor is not None else who(workers, cluster)
    with _shown(progress, asked) as advance:
        if out is None:
            return dressed(playing.play_in_memory(asked, pool, batch, advance))
        return dressed(playing.play_into(folder_of(asked, out), asked, pool, batch, advance))


def watch(
    case: Scenario | str | Path, seed: int | None = None, world: int = 0, *, allow_code: bool = False
) -> Watched:
    """Play one world and keep what everybody said; it is that world of a run with this seed.

    Parameters
    ----------
    case, allow_code
        As in `run`.
    seed, world
        What worlds are drawn from, the scenario's own number if not given; and which of them to play.

    Raises
    ------
    InputError
        If a number makes no sense.
    StrategyError
        If an outside strategy may not run, is not found or fails while it plays.

    Examples
    --------
    >>> watch("2025-08-21", seed=1, world=2).turns[0].action
    'offers'
    """
    from sim.negotiation.watched import watch as watch_world  # noqa: PLC0415

    demand_sensible(seed=seed, world=world)
    return watch_world(playable(case, allow_code=allow_code), seed, int(world))


def open(path: str | Path) -> Run:  # noqa: A001  (sim.open reads well)
    """Open a stored run: its folder, or a folder that holds just one. Worlds are read when asked for.

    Raises
    ------
    RunError
        If there is no run, more than one, or one that is unfinished or damaged.
    """
    from sim.ensemble import reading  # noqa: PLC0415

    return dressed(reading.read(reading.find(Path(path))))


def dressed(run: StoredRun) -> Run:
    """Return a run with all that can be asked of it."""
    return Run(run.case, run.version, run.code, dataset=run.dataset, folder=run.folder)


def request(case: Scenario) -> Request:
    """Return what is asked for if a scenario is to be played by this version, with the code it may run."""
    return Request(case, __version__, outside.code_of(case))


def folder_of(asked: Request, out: str | Path) -> Path:
    """Return the folder in which a run is kept, there or not yet."""
    return Path(out) / asked.case.name / asked.hash


def playable(
    case: Scenario | str | Path,
    changes: language.Changes = (),
    *,
    allow_code: bool = False,
    switch: str = "allow_code=True",
) -> Scenario:
    """Read a scenario, and find the code of its outside strategies if that is allowed.

    What comes back is allowed to run that code. `switch` is how the caller allows it.

    Raises
    ------
    StrategyError
        If outside strategies may not run, or are not found: with all problems, each with its place.
    """
    if isinstance(case, Scenario):
        return with_code(case, Path() if allow_code else None, switch)
    folder = _folder(case) if allow_code else None
    try:
        return with_code(load(case, changes), folder, switch)
    except StrategyError as error:
        raise StrategyError(language.placed(error.problems, case, changes)) from error.__cause__


def points(
    case: Scenario | str | Path,
    changes: language.Changes = (),
    *,
    allow_code: bool = False,
    switch: str = "allow_code=True",
) -> tuple[language.Point, ...]:
    """Read every scenario of a case's sweep as `playable` does; a case without one has one point.

    Raises
    ------
    StrategyError
        If outside strategies may not run, or are not found: with all problems, each with its place.
    """
    if isinstance(case, Scenario):
        return (language.Point({}, playable(case, allow_code=allow_code, switch=switch)),)
    folder = _folder(case) if allow_code else None
    playable_points = []
    for point in language.points(case, VOCABULARY, changes):
        try:
            playable_points.append(point.but(with_code(point.scenario, folder, switch)))
        except StrategyError as error:
            placed = language.placed(error.problems, case, changes, point.values)
            raise StrategyError(placed) from error.__cause__
    return tuple(playable_points)


def sized(case: Scenario, worlds: int | None = None, seed: int | None = None) -> Scenario:
    """Return a scenario with another number of worlds and another seed, where these are given.

    Raises
    ------
    InputError
        If a number makes no sense, or the design cannot have so many worlds.
    """
    demand_sensible(worlds=worlds, seed=seed)
    asked = {"worlds": worlds, "seed": seed}
    given = {name: int(number) for name, number in asked.items() if number is not None}
    changed = case.but(ensemble=case.ensemble.but(**given)) if given else case
    demand_drawable(changed)
    return changed


def demand_sensible(**numbers: Any) -> None:
    """Refuse numbers that make no sense, among `LIMITS`; None stands for one that was not given.

    Raises
    ------
    InputError
        With all of them.
    """
    wrong = []
    for name, number in numbers.items():
        least, most = LIMITS[name]
        whole = isinstance(number, Integral)
        if number is None or (whole and least <= int(number) <= most):
            continue
        limit = f"{most} or less" if whole and int(number) > most else f"{least} or more"
        wrong.append(Problem(f"{name} is {number}, expected a whole number of {limit}"))
    if wrong:
        raise InputError(wrong)


def _scenario(case: Scenario | str | Path) -> Scenario:
    return case if isinstance(case, Scenario) else load(case)


def _shown(
    progress: Callable[[int], None] | bool, asked: Request
) -> AbstractContextManager[Callable[[int], None] | None]:
    """Return what is told of progress: what the caller gave, what shows it, or nobody."""
    if not isinstance(progress, bool):
        return nullcontext(progress)
    if not progress:
        return nullcontext(None)
    from sim.text.progress import progress as showing  # noqa: PLC0415  (Rich, which throws dice)

    return showing(f"Playing {asked.case.name}", asked.worlds)


def _folder(case: str | Path) -> Path:
    """Return where the modules of outside strategies are looked for first."""
    return Path(case).parent if Path(case).is_file() else Path()


def with_code(case: Scenario, folder: Path | None, switch: str) -> Scenario:
    """Give a scenario the code of its outside strategies from a folder, or demand that it needs none.

    Raises
    ------
    StrategyError
        If it needs some and there is no folder (`switch` is how the caller gives one), or it is not there.
    """
    if folder is not None:
        return outside.permit(case, folder)
    outside.demand_permission(case, switch)
    return case
