"""The first part of a report: what is asked, what a package settles, and what is uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sim.report.blocks import Block, Prose, Section, Strong
from sim.report.told_run import ToldRun
from sim.scenario import quantities
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
    yield Prose((Strong(_question(told)),))
    yield Prose(varied(told))


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
