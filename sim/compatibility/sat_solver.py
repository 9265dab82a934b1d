"""The SAT solver, an optional extra: python-sat [Ignatiev2018]_ is imported where a solver is first made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from sim.errors import InputError, Problem

SOLVER = "minisat22"
"""Small problems in great number: what counts is how little a call costs."""

MISSING = (
    "python-sat is not installed; packages too many to list one by one, "
    "and minimal sets of lines over them, need it: pip install 'guarantee-sim[sat]'"
)


def new_solver(clauses: Iterable[Sequence[int]] = ()) -> Any:
    """Make an incremental solver that holds some clauses.

    Raises
    ------
    InputError
        If python-sat is not installed; says how to get it.

    Examples
    --------
    >>> solver = new_solver([[1, 2], [-1]])
    >>> solver.solve(), solver.get_model()
    (True, [-1, 2])
    """
    return _part("solvers").Solver(name=SOLVER, bootstrap_with=list(clauses))


def at_most_one(literals: Sequence[int], top: int) -> tuple[list[list[int]], int]:
    """Return clauses that let at most one literal be true, and the highest variable after them.

    Few literals exclude each other in pairs; many share a counter [Sinz2005]_, with variables above `top`.

    Examples
    --------
    >>> at_most_one([1, 2, 3], 3)
    ([[-1, -2], [-1, -3], [-2, -3]], 3)
    >>> clauses, top = at_most_one(range(1, 101), 100)
    >>> len(clauses), top
    (296, 199)
    """
    card = _part("card")
    kind = card.EncType.pairwise if len(literals) <= _PAIRS else card.EncType.seqcounter
    encoded = card.CardEnc.atmost(list(literals), bound=1, top_id=top, encoding=kind)
    return encoded.clauses, max(top, encoded.nv)


def counter(literals: Sequence[int], top: int) -> tuple[list[list[int]], list[int], int]:
    """Return clauses that count true literals, the count's literals, and the highest variable after them.

    The count's literal in place n is true where more than n of the literals are [Bailleux2003]_.

    Examples
    --------
    >>> clauses, more_than, top = counter([1, 2, 3], 3)
    >>> solver = new_solver(clauses)
    >>> solver.solve([1, 2, -more_than[1]]), solver.solve([1, 2, -more_than[2]])
    (False, True)
    """
    with _part("card").ITotalizer(list(literals), ubound=len(literals), top_id=top) as totalizer:
        return list(totalizer.cnf.clauses), list(totalizer.rhs), totalizer.top_id


_PAIRS = 6


def _part(name: str) -> Any:
    try:
        return import_module(f"pysat.{name}")
    except ImportError as error:
        raise InputError([Problem(MISSING)]) from error
