"""When a party walks away: below which points or place, in each round where that changes."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Order, Role
from sim.report.blocks import Block, Grid, Prose, Strong, Words
from sim.report.briefs.worth_words import needed, tenths, worth

ANY, NONE = "any deal beats none", "sign nothing"


def when_to_walk_away(role: Role) -> Iterator[Block]:
    """Say when to walk away: in the first round, in others if that changes, and when patience ends."""
    yield Prose(_enough(role))
    if len({needed(role, need) for need in role.needs.values()}) > 1:
        yield from _by_round(role)
    if role.patience is not None:
        many = f"{role.patience} rounds in a row" if role.patience > 1 else "one round"
        yield Prose(
            f"Your patience has an end: leave the table after {many} without an offer you could accept."
        )


def _enough(role: Role) -> Words:
    need = role.needs[1]
    if need <= role.worst:
        return ("No deal is worth no more to you than your worst package: ", Strong(ANY), ".")
    if need > role.best:
        what = f"{tenths(need)} points, " if _in_points(role) else ""
        return (f"No deal is worth {what}more to you than any package: ", Strong(NONE), ".")
    if isinstance(role.sheet, Order):
        return (
            Strong(f"Walk away below {worth(role, need)}"),
            ": what comes after it is worse than no deal.",
        )
    return (Strong(f"Walk away below {tenths(need)} points"), ": that much no deal is worth to you.")


def _by_round(role: Role) -> Iterator[Block]:
    told = list(role.needs)
    yield Prose("That is in round 1. What no deal is worth to you changes with the rounds.")
    if not _in_points(role):
        yield _table("Where to walk away, from a round on until the next of the table.", "From round", role)
        return
    skips = told != list(range(1, told[-1] + 1))
    between = " Between two rounds of the table it changes evenly." if skips else ""
    yield _table(f"What no deal is worth to you, in points: walk away below.{between}", "Round", role)


def _table(caption: str, first: str, role: Role) -> Grid:
    cells = tuple((str(round_), _below(role, need)) for round_, need in role.needs.items())
    return Grid(caption, (first, "Walk away below"), cells)


def _below(role: Role, need: int) -> Words:
    """Say below what to walk away; where no package or every one is good enough, say that."""
    number = f"{tenths(need)}: " if _in_points(role) else ""
    if need <= role.worst:
        return (number, Strong(ANY))
    if need > role.best:
        return (number, Strong(NONE))
    return (Strong(worth(role, need)),)


def _in_points(role: Role) -> bool:
    return not isinstance(role.sheet, Order) and role.sheet.scale > 0
