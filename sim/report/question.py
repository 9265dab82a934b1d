"""The first part of a report: what is asked, what a package settles, and what is uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sim import api
from sim.analysis.all_one import all_one
from sim.analysis.differing.scenario_diff import differences
from sim.language import bundled
from sim.language.head import Head, read_head
from sim.report.blocks import Block, Listing, Prose, Section, Strong
from sim.report.told_run import ToldRun
from sim.scenario import Scenario, quantities
from sim.scenario.listing import listed
from sim.scenario.words import counted

_KINDS = {
    "weights": ("weight of an issue", "weights of issues"),
    "scores": ("score of an option", "scores of options"),
    "value": ("reservation value", "reservation values"),
    "drift": ("drift of a reservation value", "drifts of reservation values"),
    "firmness": ("firmness of a red line", "firmnesses of red lines"),
    "held": ("red line that may be held or not", "red lines that may be held or not"),
    "softens": ("red line that may soften", "red lines that may soften"),
    "walks_out": ("party that may walk out", "parties that may walk out"),
}
"""What is uncertain, one and many of it, by a word in its path."""

_LINES = {"firmness", "held", "softens"}


def question(told: ToldRun, *more: Block) -> Section:
    """Say what is asked of a run, and what is drawn anew in each world."""
    return Section("The question", (*_asked(told), *more))


def _asked(told: ToldRun) -> Iterator[Block]:
    case = told.run.case
    yield Prose(case.about)
    head, changed = head_of(case), changes(case)
    yield Prose((Strong(head.asks or _question(told)),))
    for label, words in (("Changes: ", head.changes), ("Rests on: ", head.rests_on)):
        if words:
            yield Prose((Strong(label), words))
    if changed:
        yield Prose((Strong(f"Changed here, against {case.name} as it comes with the program:"),))
        yield Listing(changed)
    yield Prose(varied(told))


def head_of(case: Scenario) -> Head:
    """Return what the file of a bundled scenario says at its head, also if something was changed since.

    Examples
    --------
    >>> import sim
    >>> head_of(sim.load("2025-08-21")).asks[:28]
    "Which packages cross nobody'"
    """
    file = bundled().get(case.name)
    return Head() if file is None else read_head(file.read_text("utf-8"))


def changes(case: Scenario) -> tuple[str, ...]:
    """Say what a scenario has otherwise than the bundled one of its name, but for its worlds.

    Examples
    --------
    >>> import sim
    >>> changes(sim.load("2025-08-21"))
    ()
    >>> changes(sim.load("2025-08-21", {"negotiation.rounds": 3}))
    ('rounds 40 -> 3',)
    """
    if case.name not in bundled():
        return ()
    as_it_comes = api.load(case.name).but(ensemble=case.ensemble)
    return tuple(one.words for one in differences(as_it_comes, case))


def _question(told: ToldRun) -> str:
    """Ask which packages are compatible, if there are red lines, and how the negotiation ends."""
    case = told.run.case
    ends = f"how {_unknown(quantities.uncertain(case))}?"
    if not case.red_lines:
        return f"No party states a red line: {ends}"
    lines = counted(len(case.red_lines), "stated red line")
    which = "do not cross it" if len(case.red_lines) == 1 else "cross none of them"
    return f"Given {lines}, which packages {which}, and {ends}"


def _unknown(uncertain: list[str]) -> str:
    """Say how the negotiation ends, given what nobody knows."""
    kinds = {_kind(name) for name in uncertain}
    unknown = ["which lines are held"] if kinds & _LINES else []
    unknown += ["what each party would rather accept than no deal"] if kinds - _LINES else []
    if not unknown:
        return "does the negotiation end"
    return f"may a negotiation end when nobody knows {listed(unknown)}"


def varied(told: ToldRun) -> str:
    """Say how many quantities are drawn anew in each world, and of what kind."""
    case, worlds = told.run.case, told.run.worlds
    uncertain = quantities.uncertain(case)
    counts = Counter(_kind(name) for name in uncertain)
    kinds = [counted(count, *_KINDS[kind]) for kind, count in counts.items() if kind in _KINDS]
    others = len(uncertain) - sum(count for kind, count in counts.items() if kind in _KINDS)
    kinds += [counted(others, "other")] if others else []
    if not uncertain:
        alike = ", which are all alike" if worlds > 1 and all_one(told.run) else ""
        return (
            f"Nothing is uncertain in this scenario; the negotiation is played in {counted(worlds, 'world')}"
            f"{alike}."
        )
    return (
        f"The negotiation is played in {counted(worlds, 'world')}. A world is one guess at everything nobody "
        f"knows: it draws {counted(len(uncertain), 'quantity', 'quantities')} anew ({listed(kinds)}), each "
        "from the range that the scenario gives it."
    )


def _kind(name: str) -> str:
    *before, last = name.split(".")
    return next((word for word in ("weights", "scores") if word in before), last)
