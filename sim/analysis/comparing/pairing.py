"""Two runs world by world: world i of both has the same draws wherever both scenarios draw the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from jaxtyping import Int

from sim.ensemble.request import Request
from sim.ensemble.run import Run
from sim.errors import InputError, Problem
from sim.negotiation.endings import Ending
from sim.scenario.listing import listed
from sim.scenario.quantities import quantities

NOTHING = -1
"""Stands for no package."""

SOBOL = "sobol"


def demand_pairs(a: Request, b: Request) -> None:
    """Refuse runs, or what is to be played, whose worlds do not belong together.

    Raises
    ------
    InputError
        With everything that sets them apart.
    """
    if problems := list(_problems(a, b)):
        raise InputError(problems)


def told_apart(runs: Sequence[Run]) -> list[str]:
    """Return the names of the scenarios, with the runs' own where different runs have the same name.

    Examples
    --------
    >>> import sim
    >>> run = sim.run("2025-08-21", worlds=20, seed=1)
    >>> told_apart([run, run])
    ['2025-08-21', '2025-08-21']
    """
    hashes: dict[str, set[str]] = {}
    for run in runs:
        hashes.setdefault(run.case.name, set()).add(run.hash)
    return [
        run.case.name if len(hashes[run.case.name]) == 1 else f"{run.case.name} ({run.hash})" for run in runs
    ]


def paired(a: Run, b: Run) -> pd.DataFrame:
    """Put the worlds of two runs side by side, in order.

    Columns: `ending_a`, `ending_b` (numbers of the `Ending`); `package_a`, `package_b` (numbers in which
    packages that settle the issues of both alike are equal, whatever their index; -1 for none).

    Examples
    --------
    >>> import sim
    >>> run = sim.run("2025-08-21", worlds=20, seed=1)
    >>> table = paired(run, run)
    >>> bool((table["package_a"] == table["package_b"]).all())
    True
    """
    ids: dict[tuple[str, ...], int] = {}
    shared = [issue for issue in a.case.issues if issue in b.case.issues]
    columns = {}
    for side, run in (("a", a), ("b", b)):
        frame = run.frame(["ending", "package"])
        columns[f"ending_{side}"] = _numbers(frame["ending"])
        columns[f"package_{side}"] = _common(run, frame["package"].to_numpy(), shared, ids)
    return pd.DataFrame(columns)


def _numbers(endings: pd.Series) -> Int[np.ndarray, "worlds"]:
    return endings.map({ending.name: int(ending) for ending in Ending}).to_numpy(np.int8)


def _common(
    run: Run, packages: Int[np.ndarray, "worlds"], shared: Sequence[str], ids: dict[tuple[str, ...], int]
) -> Int[np.ndarray, "worlds"]:
    """Give packages equal numbers that agree on the issues both have, whatever their indices."""
    distinct, which = np.unique(packages, return_inverse=True)
    numbers = [_number(run, int(package), shared, ids) for package in distinct]
    return np.array(numbers, np.int64)[which]


def _number(run: Run, package: int, shared: Sequence[str], ids: dict[tuple[str, ...], int]) -> int:
    if package == NOTHING:
        return NOTHING
    told = run.case.space.package(package)
    return ids.setdefault(tuple(told[issue] for issue in shared), len(ids))


def _problems(a: Request, b: Request) -> Iterator[Problem]:
    one, other = (request.case.name for request in (a, b))
    if a.hash != b.hash and one == other:
        one, other = (f"{request.case.name} ({request.hash})" for request in (a, b))
    if not set(a.case.parties) & set(b.case.parties):
        yield Problem(f"{one} and {other} have no party in common, expected variants of one case")
    both = (
        ("seed", a.seed, b.seed),
        ("number of worlds", a.worlds, b.worlds),
        ("design", _design(a), _design(b)),
        ("version of this program", a.version, b.version),
    )
    for what, here, there in both:
        if here != there:
            yield Problem(
                f"the {what} of {one} is {here} and that of {other} is {there}, expected the same: play one "
                "of them again"
            )
    if _design(a) == _design(b) == SOBOL:
        yield from _shifted(a, b)


def _design(run: Request) -> str:
    design = run.case.ensemble.design
    if isinstance(design, str):
        return design
    return listed([f"{levels} levels of {path}" for path, levels in design.factorial.items()])


def _shifted(a: Request, b: Request) -> Iterator[Problem]:
    """Under a Sobol design a quantity is a dimension, and one more or less moves those behind it."""
    one, other = list(quantities(a.case)), list(quantities(b.case))
    if one != other:
        apart = sorted(set(one) ^ set(other))
        named = f"{apart[0]} is in one alone" if apart else "their order differs"
        yield Problem(
            f"{a.case.name} and {b.case.name} do not have the same quantities ({named}): their worlds do not "
            "belong together under a Sobol design, expected the same quantities, or another design for both: "
            "--set ensemble.design=random"
        )
