"""Plays the same cases with this program, and tells what happened in the same form."""

import numpy as np
from builders import a_scenario, some_worlds

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation


def run(case):
    """Play one case; return offers, agreement and rounds as _negmas.py does."""
    names = [f"p{place}" for place in range(len(case.parties))]
    scenario = a_scenario(
        {f"i{i}": " ".join(f"o{o}" for o in range(count)) for i, count in enumerate(case.options)},
        {name: {"strategy": _strategy(party)} for name, party in zip(names, case.parties, strict=True)},
        negotiation={"rounds": case.rounds},
    )
    utilities = np.stack([party.utilities for party in case.parties])
    worlds = some_worlds(utilities[None], [party.reservation_value for party in case.parties])
    watched = Negotiation(scenario, worlds, watched=True)
    told = _told(watched.play())
    if told != _told(Negotiation(scenario, worlds).play()):
        raise AssertionError(f"watched and not watched, it ends differently: {case}")
    turns = [turn for turn in watched.transcript if turn.action == "offers"]
    return {"offers": [[turn.round - 1, names.index(turn.party), turn.package] for turn in turns], **told}


def _strategy(party):
    if party.strategy == "micro":
        return "micro"
    exponent = {} if party.exponent is None else {"exponent": party.exponent}
    return {"name": party.strategy, "tolerance": party.tolerance, **exponent}


def _told(outcomes):
    agreed = outcomes.ending[0] == Ending.AGREED
    return {
        "agreement": int(outcomes.package[0]) if agreed else None,
        "rounds": int(outcomes.round[0]),
    }
