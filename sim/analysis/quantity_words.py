"""A quantity that is drawn, as people call it in a sentence."""

from __future__ import annotations

from sim.analysis.differing.scenario_diff_words import called
from sim.scenario import Scenario

_NAMES = {
    "parties.*.red_lines.*.held": "{whose} red line {3} is held",
    "parties.*.red_lines.*.firmness": "the firmness of {whose} red line {3}",
    "parties.*.red_lines.*.softens": "{whose} red line {3} softens",
    "parties.*.red_lines.*.softens.round": "the round from which {whose} red line {3} softens",
    "parties.*.red_lines.*.softens.chance": "the chance that {whose} red line {3} softens",
    "parties.*.preferences.weights.*": "the weight of {4} for {party}",
    "parties.*.preferences.scores.*.*": "the score of {4} {5} for {party}",
    "parties.*.no_deal.value": "what no deal is worth to {party}",
    "parties.*.no_deal.drift": "the drift of what no deal is worth to {party}",
    "parties.*.walks_out": "{party} may walk out",
    "parties.*.walks_out.after": "the rounds after which {party} walks out",
    "parties.*.walks_out.chance": "the chance that {party} may walk out",
    "parties.*.luck": "the luck of {party}",
    "negotiation.rounds": "the number of rounds",
    "negotiation.luck": "the luck of the table",
    "negotiation.order.*": "the place of {2} in the order of speaking",
}
"""Numbers are nouns, events are clauses."""


def quantity_words(name: str, case: Scenario) -> str:
    """Call a quantity by what it is about: a number by a noun, an event by a clause.

    Examples
    --------
    >>> import sim
    >>> august = sim.load("2025-08-21")
    >>> quantity_words("parties.russia.no_deal.value", august)
    'what no deal is worth to Russia'
    >>> quantity_words("parties.russia.red_lines.no-foreign-troops.held", august)
    "Russia's red line “no foreign troops” is held"
    """
    parties = {party: told.name for party, told in case.parties.items()}
    return called(_NAMES, _with_line_words(tuple(name.split(".")), case), parties) or name


def _with_line_words(keys: tuple[str, ...], case: Scenario) -> tuple[str, ...]:
    """Put what people call a red line for its id."""
    match keys:
        case ("parties", _, "red_lines", line, *_) if line in case.red_lines:
            return (*keys[:3], f"“{case.line_words(line)}”", *keys[4:])
    return keys
