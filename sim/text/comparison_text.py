"""What changes from one run to others, in sentences and then in tables."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.text import Text

from sim.analysis.comparing.comparison import Comparison
from sim.analysis.comparing.pairing import told_apart
from sim.analysis.comparing.points import points, probability, signed
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending
from sim.scenario.listing import listed
from sim.scenario.words import counted
from sim.text.flips_text import flips_text
from sim.text.share_table import bare_table

NOTES = (
    "World by world: each world has the same draws in both, wherever both draw the same. Intervals are 95% "
    "and show sampling error alone, not how right the assumptions are."
)
UTILITIES = "Utilities run from 0 to 1 and are not comparable between parties."
WATCH = "`sim watch CASE --seed {}{} --world NUMBER` follows one of the worlds that flip."
OTHER_SCALE = "* What it wants is assumed differently in the two: its difference is no gain and no loss."


def comparison_text(found: Sequence[Comparison]) -> RenderableType:
    """Lay out one or several comparisons with the same run."""
    return Group(*_parts(found))


def _parts(found: Sequence[Comparison]) -> Iterator[RenderableType]:
    base = found[0].a
    runs = [base, *(each.b for each in found)]
    name, *names = told_apart(runs)
    yield Text(" | ".join(dict.fromkeys(run.case.title for run in runs)), style="bold")
    yield Text(
        f"{', '.join(names)} compared with {name}: {counted(base.worlds, 'pair')} of worlds, "
        f"seed {base.seed}, version {base.version}",
        style="dim",
    )
    yield Text()
    for each, other in zip(found, names, strict=True):
        yield Text(_agreement(each, other))
    yield Text()
    for each, other in zip(found, names, strict=True):
        if len(found) > 1:
            yield Text(other, style="bold underline")
        yield from _details(each, name, other)
    flipped = any(each.flipped for each in found)
    yield Text(
        " ".join([NOTES, UTILITIES, *([WATCH.format(base.seed, _strata(base))] if flipped else [])]),
        style="dim",
    )


def _strata(run: Run) -> str:
    """Say what else a world depends on, if it does."""
    ensemble = run.case.ensemble
    strata = f" --set ensemble.worlds={ensemble.worlds} --set ensemble.design={ensemble.design}"
    return strata if ensemble.design == "latin_hypercube" else ""


def _agreement(found: Comparison, other: str) -> str:
    (row,) = found.endings[found.endings["ending"] == Ending.AGREED.name].to_dict("records")
    change, interval = points(row["difference"], row["low"], row["high"])
    return (
        f"Agreement in {row['a']:.1%} of worlds, {row['b']:.1%} with {other}: "
        f"{change} points (95% interval {interval})."
    )


def _details(found: Comparison, name: str, other: str) -> Iterator[RenderableType]:
    yield Text(_flipped(found, name))
    yield Text()
    yield _endings(found, name, other)
    yield Text()
    if len(otherwise := found.transitions[found.transitions["a"] != found.transitions["b"]]):
        yield _transitions(otherwise, dict(found.endings[["ending", "label"]].to_numpy()), found.pairs)
        yield Text()
    yield from flips_text(found, name, other)
    yield from _parties(found, name, other)
    yield Text()


def _flipped(found: Comparison, name: str) -> str:
    if not found.changed:
        return f"Every world ends as in {name}, with the same package if any."
    changed = f"The ending or the package agreed differ in {found.changed / found.pairs:.1%} of worlds."
    if not found.flipped:
        return f"{changed} None flips to agreement or from it."
    return (
        f"{changed} {found.flipped:,} of {found.pairs:,} flip, {found.to_agreement.worlds:,} to agreement "
        f"and {found.from_agreement.worlds:,} from it; if either way were as likely, the probability of "
        f"flips as one-sided as these would be {probability(found.p_value)} (McNemar's exact test)."
    )


def _endings(found: Comparison, name: str, other: str) -> RenderableType:
    shown = bare_table("How it ends", escape(name), escape(other), "points", "95% interval")
    for column in shown.columns:
        column.overflow = "fold"
    for row in found.endings.to_dict("records"):
        if row["a"] or row["b"]:
            change = points(row["difference"], row["low"], row["high"])
            shown.add_row(Text(row["label"]), f"{row['a']:.1%}", f"{row['b']:.1%}", *change)
    return shown


def _transitions(table: pd.DataFrame, labels: Mapping[str, str], pairs: int) -> RenderableType:
    shown = bare_table("What ends otherwise", "worlds", "share")
    for row in table.sort_values("count", ascending=False, kind="stable").to_dict("records"):
        words = f"{labels[row['a']]} -> {labels[row['b']]}"
        shown.add_row(Text(words), f"{row['count']:,}", f"{row['count'] / pairs:.1%}")
    return shown


def _parties(found: Comparison, name: str, other: str) -> Iterator[RenderableType]:
    shown = bare_table("Mean utility", "difference", "95% interval", "better", "worse", "equal")
    for row in found.parties.to_dict("records"):
        shown.add_row(*_party(row))
    if len(found.parties):
        yield shown
    if not found.parties["same_preferences"].all():
        yield Text(OTHER_SCALE)
    for only, run, called in ((found.only_in_a, found.a, name), (found.only_in_b, found.b, other)):
        if only:
            parties = listed([run.case.parties[party].name for party in only])
            yield Text(f"Only in {called}, and left out here: {parties}.")


def _party(row: Mapping[Hashable, Any]) -> tuple[Text, ...]:
    star = "" if row["same_preferences"] else " *"
    known = not math.isnan(row["low"])  # of a single world there is no interval
    interval = f"{signed(row['low'])} to {signed(row['high'])}" if known else "-"
    shares = (f"{row[which]:.1%}" for which in ("better", "worse", "equal"))
    return tuple(map(Text, (f"{row['name']}{star}", signed(row["difference"]), interval, *shares)))
