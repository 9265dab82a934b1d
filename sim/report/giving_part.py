"""What would have to give: on paper, and in the worlds in which nothing was acceptable to all."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from sim.analysis.summing_up.summary import Summary
from sim.api import Check
from sim.compatibility.surviving import firmness
from sim.report.blocks import Block, Grid, Listing, Prose, Section
from sim.scenario import Scenario, describe_options
from sim.scenario.words import percent

FEW = 8
"""Sets that are told of each kind."""


def giving_part(stated: Check, summary: Summary) -> Section:
    """Show the fewest red lines that cannot be held together, and the least that would have to give."""
    return Section("What would have to give", (_on_paper(stated), *_in_worlds(summary)))


def _on_paper(stated: Check) -> Section:
    return Section("If every stated line is held", tuple(_stated(stated)))


def _stated(stated: Check) -> Iterator[Block]:
    case = stated.scenario
    if not case.red_lines:
        yield Prose("There are no red lines.")
    elif stated.conflicts:
        yield Prose("Red lines that cannot be held together, though any part of each set can:")
        conflicts = [" x ".join(_whose(case, line) for line in lines) for lines in stated.conflicts[:FEW]]
        yield Listing((*conflicts, *_more(len(stated.conflicts))))
    elif stated.survey.examples:
        yield Prose(
            "All red lines can be held together: some package crosses none of those that can stop it."
        )
    if stated.concessions:
        yield _concessions(stated)
    if stated.likeliest:
        found, chance = stated.likeliest[0]
        yield Prose(
            "Of the packages that are stopped, the likeliest to survive, since its lines may not be held "
            f"({100 * chance:.3g}%), is: {describe_options(case, found.package)}."
        )


def _concessions(stated: Check) -> Grid:
    case, space = stated.scenario, stated.scenario.space
    rows = tuple(
        (
            " + ".join(_whose(case, line) for line in lines),
            " + ".join(
                f"{case.statement_of(line).kind}, {100 * firmness(case, line):.3g}%" for line in lines
            ),
            "some" if opening.opens is None else f"{opening.opens:,}",
            describe_options(case, space.package(opening.example)),
        )
        for lines, opening in stated.concessions[:FEW]
    )
    left = len(stated.concessions) - len(rows)
    caption = "The least that would have to give, together, to open more packages" + (
        f"; {left:,} larger or equal sets are left out." if left else "."
    )
    columns = ("Red lines that give way", "Rests on; probability that it is held", "Opens", "For example")
    return Grid(caption, columns, rows, frozenset({2}))


def _in_worlds(summary: Summary) -> Iterator[Section]:
    """Tell of the worlds in which nothing was acceptable, if there are any."""
    worlds = summary.in_the_way.attrs["no_zopa_worlds"]
    if worlds:
        heading = f"In the {worlds:,} world{'s' * (worlds > 1)} in which no package was acceptable to all"
        yield Section(heading, (_sets(summary.conflicts, CONFLICTS), _sets(summary.in_the_way_sets, GIVING)))


CONFLICTS = (
    "Red lines that are held, and reservation values, that no package satisfies together, though any part "
    "of each set can be. Such a set has several sides."
)
GIVING = "Minimal sets of them whose giving way would have made some package acceptable to all."


def _sets(table: pd.DataFrame, caption: str) -> Grid:
    rows = tuple(
        (
            str(row["label"]),
            f"{row['count']:,}",
            percent(row["share"]),
            f"{row['low']:.1%} to {row['high']:.1%}",
        )
        for row in table.head(FEW).to_dict("records")
    )
    total = table.attrs["sets"]
    more = f" The {len(rows)} most frequent of {total:,}." if total > len(rows) else ""
    columns = ("Together", "Worlds", "Share", "95% interval")
    return Grid(f"{caption}{more}", columns, rows, frozenset({1, 2, 3}))


def _more(number: int) -> list[str]:
    return [f"and {number - FEW:,} more"] if number > FEW else []


def _whose(case: Scenario, line: str) -> str:
    return f"{case.parties[case.red_lines[line][0]].name}: {case.line_words(line)}"
