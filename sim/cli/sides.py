"""What is compared: runs that are stored, and cases that are to be played in the same worlds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.api import Run
    from sim.ensemble.request import Request
    from sim.errors import Problem
    from sim.scenario import Ensemble, Scenario


def sides(
    cases: Sequence[str], changes: Sequence[str] | None, *, allow_code: bool
) -> dict[str, Run | Scenario]:
    """Open the runs among cases, which are folders, and read the others.

    Raises
    ------
    InputError
        With everything that is wrong with any of them.
    """
    from sim import api
    from sim.errors import InputError

    found: dict[str, Run | Scenario] = {}
    problems: list[Problem] = []
    for case in cases:
        try:
            if _is_run(case):
                found[case] = _stored(case, changes)
            else:
                found[case] = api.playable(case, changes or (), allow_code=allow_code, switch="--allow-code")
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(dict.fromkeys(problems))
    return found


def _stored(folder: str, changes: Sequence[str] | None) -> Run:
    """Open a stored run, which has been played as it is and cannot be changed."""
    from sim import api
    from sim.errors import InputError, Problem

    run = api.open(folder)
    if changes:
        what = f"--set changes a case, and this is a run that has been played, expected {run.case.name}"
        raise InputError([Problem(f"{what} or another case", file=folder)])
    return run


def _is_run(case: str) -> bool:
    """Tell whether a folder with a run is meant; a folder may happen to be called as a case is."""
    from sim.ensemble.reading import runs_below
    from sim.language import bundled

    return Path(case).is_dir() and (case not in bundled() or bool(runs_below(Path(case))))


def same_worlds(compared: Mapping[str, Run | Scenario], worlds: int | None, seed: int | None) -> Ensemble:
    """Return the worlds that all sides have: those of the runs, or else of the first case.

    Raises
    ------
    InputError
        If runs have other worlds than one another, or than is asked for.
    """
    from sim import api
    from sim.analysis.comparing.pairing import demand_pairs
    from sim.errors import InputError

    runs = {name: side for name, side in compared.items() if isinstance(side, api.Run)}
    if not runs:
        first = next(side for side in compared.values() if not isinstance(side, api.Run))
        return api.sized(first, worlds, seed).ensemble
    if wrong := list(_contradictions(runs, worlds, seed)):
        raise InputError(wrong)
    one, *others = runs.values()
    for other in others:
        demand_pairs(one, other)
    return one.case.ensemble


def requested(side: Run | Scenario, ensemble: Ensemble) -> Request:
    """Return a stored run as it is, and a case as what is to be played, in the worlds of all."""
    from sim import api

    return side if isinstance(side, api.Run) else api.request(api.sized(side.but(ensemble=ensemble)))


def _contradictions(runs: Mapping[str, Run], worlds: int | None, seed: int | None) -> Iterator[Problem]:
    from sim.errors import Problem

    for name, run in runs.items():
        for what, asked, has in (("worlds", worlds, run.worlds), ("seed", seed, run.seed)):
            if asked not in {None, has}:
                yield Problem(f"{what} is {asked}, expected {has} as in this run, or nothing", file=name)
