"""The rules of the table in words, for people who sit at it."""

from __future__ import annotations

from collections.abc import Callable

from sim.negotiation.protocols.ratification import RatificationSettings, circles
from sim.negotiation.protocols.single_text import SingleTextSettings
from sim.scenario import Scenario
from sim.scenario.listing import listed

SIGNED = "A package is agreed as soon as every party whose consent it needs has accepted it since it was made"


def protocol_words(case: Scenario) -> tuple[str, ...]:
    """Say how the talks go, one sentence or two for each rule.

    Examples
    --------
    >>> import sim
    >>> protocol_words(sim.load("2025-08-21"))[-1]
    'There are at most 40 rounds. Without agreement after the last there is no deal.'
    """
    told = PROTOCOL_WORDS[case.negotiation.protocol](case)
    rounds = case.negotiation.rounds
    most = f"There are at most {rounds} rounds" if rounds > 1 else "There is one round"
    return (*told, f"{most}. Without agreement after the last there is no deal.")


def _alternating(case: Scenario) -> tuple[str, ...]:
    return (
        f"The parties speak in turn{_order(case)}. A round is over when each of them has spoken once.",
        "Whoever speaks accepts the offer on the table, or replaces it by an offer of its own. A party that "
        "has nothing to offer passes; then the offer stays.",
        "An offer settles every question.",
        f"{SIGNED}; whoever makes an offer accepts it.",
    )


def _ratification(case: Scenario) -> tuple[str, ...]:
    settings = RatificationSettings.model_validate(case.negotiation.settings)
    first, then = (_names(case, circle) for circle in circles(settings, case.speaking_order))
    return (
        f"First {first} negotiate, in turn{_order(case)}: whoever speaks accepts the offer on the table, or "
        "replaces it by its own.",
        "They have settled a package when each of them whose consent it needs has accepted it.",
        f"Then it is put to {then or 'nobody else'}, once: those whose consent it needs say yes or no. If "
        "all say yes it is agreed, otherwise there is no deal.",
    )


def _simultaneous(case: Scenario) -> tuple[str, ...]:
    return (
        f"In each round {_names(case, case.at_the_table)} each write down a package, before they know what "
        "the others write. Then all are opened.",
        "A package that is good enough for every party whose consent it needs is agreed; if there are "
        "several, one of them is drawn by lot. If there is none, all write down a package again.",
    )


def _single_text(case: Scenario) -> tuple[str, ...]:
    mediator = SingleTextSettings.model_validate(case.negotiation.settings).mediator
    who = case.parties[mediator].name if mediator in case.parties else "a neutral mediator"
    return (
        f"There is one text, which settles every question; {who} drafts it.",
        f"In each round {who} proposes to change it in one question. The change is made if every party whose "
        "consent the new text needs lets it pass.",
        "Then those whose consent the text needs say whether they sign it. If all do it is agreed.",
    )


def _order(case: Scenario) -> str:
    if case.negotiation.order == "drawn":
        return ", in an order that is drawn by lot"
    return f": first {', then '.join(case.parties[party].name for party in case.speaking_order)}"


def _names(case: Scenario, parties: tuple[str, ...]) -> str:
    return listed([case.parties[party].name for party in parties])


PROTOCOL_WORDS: dict[str, Callable[[Scenario], tuple[str, ...]]] = {
    "alternating_offers": _alternating,
    "ratification": _ratification,
    "simultaneous": _simultaneous,
    "single_text": _single_text,
}
"""What tells the rules of each protocol."""
