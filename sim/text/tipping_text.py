"""Where the answer tips, in sentences and a table of what was tried."""

from __future__ import annotations

import math
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from sim.analysis.tipping.target import Target
from sim.analysis.tipping.tip_search import Evaluation, Tip
from sim.analysis.tipping.tipping import TippingPoint
from sim.scenario.listing import listed
from sim.scenario.words import counted
from sim.text.share_table import bare_table

NOTES = (
    "The same worlds at every value. Intervals are 95% and show sampling error alone, not how right the "
    "assumptions are."
)


def tipping_text(found: TippingPoint) -> RenderableType:
    """Lay out a tipping point."""
    return Group(*_parts(found))


def _parts(found: TippingPoint) -> Iterator[RenderableType]:
    asked = found.question
    size = asked.scenario.ensemble
    yield Text(asked.scenario.title, style="bold")
    yield Text(f"{counted(size.worlds, 'world')}, seed {size.seed}, {asked.scenario.name}", style="dim")
    yield Text()
    yield Text(_no_tip(found) if found.tip is None else _tip(found, found.tip))
    if not found.monotone:
        places = listed([f"{low:.4g} and {high:.4g}" for low, high in found.changes])
        yield Text(
            f"The answer changes more than once, between {places}; told is the first change of a grid."
        )
    yield Text()
    yield _evaluations(found)
    yield Text()
    yield Text(NOTES, style="dim")


def _tip(found: TippingPoint, tip: Tip) -> str:
    asked = found.question
    below = next(each.holds for each in reversed(found.evaluations) if each.value < tip.value)
    low, high = tip.interval
    ends = f"{low:.4g}{' or less' if tip.cut[0] else ''} to {high:.4g}{' or more' if tip.cut[1] else ''}"
    holds = "holds below and not above" if below else "holds above and not below"
    return f"{asked.target} {holds} {asked.path} = {tip.value:.4g} (95% interval {ends})."


def _no_tip(found: TippingPoint) -> str:
    asked, first, last = found.question, found.evaluations[0], found.evaluations[-1]
    where = "at every" if first.holds else "at no"
    ends = " and ".join(
        f"{_measure(asked.target, each.measure)} at {each.value:.4g}" for each in (first, last)
    )
    measure = asked.target.measure
    return f"{asked.target} holds {where} value of {asked.path} that was tried: {measure} is {ends}."


def _evaluations(found: TippingPoint) -> RenderableType:
    target = found.question.target
    shown = bare_table("Value", target.measure, "95% interval", str(target))
    for each in found.evaluations:
        measure, interval = _measure(target, each.measure), _interval(target, each)
        shown.add_row(f"{each.value:.4g}", measure, interval, "yes" if each.holds else "no")
    return shown


def _interval(target: Target, each: Evaluation) -> str:
    if math.isnan(each.low):
        return "-"
    return f"{_measure(target, each.low)} to {_measure(target, each.high)}"


def _measure(target: Target, number: float) -> str:
    return f"{number:.1%}" if target.is_share else f"{number:.3f}"
