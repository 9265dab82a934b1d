"""The front door from Python: load a case, check it, run it, watch one world, open a stored run.

What is slow to import (Mesa, Matplotlib) is imported by the call that needs it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cached_property
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from sim import compatibility, language
from sim.analysis.acceptable import Acceptable, acceptable
from sim.analysis.plain import check_as_dict
from sim.compatibility import Variant
from sim.compatibility.narrowing import only_kinds
from sim.ensemble import store
from sim.ensemble.run import Run as StoredRun
from sim.ensemble.run import request_hash
from sim.errors import InputError, Problem, StrategyError, one_of
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES, outside
from sim.scenario import Kind, Scenario
from sim.version import __version__

if TYPE_CHECKING:
    import pandas as pd

    from sim.analysis.summary import Summary
    from sim.negotiation.watched import Watched

KINDS: tuple[Kind, ...] = get_args(Kind)
"""How close to the speaker's own words a statement may be."""

VOCABULARY = language.Vocabulary(
    strategies={name: entry.settings for name, entry in STRATEGIES.items()},
    protocols={name: protocol.Settings for name, protocol in PROTOCOLS.items()},
)
"""What a scenario may call its strategies and its protocol."""

INT64 = 2**63 - 1  # worlds are counted, and stored, with 64 bits
LIMITS = {"worlds": (1, INT64), "seed": (0, math.inf), "batch": (1, INT64), "world": (0, INT64)}


class Check(compatibility.Check):
    """Everything that follows from the stated red lines and the rules alone."""

    @property
    def table(self) -> pd.DataFrame:
        """Named packages x parties, as a table."""
        from sim.analysis.compatibility_table import compatibility_table  # noqa: PLC0415

        return compatibility_table(self, __version__)

    @property
    def crossed_lines(self) -> pd.DataFrame:
        """Named packages x red lines, as a table."""
        from sim.analysis.compatibility_table import crossed_lines  # noqa: PLC0415

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

    def summary(self) -> Summary:
        """Summarise it: endings, agreements, utilities and what stood in the way, each a table."""
        from sim.analysis.summary import summary  # noqa: PLC0415

        return summary(self)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the table of each picture, by the picture's name."""
        from sim.analysis.tables import tables  # noqa: PLC0415

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
    batch: int | None = None,
    progress: Callable[[int], None] | None = None,
    allow_code: bool = False,
) -> Run:
    """Play a scenario in many worlds.

    Parameters
    ----------
    case
        A scenario, a file, or the name of a bundled one.
    worlds, seed
        How many, and what they are drawn from; the scenario's own numbers if not given.
    batch
        How many are played at once. It changes the speed and the memory needed, never an outcome.
    progress
        Told, after each batch, how many worlds it had.
    allow_code
        Let the scenario run its outside strategies: Python code that may do whatever you may do. A module
        is looked for in the folder of the scenario's file (of a `Scenario`, or a bundled one: the working
        directory), then on Python's path.

    Raises
    ------
    InputError
        If a number makes no sense.
    StrategyError
        If an outside strategy may not run, is not found or fails while it plays.

    Examples
    --------
    >>> run("2025-08-21", worlds=20, seed=1).worlds
    20
    """
    from sim.ensemble.runner import play_and_diagnose  # noqa: PLC0415
    from sim.ensemble.worlds_table import worlds_table  # noqa: PLC0415

    case = playable(case, allow_code=allow_code)
    worlds, seed = size(case, worlds, seed, batch)
    outcomes, diagnosis = play_and_diagnose(case, worlds, seed, batch, progress)
    table = worlds_table(case, outcomes, diagnosis)
    return Run(outside.without_code(case), seed, __version__, table, outside.code_of(case))


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

    _demand_sensible(seed=seed, world=world)
    return watch_world(playable(case, allow_code=allow_code), seed, int(world))


def open(path: str | Path) -> Run:  # noqa: A001  (sim.open reads well)
    """Open a stored run: its folder, or a folder that holds just one.

    Raises
    ------
    RunError
        If there is no run, more than one, or a damaged one.
    """
    stored = store.read(store.find(Path(path)))
    return Run(stored.case, stored.seed, stored.version, stored.table, stored.code)


def stored(case: Scenario, worlds: int, seed: int, results: Path) -> Path:
    """Return the folder in which a run of this request is kept, there or not yet."""
    return results / case.name / request_hash(case, worlds, seed, __version__, outside.code_of(case))


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
        return _with_code(case, Path() if allow_code else None, switch)
    folder = Path(case).parent if Path(case).is_file() else Path()
    try:
        return _with_code(load(case, changes), folder if allow_code else None, switch)
    except StrategyError as error:
        raise StrategyError(language.placed(error.problems, case, changes)) from error.__cause__


def size(case: Scenario, worlds: int | None, seed: int | None, batch: int | None = None) -> tuple[int, int]:
    """Return the number of worlds and the seed: those given, or else the scenario's.

    Raises
    ------
    InputError
        If a number makes no sense, `batch` included: with all that do not.
    """
    _demand_sensible(worlds=worlds, seed=seed, batch=batch)
    ensemble = case.ensemble
    return int(ensemble.worlds if worlds is None else worlds), int(ensemble.seed if seed is None else seed)


def _scenario(case: Scenario | str | Path) -> Scenario:
    return case if isinstance(case, Scenario) else load(case)


def _with_code(case: Scenario, folder: Path | None, switch: str) -> Scenario:
    """Give a scenario the code of its outside strategies from a folder, or demand that it needs none."""
    if folder is not None:
        return outside.permit(case, folder)
    outside.demand_permission(case, switch)
    return case


def _demand_sensible(**numbers: Any) -> None:
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
