"""The scoring sheet of a role, with room to add up offers."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Order, Role
from sim.report.blocks import Grid, Group, Prose, Section
from sim.report.briefs.weight_words import weight_words
from sim.report.briefs.worth_words import tenths
from sim.scenario import Scenario, describe, describe_options
from sim.scenario.listing import listed

OFFERS = 5
"""For how many offers there is room on a scoring sheet."""

PLACES, TOGETHER = 40, 6
"""How many places of an order are listed, and how many packages of a place."""


def stakes_table(case: Scenario, stakes: tuple[int, ...]) -> Grid:
    """Show how 100 points are distributed over the issues, and say it in words."""
    words = weight_words(stakes)
    cells = [
        (issue.question, word, tenths(stake))
        for issue, word, stake in zip(case.issues.values(), words, stakes, strict=True)
    ]
    caption = "What matters to you: 100 points, distributed over the issues."
    return Grid(caption, ("Issue", "To you it", "Points"), tuple(cells), numeric=frozenset({2}))


def scoring_sheet(case: Scenario, role: Role) -> Section:
    """Lay out every option with its points, and columns in which offers are added up."""
    return Section("Scoring sheet", (_how_to_score(role), _options_and_offers(case, role)), new_page=True)


def _how_to_score(role: Role) -> Prose:
    if isinstance(role.sheet, Order):
        return Prose(
            "Tick the options of an offer in one column; then look the package up in your order, and write "
            "down its place. Places are no points: they do not add up, and say nothing of how much better "
            "one is."
        )
    return Prose(
        "For an offer, write the points of its options into one column, one for each issue, and add them up. "
        f"The best options have 100 points together.{_best(role)}{_rounding(role)}"
    )


def _options_and_offers(case: Scenario, role: Role) -> Grid:
    points = _points_column(role)
    return Grid(
        "Options and offers.",
        ("Issue and option", *points, *(f"Offer {number}" for number in range(1, OFFERS + 1))),
        numeric=frozenset(range(1, 1 + len(points))),
        groups=tuple(_options(case, role)),
        write=1 + len(points),
    )


def order_of(case: Scenario, sheet: Order) -> Grid:
    """Show a party's order, from what it likes best; packages it likes as much share a place."""
    places = [(f"{place}", _place(case, sheet, place)) for place in range(1, min(sheet.last, PLACES) + 1)]
    more = f" The first {PLACES} of {sheet.last:,} places." if sheet.last > PLACES else ""
    return Grid(
        f"Your order, the best first; packages in one place are as good.{more}",
        ("Place", "Packages"),
        tuple(places),
    )


def _place(case: Scenario, sheet: Order, place: int) -> str:
    found = sheet.at(place)
    told = [f"({number}) {describe(case, index)}" for number, index in enumerate(found[:TOGETHER], 1)]
    more = f"; and {len(found) - TOGETHER:,} more" if len(found) > TOGETHER else ""
    return "; ".join(told) + more if len(found) > 1 else describe(case, found[0])


def _points_column(role: Role) -> tuple[str, ...]:
    return () if isinstance(role.sheet, Order) else ("Points",)


def _options(case: Scenario, role: Role) -> Iterator[Group]:
    room = ("",) * OFFERS
    for place, issue in enumerate(case.issues.values()):
        labels = issue.options.values()
        if isinstance(role.sheet, Order):
            yield Group(issue.question, tuple((label, *room) for label in labels))
        else:
            told = zip(labels, role.sheet.options[place], strict=True)
            yield Group(issue.question, tuple((label, tenths(points), *room) for label, points in told))
    blank = ("",) * len(_points_column(role))
    sum_ = "Place in your order" if isinstance(role.sheet, Order) else "Sum"
    own = ["Crosses a real red line of yours?"] if role.lines else []
    yield Group("The offer", tuple((what, *blank, *room) for what in (sum_, *own, "Offered by")))


def _best(role: Role) -> str:
    if role.best == role.totals.max():
        return ""
    return f" Without combinations that make no sense, it is {tenths(role.best)}."


def _rounding(role: Role) -> str:
    apart = 0.0 if isinstance(role.sheet, Order) else role.sheet.apart
    if not apart:
        return ""
    return (
        f" Points are rounded to tenths: where two packages are less than {apart / 10 + 0.05:.1f} points "
        "apart, rounding may have turned their order round; the sheet counts."
    )


def rules_words(case: Scenario) -> list[str]:
    """Say which combinations make no sense, and why.

    Examples
    --------
    >>> import sim
    >>> rules_words(sim.load("2025-08-21"))
    ['"US ground troops" together with "No foreign troops": American ground troops are foreign troops.']
    """
    told = []
    for rule in case.rules:
        options = [
            listed([f'"{describe_options(case, {issue: option})}"' for option in options], "or")
            for issue, options in rule.forbid.items()
        ]
        told.append(f"{' together with '.join(options)}: {rule.because}")
    return told
