"""The functions by which NegMAS values the options of one issue, at each option."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence

from sim.exchange.domain import DomainIssue
from sim.exchange.notes import Page
from sim.exchange.plain_tree import Piece

_Numbers = Mapping[str, float]


def _triangular(x: float, n: _Numbers) -> float:
    start, middle, end = n["start"], n["middle"], n["end"]
    height = 0.0
    if start < x <= middle:
        height = (x - start) / (middle - start)
    elif middle < x < end:
        height = (end - x) / (end - middle)
    return n["bias"] + n["scale"] * height


_FUNCTIONS: Mapping[str, tuple[tuple[str, ...], Mapping[str, float], Callable[[float, _Numbers], float]]] = {
    "IdentityFun": ((), {}, lambda x, _: x),
    "ConstFun": (("bias",), {}, lambda _, n: n["bias"]),
    "LinearFun": (("slope",), {}, lambda x, n: n["slope"] * x),
    "AffineFun": (("slope",), {"bias": 0.0}, lambda x, n: n["slope"] * x + n["bias"]),
    "QuadraticFun": (("a2", "a1"), {"bias": 0.0}, lambda x, n: n["a2"] * x * x + n["a1"] * x + n["bias"]),
    "TriangularFun": (("start", "middle", "end"), {"bias": 0.0, "scale": 1.0}, _triangular),
}
"""Name -> numbers it needs, numbers it may have, what it is worth at x."""


def values_at(issue: DomainIssue, piece: Piece, page: Page) -> tuple[float, ...]:
    """Return the value of each option; empty, and problems, where some cannot be told.

    Examples
    --------
    >>> from pathlib import Path
    >>> from sim.exchange.notes import Report
    >>> price = DomainIssue("price", ("1", "3"), (1, 3))
    >>> affine = Piece({"type": Piece("AffineFun"), "slope": Piece(2), "bias": Piece(0.5)})
    >>> values_at(price, affine, Report().page(Path("x.yml")))
    (2.5, 6.5)
    """
    kind = piece.word("type").rpartition(".")[2]
    if piece.items is not None:
        return _listed(issue, piece, page)
    if kind == "TableFun" or (not kind and piece.entries):
        return _of_table(issue, (piece.get("mapping") or Piece(None)) if kind else piece, page)
    if kind == "PolynomialFun":
        return _of_polynomial(issue, piece, page)
    if kind in _FUNCTIONS:
        return _of_function(issue, kind, piece, page)
    known = ", ".join(sorted([*_FUNCTIONS, "PolynomialFun", "TableFun"]))
    found = kind or "nothing"
    page.problem(f"issue {issue.name!r} is valued by {found}, expected one of {known}", piece.line)
    return ()


def _listed(issue: DomainIssue, piece: Piece, page: Page) -> tuple[float, ...]:
    items = piece.items or []
    if len(items) != len(issue.options):
        expected = f"expected one for each of {len(issue.options)} options"
        page.problem(f"issue {issue.name!r} has {len(items)} values, {expected}", piece.line)
        return ()
    return _checked(issue, items, page, piece.line)


def _of_table(issue: DomainIssue, table: Piece, page: Page) -> tuple[float, ...]:
    """Look options up as Python does; in JSON, where keys are text, as JSON writes them."""
    spelled = {option: (value, option, json.dumps(value, default=str)) for option, value in _pairs(issue)}
    keys = {
        option: next((key for key in ways if key in table.entries), None) for option, ways in spelled.items()
    }
    missing = [option for option, key in keys.items() if key not in table.entries]
    if missing:
        page.problem(f"issue {issue.name!r} has no value for {', '.join(map(repr, missing))}", table.line)
        return ()
    if spare := [key for key in table.entries if key not in keys.values()]:
        listed = ", ".join(map(repr, spare))
        page.lost(f"issue {issue.name!r} has values of what the domain does not have: {listed}", table.line)
    return _checked(issue, [table.entries[key] for key in keys.values()], page, table.line)


def _of_polynomial(issue: DomainIssue, piece: Piece, page: Page) -> tuple[float, ...]:
    coefficients = (piece.get("coefficients") or Piece([])).items or []
    factors = _checked(issue, [piece.get("bias") or Piece(0.0), *coefficients], page, piece.line)
    return _computed(
        issue,
        lambda x: math.fsum(factor * x**power for power, factor in enumerate(factors)),
        page,
        piece.line,
    )


def _of_function(issue: DomainIssue, kind: str, piece: Piece, page: Page) -> tuple[float, ...]:
    needed, optional, worth = _FUNCTIONS[kind]
    written = {name: (piece.get(name) or Piece(None)).number for name in (*needed, *optional)}
    numbers = {**optional, **{name: number for name, number in written.items() if number is not None}}
    if missing := [name for name in needed if name not in numbers]:
        page.problem(f"{kind} has no number for {', '.join(missing)}", piece.line)
        return ()
    return _computed(issue, lambda x: worth(x, numbers), page, piece.line)


def _computed(
    issue: DomainIssue, worth: Callable[[float], float], page: Page, line: int
) -> tuple[float, ...]:
    numbers = [value for value in issue.values if isinstance(value, int | float)]
    if len(numbers) < len(issue.values):
        page.problem(f"issue {issue.name!r} has options that are no numbers, expected a TableFun", line)
        return ()
    try:
        return _checked(issue, [Piece(worth(float(number))) for number in numbers], page, line)
    except (OverflowError, ZeroDivisionError):
        page.problem(f"issue {issue.name!r} has values beyond all numbers", line)
        return ()


def _checked(issue: DomainIssue, pieces: Sequence[Piece], page: Page, line: int) -> tuple[float, ...]:
    numbers = [piece.number for piece in pieces]
    finite = tuple(number for number in numbers if number is not None and math.isfinite(number))
    if len(finite) < len(numbers):
        page.problem(f"issue {issue.name!r} has values that are no numbers", line)
        return ()
    return finite


def _pairs(issue: DomainIssue) -> zip[tuple[str, object]]:
    return zip(issue.options, issue.values, strict=True)
