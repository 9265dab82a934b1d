"""Domains of NegMAS: a YAML or JSON file of issues, and one utility function for each party [Mohammad2021]_.

A utility function that adds up over issues is represented whatever functions it adds: their values at the
options are. Those that are Python code, or look at several issues at once, are not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from sim.exchange.domain import DomainIssue, Profile
from sim.exchange.formats import DomainFormat, Kind
from sim.exchange.notes import Page
from sim.exchange.plain_tree import Piece, read_json, read_yaml
from sim.exchange.ranges import listed, real_range, whole_range
from sim.exchange.value_functions import values_at

_DISCOUNTED = {"ExpDiscountedUFun", "LinDiscountedUFun"}
_LISTED = {
    "CategoricalIssue",
    "OrdinalIssue",
    "CardinalIssue",
    "DiscreteOrdinalIssue",
    "DiscreteCardinalIssue",
    "SingletonIssue",
}
_WORDS_OF_A_PROFILE = {"type", "weights", "values", "reserved_value", "ufun"}
_RANGES = {"ContiguousIssue", "ContinuousIssue"}


def type_of(piece: Piece | None) -> str:
    """Return the name of the class that something is saved from, without its module."""
    return piece.word("type").rpartition(".")[2] if piece is not None else ""


def _kind(root: Piece) -> Kind | None:
    kind = type_of(root)
    if "OutcomeSpace" in kind or (not kind and _lists_issues(root)):
        return "domain"
    # Whatever has a type, or words of a utility function, may be meant as one: what it is not is then told.
    return "profile" if kind or not _WORDS_OF_A_PROFILE.isdisjoint(root.entries) else None


def _lists_issues(root: Piece) -> bool:
    return bool((root.get("issues") or Piece(None)).items)


def _name(root: Piece) -> str:
    name = root.get("name")
    return str(name.value) if name is not None and name.is_scalar and name.value is not None else ""


def _issues(root: Piece, steps: int | None, page: Page) -> list[DomainIssue] | None:
    pieces = (root.get("issues") or Piece(None)).items
    if not pieces:  # then it has a type
        found = f"{type_of(root)} has no issues, expected a list of them under 'issues'"
        page.problem(found, root.line)
        return None
    if not type_of(root) and any(not _says_values(piece) for piece in pieces):
        page.problem(
            "issues are listed, but no `type: DiscreteCartesianOutcomeSpace`; expected it, and issues that "
            "each have a name, a type and values",
            root.line,
        )
        return None
    found_issues = [_issue(piece, place, steps, page) for place, piece in enumerate(pieces, 1)]
    issues = [issue for issue in found_issues if issue is not None]
    names = [issue.name for issue in issues]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        page.problem(
            f"several issues are called {', '.join(map(repr, twice))}, expected each name once", root.line
        )
    return issues if len(issues) == len(pieces) and not twice else None


def _issue(piece: Piece, place: int, steps: int | None, page: Page) -> DomainIssue | None:
    name = _name(piece) or f"issue {place}"
    values, kind = piece.get("values") or Piece(None), type_of(piece)
    numbers = [item.number for item in values.items or []]
    if not kind and _says_values(piece):
        if _may_be_a_range(numbers):
            page.problem(
                f"issue {name!r} has no type, and its values may be the ends of a range; "
                "expected `type: ContiguousIssue` for a range, or `type: CategoricalIssue` for a list",
                piece.line,
            )
            return None
        page.changed(f"issue {name!r} has no type: each of its values is an option", piece.line)
        kind = "CategoricalIssue"
    if kind == "ContiguousIssue" and isinstance(values.value, int):
        return whole_range(name, (0, values.value - 1, 1), steps, page, piece.line)
    if kind == "ContiguousIssue" and len(numbers) in {2, 3} and all(map(_is_whole, numbers)):
        low, high, stride = (int(number or 0) for number in [*numbers, 1.0][:3])
        return whole_range(name, (low, high, stride), steps, page, piece.line)
    if kind == "ContinuousIssue" and len(numbers) == 2 and all(map(_is_finite, numbers)):  # noqa: PLR2004
        return real_range(name, (numbers[0] or 0.0, numbers[1] or 0.0), steps, page, piece.line)
    if kind in _LISTED and values.items and all(item.is_scalar for item in values.items):
        return listed(name, tuple(dict.fromkeys(item.value for item in values.items)))
    expected = ", ".join(sorted(_LISTED | _RANGES))
    page.problem(
        f"issue {name!r} is {kind or 'nothing known'}, expected one of {expected}, with values", piece.line
    )
    return None


def _says_values(piece: Piece) -> bool:
    return bool((piece.get("values") or Piece(None)).items)


def _may_be_a_range(numbers: Sequence[float | None]) -> bool:
    """Whether numbers may be the ends of a range, with or without a stride, as well as all there are."""
    match numbers:
        case [float(), float()]:
            return True
        case [float(low), float(high), float(stride)]:
            return low < high and 0 < stride <= high - low and stride <= high
    return False


def _profile(root: Piece, name: str, issues: Sequence[DomainIssue], page: Page) -> Profile | None:
    reservation = _reservation(root, page)
    inner = root
    while type_of(inner) in _DISCOUNTED:
        page.lost(f"{type_of(inner)}: utilities do not lose worth with time here", inner.line)
        inner = inner.get("ufun") or Piece({}, inner.line)
        reservation = _reservation(inner, page) if reservation == -math.inf else reservation
    if (outcome := root.get("reserved_outcome")) is not None and outcome.value is not None:
        page.lost("a reserved outcome: no deal is worth its reserved value alone here", outcome.line)
    before = len(page.report.problems)
    evaluations = _evaluations(inner, issues, page)
    weights = _weights(inner, issues, page) if evaluations else []
    bias = inner.get("bias")
    constant = _finite(bias, "bias", page) if bias is not None else 0.0
    if len(page.report.problems) > before:
        return None
    return Profile(name, tuple(weights), tuple(evaluations), reservation, constant)


def _evaluations(root: Piece, issues: Sequence[DomainIssue], page: Page) -> list[tuple[float, ...]]:
    match type_of(root):
        case "LinearAdditiveUtilityFunction" | "LinearAdditiveUFun":
            functions = _for_each(root.get("values"), issues, "value function", root, page)
            return [values_at(issue, fun, page) for issue, fun in zip(issues, functions, strict=False)]
        case "AffineUtilityFunction" | "LinearUtilityFunction" | "AffineUFun" | "LinearUFun":
            identity = Piece({"type": Piece("IdentityFun")}, root.line)
            return [values_at(issue, identity, page) for issue in issues]
        case "ConstUtilityFunction" | "ConstUFun":
            level = _finite(root.get("value"), "value", page)
            first, *others = issues
            return [(level,) * len(first.options), *((0.0,) * len(issue.options) for issue in others)]
        case "":
            page.problem(
                "a utility function without a type, expected `type: LinearAdditiveUtilityFunction`", root.line
            )
            return []
        case other:
            page.problem(
                f"{other} is no sum over issues, or is code: "
                "weights and scores cannot represent it, expected LinearAdditiveUtilityFunction",
                root.line,
            )
            return []


def _weights(root: Piece, issues: Sequence[DomainIssue], page: Page) -> list[float]:
    weights = root.get("weights")
    if weights is None or weights.value is None:
        return [1.0] * len(issues)
    return [_finite(one, "weight", page) for one in _for_each(weights, issues, "weight", root, page)]


def _for_each(
    holder: Piece | None, issues: Sequence[DomainIssue], what: str, root: Piece, page: Page
) -> list[Piece]:
    """Return what is said of each issue, in a list or by the issue's name."""
    if holder is not None and holder.entries:
        missing = [issue.name for issue in issues if issue.name not in holder.entries]
        if not missing:
            return [holder.entries[issue.name] for issue in issues]
        page.problem(f"no {what} for issue {', '.join(map(repr, missing))}", holder.line)
        return []
    items = holder.items if holder is not None else None
    if items is None or len(items) != len(issues):
        found = len(items) if items is not None else "no list"
        page.problem(f"{found} for {what}s, expected one {what} for each of {len(issues)} issues", root.line)
        return []
    return items


def _reservation(root: Piece, page: Page) -> float:
    written = root.get("reserved_value")
    if written is None or written.value is None or written.number == -math.inf:
        return -math.inf
    return _finite(written, "reserved value", page)


def _finite(piece: Piece | None, what: str, page: Page) -> float:
    found = piece.number if piece is not None else None
    if found is None or not math.isfinite(found):
        value = piece.value if piece is not None and piece.is_scalar else "nothing that is one"
        page.problem(f"{what} of {value!r}, expected a number", piece.line if piece is not None else 0)
        return 0.0
    return found


def _is_finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _is_whole(value: float | None) -> bool:
    return value is not None and value.is_integer()


NEGMAS = DomainFormat(
    title="NegMAS",
    parsers={".yml": read_yaml, ".yaml": read_yaml, ".json": read_json},
    mark=b"OutcomeSpace",
    hint=b"issues",
    kind=_kind,
    name=_name,
    issues=_issues,
    profile=_profile,
)
