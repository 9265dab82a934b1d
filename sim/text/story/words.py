"""The phrases of a story, as plain values: who may be set in bold where it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sim.negotiation.transcript import Turn
from sim.scenario import Scenario, describe
from sim.scenario.words import in_words


class Name(str):
    """Who speaks; the rest of a sentence is plain text."""

    __slots__ = ()


Sentence = tuple[str, ...]
"""Names and plain text; joined, they read as a sentence."""


def speaker(case: Scenario, turn: Turn) -> Name:
    """Name who speaks; a neutral mediator is no party of the case."""
    party = case.parties.get(turn.party)
    return Name(party.name if party else "The mediator")


def names(case: Scenario, turns: Sequence[Turn]) -> Sentence:
    """Name those who speak, as in a sentence."""
    return listed([(speaker(case, turn),) for turn in turns])


def verb(turns: Sequence[Turn], one: str, several: str) -> str:
    """Choose the form of a verb."""
    return one if len(turns) == 1 else several


def listed(parts: Sequence[Sentence], link: str = " and ") -> Sentence:
    """Join parts of a sentence with commas, the last by a link.

    Examples
    --------
    >>> "".join(listed([("France",), ("Russia",), ("Ukraine",)]))
    'France, Russia and Ukraine'
    """
    between = [", "] * (len(parts) - 2) + [link]
    joined = list(parts[0]) if parts else []
    for separator, part in zip(between[-max(len(parts) - 1, 0) :], parts[1:], strict=False):
        joined += [separator, *part]
    return tuple(joined)


def with_reasons(case: Scenario, turns: Sequence[Turn]) -> Sentence:
    """Name those who refuse, each with its reason in brackets."""
    return listed([(speaker(case, turn), f" ({turn.why})" if turn.why else "") for turn in turns])


def answers(case: Scenario, turns: Sequence[Turn]) -> Sentence:
    """Say who accepts a package and who refuses it, and why: ``accepted by A; refused by B (...)``."""
    accepts = [turn for turn in turns if turn.action == "accepts"]
    refuses = [turn for turn in turns if turn.action == "refuses"]
    said = [("accepted by ", *names(case, accepts))] if accepts else []
    said += [("refused by ", *with_reasons(case, refuses))] if refuses else []
    return listed(said, "; ")


def unlike(case: Scenario, before: int, after: int) -> str:
    """Say what is another answer in a package than before: ``us role from No US role to US air support``."""
    return "; ".join(_changes(case, before, after))


def put(case: Scenario, package: int, before: int | None) -> str:
    """Say what somebody offers, or what changes in its own last offer, whichever is shorter."""
    if package == before:
        return "repeats its offer"
    full = f"offers {describe(case, package)}"
    if before is None:
        return full
    return min(f"changes its offer: {unlike(case, before, package)}", full, key=len)


def leaving(case: Scenario, turns: Iterable[Turn]) -> Iterator[Sentence]:
    """Tell who walks out, and why."""
    for turn in turns:
        if turn.action == "walks out":
            yield (speaker(case, turn), f" walks out: {turn.why}.")


def _changes(case: Scenario, before: int, after: int) -> Iterator[str]:
    old, new = case.space.package(before), case.space.package(after)
    for name, issue in case.issues.items():
        if old[name] != new[name]:
            yield f"{in_words(name)} from {issue.options[old[name]]} to {issue.options[new[name]]}"


def unnumbered(why: str) -> str:
    """Return a reason without its numbers: what was told once need not be told again for a digit.

    Examples
    --------
    >>> unnumbered("it is worth 0.5 to it")
    'it is worth  to it'
    """
    return re.sub(r"[\d.]+", "", why)
