"""A quantity that is drawn, as people call it."""

from __future__ import annotations

from sim.analysis.differing.scenario_diff_words import name_of, possessive
from sim.scenario import Scenario

_EVENTS = {"held": "is held", "softens": "softens"}


def quantity_words(name: str, case: Scenario) -> str:
    """Call a quantity by what it is about.

    Examples
    --------
    >>> import sim
    >>> august = sim.load("2025-08-21")
    >>> quantity_words("parties.russia.red_lines.no-foreign-troops.held", august)
    "Russia's red line no-foreign-troops is held"
    >>> quantity_words("parties.us.preferences.weights.us_role", august)
    'United States: weight of us_role'
    """
    keys, parties = tuple(name.split(".")), {party: told.name for party, told in case.parties.items()}
    match keys:
        case ["parties", party, "red_lines", line, ("held" | "softens") as event]:
            return f"{possessive(parties[party])} red line {line} {_EVENTS[event]}"
        case ["parties", party, "walks_out"]:
            return f"{parties[party]} may walk out"
        case ["parties", party, "luck"]:
            return f"{parties[party]}: luck"
        case ["negotiation", "luck"]:
            return "luck of the table"
        case ["negotiation", "order", party]:
            return f"{parties[party]}: place in the order of speaking"
    return name_of(keys, parties)
