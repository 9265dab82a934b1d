"""The first part of a report: what is asked, what a package settles, and what is uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sim import api
from sim.language.head import Head
from sim.language.shelf import shelf
from sim.report.blocks import Block, Prose, Section, Strong
from sim.report.told_run import ToldRun
from sim.scenario import Scenario, quantities
from sim.scenario.listing import listed

_KINDS = {
    "weights": "weights of issues",
    "scores": "scores of options",
    "value": "reservation values",
    "drift": "drifts of reservation values",
    "firmness": "firmnesses of red lines",
    "held": "red lines that may be held or not",
    "softens": "red lines that may soften",
    "walks_out": "parties that may walk out",
}
"""What is uncertain, by a word in its path."""


def question(told: ToldRun, *more: Block) -> Section:
    """Say what is asked of a run, and what is drawn anew in each world."""
    return Section("The question", (*_asked(told), *more))


def _asked(told: ToldRun) -> Iterator[Block]:
    case = told.run.case
    yield Prose(case.about)
    head = head_of(case)
    yield Prose((Strong(head.asks or _question(told)),))
    for label, words in (("Changes: ", head.changes), ("Rests on: ", head.rests_on)):
        if words:
            yield Prose((Strong(label), words))
    yield Prose(varied(told))


def head_of(case: Scenario) -> Head:
    """Return what the file of a bundled scenario says at its head; nothing of a scenario that was changed.

    Examples
    --------
    >>> import sim
    >>> head_of(sim.load("2025-08-21")).asks[:28]
    "Which packages cross nobody'"
    >>> head_of(sim.load("2025-08-21", {"negotiation.rounds": 3})).asks
    ''
    """
    same_name = (one for one in shelf() if one.name.rpartition("/")[2] == case.name.rpartition("/")[2])
    for one in same_name:
        if api.load(one.name).but(ensemble=case.ensemble).hash == case.hash:
            return one.head
    return Head()


def _question(told: ToldRun) -> str:
    lines = len(told.run.case.red_lines)
    return (
        f"Given {lines:,} stated red line{'s' * (lines != 1)}, which packages cross none of them, and how "
        "may a negotiation end when nobody knows which lines are held and what each party would rather "
        "accept than no deal?"
    )


def varied(told: ToldRun) -> str:
    """Say how many quantities are drawn anew in each world, and of what kind."""
    case, worlds = told.run.case, told.run.worlds
    uncertain = quantities.uncertain(case)
    counts = Counter(_kind(name) for name in uncertain)
    kinds = [f"{count:,} {_KINDS[kind]}" for kind, count in counts.items() if kind in _KINDS]
    others = len(uncertain) - sum(count for kind, count in counts.items() if kind in _KINDS)
    kinds += [f"{others:,} others"] if others else []
    if not uncertain:
        return f"Nothing is uncertain in this scenario; the negotiation is played in {_worlds(worlds)}."
    return (
        f"The negotiation is played in {_worlds(worlds)}. A world is one guess at everything nobody knows: "
        f"it draws {len(uncertain):,} quantities anew ({listed(kinds)}), each from the range that the "
        "scenario gives it."
    )


def _kind(name: str) -> str:
    *before, last = name.split(".")
    return next((word for word in ("weights", "scores") if word in before), last)


def _worlds(number: int) -> str:
    return f"{number:,} world{'' if number == 1 else 's'}"
