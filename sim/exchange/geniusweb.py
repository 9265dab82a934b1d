"""Domains of GeniusWeb: a JSON file of issues, and a linear additive utility space for each party."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sim.exchange.domain import DomainIssue, Profile
from sim.exchange.formats import DomainFormat, Kind
from sim.exchange.notes import Page
from sim.exchange.plain_tree import Piece, read_json
from sim.exchange.ranges import MOST_OPTIONS, listed

_SPACE = "LinearAdditiveUtilitySpace"
_NOTHING = Piece(None)


def _kind(root: Piece) -> Kind | None:
    if root.get("issuesValues") is not None:
        return "domain"
    is_space = len(root.entries) == 1 and any("UtilitySpace" in str(key) for key in root.entries)
    return "profile" if is_space or root.get(_SPACE) is not None else None


def _name(root: Piece) -> str:
    return root.word("name") or (root.get(_SPACE) or _NOTHING).word("name")


def _issues(root: Piece, steps: int | None, page: Page) -> list[DomainIssue] | None:
    pieces = (root.get("issuesValues") or _NOTHING).entries
    if not pieces:
        page.problem("no issue is here, expected issues with their values under 'issuesValues'")
        return None
    found = [_issue(str(name), piece, steps, page) for name, piece in pieces.items()]
    issues = [issue for issue in found if issue is not None]
    return issues if len(issues) == len(pieces) else None


def _issue(name: str, piece: Piece, steps: int | None, page: Page) -> DomainIssue | None:
    values = (piece.get("values") or _NOTHING).items
    if values and all(value.is_scalar for value in values):
        return listed(name, tuple(dict.fromkeys(value.value for value in values)))
    ends = [_decimal(item) for item in (piece.get("range") or _NOTHING).items or []]
    if len(ends) != 3 or None in ends:  # noqa: PLR2004  (lowest, highest, stride)
        page.problem(
            f"issue {name!r} has no values, expected 'values': [...] or 'range': [low, high, stride]"
        )
        return None
    low, high, stride = (end or 0.0 for end in ends)
    if not (low <= high and stride > 0):
        page.problem(
            f"issue {name!r} has the range {low:g} to {high:g} by {stride:g}, expected a stride above 0"
        )
        return None
    return _range(name, low, stride, math.floor((high - low) / stride + 1e-9) + 1, steps=steps, page=page)


def _range(
    name: str, low: float, stride: float, count: int, *, steps: int | None, page: Page
) -> DomainIssue | None:
    if count > MOST_OPTIONS and steps is None:
        expected = f"expected at most {MOST_OPTIONS:,}: --steps N takes N of them"
        page.problem(f"issue {name!r} has {count:,} numbers, {expected}")
        return None
    kept = range(count) if count <= MOST_OPTIONS or steps is None else _kept(count, steps)
    if len(kept) < count:
        page.lost(f"issue {name!r} has {count:,} numbers; {len(kept)} are kept, evenly spread")
    numbers = tuple(round(low + stride * place, 12) for place in kept)
    return DomainIssue(name, tuple(f"{number:.12g}" for number in numbers), numbers)


def _kept(count: int, steps: int) -> list[int]:
    return [place * (count - 1) // (steps - 1) for place in range(steps)]


def _profile(root: Piece, name: str, issues: Sequence[DomainIssue], page: Page) -> Profile | None:
    space = root.get(_SPACE)
    if space is None:
        kind = next(iter(root.entries), "nothing")
        page.problem(f"{kind} cannot be represented by weights and scores, expected {_SPACE}")
        return None
    before = len(page.report.problems)
    weights, evaluations = [], []
    for issue in issues:
        weight = _decimal((space.get("issueWeights") or _NOTHING).get(issue.name))
        if weight is None:
            page.problem(f"issue {issue.name!r} has no weight, expected a number under 'issueWeights'")
        weights.append(weight or 0.0)
        evaluations.append(
            _evaluations(issue, (space.get("issueUtilities") or _NOTHING).get(issue.name), page)
        )
    if len(page.report.problems) > before:
        return None
    profile = Profile(name, tuple(weights), tuple(evaluations))
    bid = (space.get("reservationBid") or _NOTHING).get("issuevalues")
    return profile if bid is None else _with_reservation(profile, issues, bid, page)


def _evaluations(issue: DomainIssue, piece: Piece | None, page: Page) -> tuple[float, ...]:
    utilities = piece if piece is not None else _NOTHING
    table = (utilities.get("discreteutils") or utilities.get("DiscreteValueSetUtilities") or _NOTHING).get(
        "valueUtilities"
    )
    line = utilities.get("numberutils") or utilities.get("NumberValueSetUtilities")
    if line is not None:
        worths = _on_a_line(issue, line)
    else:
        entries = table.entries if table is not None else {}
        worths = [_decimal(entries.get(option)) for option in issue.options]
    missing = [option for option, worth in zip(issue.options, worths, strict=True) if worth is None]
    if missing:
        page.problem(f"issue {issue.name!r} has no utility for {', '.join(map(repr, missing))}")
        return ()
    return tuple(worth or 0.0 for worth in worths)


def _on_a_line(issue: DomainIssue, line: Piece) -> list[float | None]:
    """Return what numbers are worth between the utilities of the lowest and the highest."""
    names = ("lowValue", "lowUtility", "highValue", "highUtility")
    told = [_decimal(line.get(name)) for name in names]
    low, low_worth, high, high_worth = (number if number is not None else math.nan for number in told)
    if None in told or low == high or not all(isinstance(value, int | float) for value in issue.values):
        return [None] * len(issue.options)
    slope = (high_worth - low_worth) / (high - low)
    return [low_worth + slope * (float(value) - low) for value in issue.values]


def _with_reservation(profile: Profile, issues: Sequence[DomainIssue], bid: Piece, page: Page) -> Profile:
    """Give a profile the worth of its reservation bid, if the bid settles every issue."""
    chosen = [str((bid.get(issue.name) or _NOTHING).value) for issue in issues]
    if not all(option in issue.options for option, issue in zip(chosen, issues, strict=True)):
        page.lost("a reservation bid that does not settle every issue with one of its options")
        return profile
    worths = [e[i.options.index(o)] for e, i, o in zip(profile.evaluations, issues, chosen, strict=True)]
    value = math.fsum(weight * worth for weight, worth in zip(profile.weights, worths, strict=True))
    page.changed(f"the reservation bid is worth {value:g}, which is what no deal is worth here")
    return Profile(profile.name, profile.weights, profile.evaluations, value)


def _decimal(piece: Piece | None) -> float | None:
    """Return a number, which may be written as text, as GeniusWeb does for those in ranges."""
    if piece is None:
        return None
    try:
        found = float(piece.value) if isinstance(piece.value, str) else piece.number
    except ValueError:
        return None
    return found if found is not None and math.isfinite(found) else None


GENIUSWEB = DomainFormat(
    title="GeniusWeb",
    parsers={".json": read_json},
    mark=b'"issuesValues"',
    kind=_kind,
    name=_name,
    issues=_issues,
    profile=_profile,
)
