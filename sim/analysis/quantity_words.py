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
    "parties.*.preferences.scores.*": "the score of “{4}” for {party}",
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

_LONGEST = 45
"""Letters of an option's words that a label has room for."""


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
    >>> quantity_words("parties.france.preferences.scores.us_role.air_support", august)
    'the score of “US air support” for France'
    """
    parties = {party: told.name for party, told in case.parties.items()}
    return called(_NAMES, _with_words(tuple(name.split(".")), case), parties) or name


def _with_words(keys: tuple[str, ...], case: Scenario) -> tuple[str, ...]:
    """Put what people call a red line, or an option, for its ids."""
    match keys:
        case ("parties", _, "red_lines", line, *_) if line in case.red_lines:
            return (*keys[:3], f"“{case.line_words(line)}”", *keys[4:])
        case ("parties", _, "preferences", "scores", issue, option):
            words = _option_words(case, issue, option)
            return (*keys[:4], words) if words else keys
    return keys


def _option_words(case: Scenario, issue: str, option: str) -> str:
    """Return what people call an option, if that is short and says of which issue it is; or else nothing."""
    known = case.issues.get(issue)
    words = known.options.get(option, "") if known else ""
    same = sum(words in each.options.values() for each in case.issues.values())
    return words if same == 1 and len(words) <= _LONGEST else ""
