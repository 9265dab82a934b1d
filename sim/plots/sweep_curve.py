"""How a sweep changes the answer: shares of the worlds against the swept value."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from sim.analysis.sweep_table import AGREED, FAILURES
from sim.language.dotted import short_names
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.curves import Curve, are_numbers, draw_curves, said
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import BLACK, BLUE, ENDINGS, GREEN, ORANGE, PURPLE, SKY, VERMILLION, Look, tint
from sim.plots.rows import name_x_axis
from sim.plots.style import axes_for, in_style
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent

_NAMES = {
    AGREED: "deal",
    "DEADLINE": "time ran out",
    "NO_ZOPA": "no acceptable package",
    "WALKED_OUT": "a party walked out",
}
_LOOKS = {AGREED: ENDINGS["AGREED"], **{ending: ENDINGS[ending] for ending in FAILURES}}
_MARKERS = "osD^vP*X"
_DASHES = ("-", "--", "-.", ":")
_COLOURS = (BLUE, ORANGE, GREEN, VERMILLION, PURPLE, SKY, BLACK, "#999999")
_PALEST = 0.4
_MOST_LINES = len(_MARKERS)


@in_style
def sweep_curve(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw shares of the worlds along a swept path: of each ending, or of deals for each value of a second.

    Of more than two paths the first two are drawn, the others at their first values, which the corner says.

    Parameters
    ----------
    table
        As `sim.analysis.sweep_table` makes it.
    ax
        Where to draw; a new figure if there is none.

    Examples
    --------
    >>> row = {"low": 0, "high": 1, "DEADLINE": 0.0, "NO_ZOPA": 0.0, "WALKED_OUT": 0.0}
    >>> table = pd.DataFrame([{"negotiation.rounds": n, "agreed": n / 100, **row} for n in (5, 40)])
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs |= {"swept": ["negotiation.rounds"]}
    >>> sweep_curve(table).get_title(loc="left")
    'A deal in 5% of worlds with negotiation.rounds 5, in 40% with 40'
    """
    ax = axes_for(ax, height=4.4)
    paths: list[str] = table.attrs["swept"]
    if not paths:
        headline(ax, "Nothing is swept")
        corner(ax, table)
        nothing_to_draw(ax, "The scenario has one point.")
        return ax
    drawn, notes = _with_others_fixed(table, paths)
    drawn, more = _few_lines(drawn, paths)
    headline(ax, _finding(drawn, paths[:2]))
    corner(ax, table, *notes, *more, "Every point has the same worlds.", SAMPLING_ERROR)
    name_x_axis(ax, _called(table, paths[0]))
    deals = " with a deal" if len(paths) > 1 else ""
    ax.set_ylabel(f"share of {counted(table.attrs['worlds'], 'world')}{deals}")
    curves = _endings(drawn, paths[0]) if len(paths) == 1 else _by_second(drawn, *paths[:2])
    draw_curves(ax, curves, list(dict.fromkeys(drawn[paths[0]])))
    return ax


def _called(table: pd.DataFrame, path: str) -> str:
    """Call a path as people do, if the table says how."""
    return str(table.attrs.get("words", {}).get(path, path)).replace("_", " ")


def _with_others_fixed(table: pd.DataFrame, paths: Sequence[str]) -> tuple[pd.DataFrame, list[str]]:
    """Keep the rows with the first value of every path beyond the second; say so."""
    drawn, notes = table, []
    for path in paths[2:]:
        first = table[path].iloc[0]
        drawn = drawn[[value == first for value in drawn[path]]]
        notes.append(f"Drawn at {path} = {said(first)}.")
    return drawn, notes


def _few_lines(table: pd.DataFrame, paths: Sequence[str]) -> tuple[pd.DataFrame, list[str]]:
    """Keep no more values of the second path than can be told apart, from the first to the last; say so."""
    if len(paths) == 1:
        return table, []
    values = list(dict.fromkeys(table[paths[1]]))
    told = f"One line for each value of {paths[1]}"
    if len(values) <= _MOST_LINES:
        return table, [f"{told}."]
    places = np.linspace(0, len(values) - 1, _MOST_LINES).round().astype(int)
    kept = [values[place] for place in places]
    return table[[value in kept for value in table[paths[1]]]], [
        f"{told}, {_MOST_LINES} of {len(values)} drawn."
    ]


def _endings(table: pd.DataFrame, path: str) -> list[Curve]:
    """One line for each ending that occurs: deals, with their interval, last, so that they are on top."""
    occurring = [ending for ending in reversed(FAILURES) if table[ending].any()]
    others = [Curve(_NAMES[ending], ENDINGS[ending], _shares(table, path, ending)) for ending in occurring]
    return [*others, Curve(_NAMES[AGREED], ENDINGS["AGREED"], _shares(table, path, AGREED))]


def _by_second(table: pd.DataFrame, first: str, second: str) -> list[Curve]:
    """One line of deals for each value of the second path: from pale to dark if they are numbers."""
    values = list(dict.fromkeys(table[second]))
    ordered = are_numbers(values)
    colours = [tint(BLUE, share) for share in np.linspace(_PALEST, 1, len(values))] if ordered else _COLOURS
    key = short_names([second])[0].rpartition(".")[2]
    return [
        Curve(
            f"{key} {said(value)}:" if ordered else f"{said(value)}:",
            Look(colours[place], "", _MARKERS[place], _DASHES[place % len(_DASHES)]),
            _shares(table[[each == value for each in table[second]]], first, AGREED),
        )
        for place, value in enumerate(values)
    ]


def _shares(table: pd.DataFrame, path: str, column: str) -> pd.DataFrame:
    """Return `value`, `share`, and for deals `low` and `high`."""
    ends = {"low": table["low"], "high": table["high"]} if column == AGREED else {}
    return pd.DataFrame({"value": table[path], "share": table[column], **ends})


def _finding(table: pd.DataFrame, paths: Sequence[str]) -> str:
    """Say where along the sweep deals are most and least frequent, in the order of the sweep."""
    most, least = (int(place) for place in (np.argmax(table[AGREED]), np.argmin(table[AGREED])))
    one, other = (table.iloc[place] for place in sorted((most, least)))
    words = [_called(table, path) for path in paths]
    names = [
        short if word == path.replace("_", " ") else word
        for word, path, short in zip(words, paths, short_names(paths), strict=True)
    ]
    here, there = percent(one[AGREED]), percent(other[AGREED])
    if len(table) > 1 and here == there:
        often = {"0%": "No deal in any world", "100%": "A deal in every world"}
        return f"{often.get(here, f'A deal in {here} of worlds')}, whatever {listed(names)} may be"
    point = " and ".join(
        f"{name}{' at' * (' ' in name)} {said(one[path])}" for name, path in zip(names, paths, strict=True)
    )
    told = f"A deal in {here} of worlds with {point}"
    if len(table) == 1:
        return told
    return f"{told}, in {there} with {' and '.join(said(other[path]) for path in paths)}"
