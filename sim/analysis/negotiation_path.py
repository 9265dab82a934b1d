"""One watched negotiation as a table: what each package on the table was worth to each party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from sim.compatibility import positions
from sim.negotiation.transcript import Turn
from sim.negotiation.watched import Watched
from sim.version import __version__

PUTS = {"offers", "redrafts"}
"""What brings a package to the table."""

COLUMNS = [
    "step", "round", "at", "by", "by_name", "package", "party", "party_name", "utility", "reservation_value",
    "crosses", "needed", "acceptable",
]  # fmt: skip


def negotiation_path(watched: Watched) -> pd.DataFrame:
    """Tabulate a negotiation, a row for each package put on the table and each party at it.

    ================= ====================================================================================
    column            holds
    ================= ====================================================================================
    step              which package it is, from 0, in the order in which they came
    round, at         the round, from 1; when: 3.5 is halfway through round 3
    by, by_name       who put it there: a party, or the mediator
    package           its index
    party, party_name to whom
    utility           what it is worth to the party
    reservation_value what no deal is worth to it in that round
    crosses           whether it crosses a red line that the party holds then
    needed            whether it needs the party's consent
    acceptable        whether it is worth no less than no deal, and crosses no such line
    ================= ====================================================================================

    `attrs`: `ending`, `ended` (the round), `rounds` (there were at most), `left` (who walked out, if anybody
    did), and where it comes from.

    Examples
    --------
    >>> import sim
    >>> table = negotiation_path(sim.watch("2025-08-21", seed=1, world=3))
    >>> table["by"][0], table["party"].nunique(), table.attrs["ending"]
    ('france', 6, 'AGREED')
    """
    table = pd.DataFrame(_rows(watched), columns=COLUMNS)
    table = table.astype({"crosses": bool, "needed": bool, "acceptable": bool})
    case = watched.case
    left = [case.parties[turn.party].name for turn in watched.turns if turn.action == "walks out"]
    table.attrs.update(
        scenario=case.name,
        title=case.title,
        seed=watched.seed,
        world=watched.world,
        version=__version__,
        ending=watched.ending.name,
        ended=watched.round,
        rounds=case.negotiation.rounds,
        left=left,
    )
    return table


def _rows(watched: Watched) -> Iterator[tuple[object, ...]]:
    case, consent = watched.case, positions(watched.case).consent
    places = {party: place for place, party in enumerate(case.parties)}
    for step, (turn, at) in enumerate(_put(watched.turns)):
        by_name = case.parties[turn.party].name if turn.party in case.parties else f"the {turn.party}"
        for party, course in watched.parties.items():
            worth = course.worth[turn.package]
            no_deal = course.reservation_values[turn.round - 1]
            crosses = (turn.round, turn.package) in course.barred
            yield (
                *(step, turn.round, at, turn.party, by_name, turn.package),
                *(party, case.parties[party].name, worth, no_deal, crosses),
                *(bool(consent[places[party], turn.package]), worth >= no_deal and not crosses),
            )


def _put(turns: Sequence[Turn]) -> Iterator[tuple[Turn, float]]:
    """Yield the turns that put a package on the table, each with its time."""
    turns_in, taken = Counter(turn.round for turn in turns), Counter[int]()
    for turn in turns:
        if turn.action in PUTS:
            yield turn, turn.round + taken[turn.round] / turns_in[turn.round]
        taken[turn.round] += 1
