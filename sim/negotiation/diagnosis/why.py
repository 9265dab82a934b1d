"""Why one watched world ended as it did, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from sim.compatibility.minimal_sets import conflicts
from sim.negotiation.diagnosis.diagnose import diagnose
from sim.negotiation.diagnosis.ids import MORE_ROUNDS, SOFTER, remedy_ids
from sim.negotiation.diagnosis.left_on_table import left_on_table
from sim.negotiation.diagnosis.obstacles import MOST
from sim.negotiation.diagnosis.words import sets_in_words
from sim.negotiation.endings import Ending
from sim.scenario import Scenario, describe
from sim.scenario.listing import listed

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation

SHOWN = 0.0005
"""The least gain that shows in print."""


def why(model: Negotiation) -> tuple[str, ...]:
    """Say in sentences why the first world of a finished negotiation ended as it did.

    Without a ZOPA: which obstacles no package satisfies together, and what would have been enough to
    give up. Past the deadline: which offer came closest, and what would have brought agreement. Agreed:
    what was left on the table.

    Examples
    --------
    >>> import sim
    >>> from sim.negotiation.model import Negotiation
    >>> model = Negotiation(sim.load("2025-08-21"), worlds=1, rng=1)
    >>> outcomes = model.play()
    >>> all(sentence.endswith(".") for sentence in why(model))
    True
    """
    ending = Ending(int(model.outcomes().ending[0]))
    return (*_not_ratified(model), *_SENTENCES[ending](model))


def _not_ratified(model: Negotiation) -> Iterator[str]:
    """Name those who refused what a first circle had settled, if that ended the talks."""
    if model.case.negotiation.protocol != "ratification":
        return
    last = [turn for turn in model.transcript if turn.round == model.round and turn.action == "refuses"]
    if last:
        names = [model.case.parties[turn.party].name for turn in last]
        yield f"{listed(names, 'and')} refused, in round {model.round}, what the others had settled."


def _no_zopa(model: Negotiation) -> Iterator[str]:
    found, case = diagnose(model).obstacles, model.case
    world = int(model.outcomes().world[0])
    sets, cut = found.of(world), world in found.cut
    if not sets:
        return
    if not cut:  # what meets only some of the sets need not be a conflict
        together, whole = conflicts(sets, MOST)
        yield f"No package satisfies {sets_in_words(case, together, 'nor', whole=whole)}."
    yield f"It would have been enough to give up {sets_in_words(case, sets, 'or', whole=not cut)}."


def _deadline(model: Negotiation) -> Iterator[str]:
    outcomes, case = model.outcomes(), model.case
    closest = int(outcomes.closest[0])
    if closest >= 0:
        needed = int(model.positions.consent[:, closest].sum())
        accepted = f"{outcomes.acceptances[0]} of the {needed} parties it needed"
        yield f"The offer that came closest had the acceptance of {accepted}: {describe(case, closest)}."
    else:
        yield "No offer that could have been signed in the end was accepted by anybody but its proposer."
    yield _would_have_helped(case, diagnose(model).would_help[0])


def _would_have_helped(case: Scenario, helps: np.ndarray) -> str:
    which = [remedy for remedy, helped in zip(remedy_ids(case), helps, strict=True) if helped]
    softer = [f"{case.parties[r.removeprefix(SOFTER)].name} alone" for r in which if r.startswith(SOFTER)]
    ways = ["with twice the rounds"] if MORE_ROUNDS in which else []
    if softer:
        ways.append(f"if {listed(softer, 'or')} had conceded early")
    if ways:
        return f"It would have been agreed {' or '.join(ways)}."
    return "Neither twice the rounds nor any one party conceding early would have brought agreement."


def _agreed(model: Negotiation) -> Iterator[str]:
    outcomes, case = model.outcomes(), model.case
    _, best = left_on_table(model.positions, model.worlds, outcomes.package, outcomes.round)
    gains = model.worlds.utilities[0, :, best[0]] - model.worlds.utilities[0, :, outcomes.package[0]]
    more = [
        f"{case.parties[party].name} (+{gain:.3f})"
        for party, gain in zip(case.parties, gains, strict=True)
        if party in case.at_the_table and gain >= SHOWN
    ]
    if best[0] == outcomes.package[0]:
        yield "No other package acceptable then was worth more to a party at the table and less to none."
    else:
        other = describe(case, int(best[0]))
        to_whom = listed(more, "and") if more else "somebody by a hair"
        yield f"Also acceptable, worth more to {to_whom} and less to nobody there, was {other}."


def _walked_out(model: Negotiation) -> Iterator[str]:
    outcomes = model.outcomes()
    if outcomes.left_by[0] >= 0:
        name = list(model.case.parties.values())[outcomes.left_by[0]].name
        yield f"{name} left the table in round {outcomes.round[0]}."


_SENTENCES = {
    Ending.NO_ZOPA: _no_zopa,
    Ending.DEADLINE: _deadline,
    Ending.AGREED: _agreed,
    Ending.WALKED_OUT: _walked_out,
}
