"""What variants change, world by world: sentences, tables, and what the scenarios differ in."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from sim.analysis.comparing.comparison import Comparison
from sim.analysis.comparing.flips import Flips
from sim.analysis.comparing.points import points, signed
from sim.analysis.differing.scenario_diff import differences
from sim.analysis.exploring.finding import Finding
from sim.analysis.reporting.paired_sentences import paired_sentences
from sim.report.blocks import Block, Grid, Listing, Prose, Section, Strong, Words
from sim.report.question import head_of
from sim.report.told_run import ToldRun

FEW = 5
"""Numbers of worlds, and lines, that are told of those that flip."""


def paired(found: Comparison, base: ToldRun, other: ToldRun) -> tuple[Finding, ...]:
    """Return the sentences of a comparison."""
    return paired_sentences(found, base.stated, other.stated, (base.name, other.name))


def differing(base: ToldRun, others: Sequence[ToldRun]) -> Section:
    """Say what each variant has otherwise than the base."""
    return Section("What is different", tuple(block for other in others for block in _differing(base, other)))


def _differing(base: ToldRun, other: ToldRun) -> tuple[Block, ...]:
    words = [one.words for one in differences(base.run.case, other.run.case)]
    listing = Listing(tuple(words)) if words else Prose("Nothing: the two are the same scenario.")
    asks = head_of(other.run.case).asks
    asked = (Prose((f"{other.name} asks: ", Strong(asks))),) if asks else ()
    return (*asked, Prose(f"In {other.name}, against {base.name}:"), listing)


def comparison_part(found: Comparison, base: ToldRun, other: ToldRun) -> Section:
    """Show the figures of one comparison."""
    inside: tuple[Block, ...] = (
        _endings(found, base.name, other.name),
        _parties(found),
        *_flips(found.to_agreement, f"Deals in {other.name} alone", base.name, other.name),
        *_flips(found.from_agreement, f"Deals in {base.name} alone", base.name, other.name),
    )
    return Section(f"{other.name} against {base.name}, world by world", inside)


def _endings(found: Comparison, a: str, b: str) -> Grid:
    rows = tuple(
        (
            str(row["label"]),
            f"{row['a']:.1%}",
            f"{row['b']:.1%}",
            *points(row["difference"], row["low"], row["high"]),
        )
        for row in found.endings.to_dict("records")
    )
    caption = f"How the same {found.pairs:,} worlds end. The difference is in percentage points."
    return Grid(caption, ("Ending", a, b, "Difference", "95% interval"), rows, frozenset({1, 2, 3, 4}))


def _parties(found: Comparison) -> Grid:
    rows = tuple(_party(row) for row in found.parties.to_dict("records"))
    caption = (
        "What each party gains or loses in utility, on average, and in which share of the worlds. A star: "
        "what it wants is assumed differently in the two, so that its difference is no gain and no loss."
    )
    columns = ("Party", "Difference", "95% interval", "Better", "Worse", "Equal")
    return Grid(caption, columns, rows, frozenset({1, 2, 3, 4, 5}))


def _party(row: dict) -> tuple[Words, ...]:  # type: ignore[type-arg]
    star = "" if row["same_preferences"] else " *"
    interval = "not known" if isnan(row["low"]) else f"{signed(row['low'])} to {signed(row['high'])}"
    shares = (f"{row[which]:.1%}" for which in ("better", "worse", "equal"))
    return (f"{row['name']}{star}", signed(row["difference"]), interval, *shares)


def _flips(told: Flips, heading: str, a: str, b: str) -> tuple[Block, ...]:
    if not told.worlds:
        return ()
    numbers = ", ".join(map(str, told.first[:FEW]))
    ways = ", ".join(f"{row['label']} {row['count']:,}" for row in told.without.to_dict("records"))
    rows = tuple(
        (f"{row['party_name']}: {row['label']}", f"{row['a_only']:,}", f"{row['b_only']:,}")
        for row in told.lines.head(FEW).to_dict("records")
    )
    same = f" In {told.same_lines:,} the same red lines are held in both." if told.same_lines else ""
    said = Prose(f"{told.worlds:,} worlds (the first: {numbers}). How they end otherwise: {ways}.{same}")
    grid = Grid(
        "Red lines that are held in one of the two alone in these worlds.",
        ("Red line", f"In {a} alone", f"In {b} alone"),
        rows,
        frozenset({1, 2}),
    )
    return (Section(heading, (said, *([grid] if rows else []))),)
