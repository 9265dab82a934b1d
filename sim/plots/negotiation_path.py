"""One negotiation as it went: what each package on the table was worth to each party."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from sim.plots.corner import corner
from sim.plots.fitting import fit
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import Look, party_looks, tint
from sim.plots.rows import label_rows, name_x_axis
from sim.plots.space import cell_of
from sim.plots.style import DARK, GREY, LABEL_SIZE, PALE, axes_for, in_style
from sim.scenario.listing import listed
from sim.scenario.words import counted, possessive

_HEIGHT = 0.8
"""Of the band of a party, in rows: utility runs from 0 at its foot to 1 at its head."""

_LARGEST, _SMALLEST = 4.5, 1.6
"""Points: size of the mark of an own offer at most and at least."""

_APART, _BESIDE = 0.5, 0.45
"""Part of the width of a round that a mark takes, and of the picture that words beside the bands take."""

_NAMED = 2
"""Parties the title names at most."""

_HOW_TO_READ = (
    "Each band: worth of the package on the table to this party, 0 at its foot, 1 at its head. Grey line:"
    " what no deal is worth to it. Coloured: it could accept the package. Mark: its own offer. Stroke below:"
    " the package crosses a red line it holds."
)


@in_style
def negotiation_path(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw for each party what the packages on the table were worth to it, offer by offer.

    Parameters
    ----------
    table
        As `sim.analysis.negotiation_path` makes it: columns `step`, `at`, `by`, `by_name`, `party`,
        `party_name`, `utility`, `reservation_value`, `crosses`, `needed`, `acceptable`; `attrs` `ending`,
        `ended`, `rounds` and `left`.
    ax
        Where to draw; a new figure, as high as the parties need, if there is none.

    Examples
    --------
    >>> row = dict(step=0, at=1.0, by="uk", by_name="UK", party="uk", party_name="UK", utility=0.7)
    >>> row |= dict(reservation_value=0.4, crosses=False, needed=True, acceptable=True)
    >>> table = pd.DataFrame([row])
    >>> table.attrs = {"scenario": "base", "title": "Talks", "seed": 1, "world": 0, "version": "0.1.0"}
    >>> table.attrs |= {"ending": "AGREED", "ended": 1, "rounds": 40, "left": []}
    >>> negotiation_path(table).get_title(loc="left")
    "A deal in round 1 of 40, on UK's offer: worth more than no deal to UK"
    """
    parties = table.drop_duplicates("party")
    ax = axes_for(ax, height=2.0 + 0.62 * max(len(parties), 2))
    headline(ax, _finding(table))
    if table.empty:
        corner(ax, table)
        nothing_to_draw(ax, "Nobody put a package on the table.")
        return ax
    corner(ax, table, _HOW_TO_READ)
    name_x_axis(ax, "round")
    row_height = label_rows(ax, parties["party_name"].tolist(), share=0.25)
    end = table.attrs["ended"] + 1
    looks = party_looks(parties["party"])
    for place, (party, look) in enumerate(looks.items()):
        _draw(ax, place, table[table["party"] == party], look, end)
    ax.set_xlim(1, end)
    ax.xaxis.set_major_locator(MaxNLocator(10, integer=True, steps=[1, 2, 5, 10]))
    if table.attrs["ending"] == "AGREED":
        ax.axvline(table["at"].iloc[-1], color=DARK, linewidth=1, linestyle=(0, (1, 1)), zorder=4)
    _write_last(ax, table, list(looks), row_height)
    return ax


def _draw(ax: Axes, place: int, own: pd.DataFrame, look: Look, end: float) -> None:
    """Draw the band of one party; a package stays on the table until the next one comes."""
    foot = place + _HEIGHT / 2
    at = np.append(own["at"].to_numpy(float), end)
    worth, no_deal = (
        foot - _HEIGHT * np.append(own[column], own[column].iloc[-1])
        for column in ("utility", "reservation_value")
    )
    could = np.append(own["acceptable"], own["acceptable"].iloc[-1]).astype(bool)
    ax.fill_between([1, end], foot - _HEIGHT, foot, color=PALE, alpha=0.45, linewidth=0, zorder=0)
    ax.fill_between(
        at, no_deal, worth, where=could, step="post", color=tint(look.colour, 0.8), linewidth=0,
        zorder=2,
    )  # fmt: skip
    ax.step(at, no_deal, where="post", color=GREY, linewidth=1.2, zorder=3)
    ax.step(at, worth, where="post", color=tint(look.colour, 0.55), linewidth=0.6, zorder=1.5)
    offered = own[own["by"] == own["party"]]
    size = _mark_size(ax, end)
    if len(offered):  # what is not clipped takes room even where it is empty
        ax.plot(
            offered["at"], foot - _HEIGHT * offered["utility"], look.marker, color=look.colour,
            markeredgecolor=DARK, markeredgewidth=size / 9, markersize=size, zorder=4, clip_on=False,
        )  # fmt: skip
    crossing = own.loc[own["crosses"], "at"]
    ax.vlines(crossing, foot, foot + 0.07, color=DARK, linewidth=0.7, zorder=3)


def _mark_size(ax: Axes, end: float) -> float:
    """Return how large marks of own offers are: small enough to be told apart, one a round."""
    each = (1 - _BESIDE) * cell_of(ax).width / (end - 1)
    return min(max(_APART * each, _SMALLEST), _LARGEST)


def _write_last(ax: Axes, table: pd.DataFrame, parties: Sequence[str], row_height: float) -> None:
    """Write on the right what the last package is worth to each party, and what no deal is."""
    last = table[table["step"] == table["step"].iloc[-1]].set_index("party")
    word = "deal" if table.attrs["ending"] == "AGREED" else "last offer"
    words = [
        f"{word} {last.loc[party, 'utility']:.2f}\nno deal {last.loc[party, 'reservation_value']:.2f}"
        for party in parties
    ]
    fitted = fit(words, 0.2 * cell_of(ax).width, row_height * 0.85, LABEL_SIZE - 0.5)
    for place, text in enumerate(fitted.texts):
        ax.annotate(
            text, (1, place), (8, 0), xycoords=ax.get_yaxis_transform(), textcoords="offset points",
            va="center", size=fitted.size, linespacing=1.1, annotation_clip=False,
        )  # fmt: skip


def _finding(table: pd.DataFrame) -> str:
    """Say how it ended; of a deal on whose offer, without one how close any offer came."""
    attrs = table.attrs
    ended, rounds = attrs["ended"], attrs["rounds"]
    if attrs["ending"] == "AGREED":
        last = table[table["step"] == table["step"].iloc[-1]]
        where = f"A deal in round {ended} of {rounds}, on {possessive(last['by_name'].iloc[0])} offer"
        return f"{where}: worth more than no deal to {_gainers(last)}"
    if attrs["left"]:
        return f"No deal: {listed(attrs['left'])} left the table in round {ended} of {rounds}"
    return (
        f"No deal within {counted(rounds, 'round')}: {_closest(table, possible=attrs['ending'] != 'NO_ZOPA')}"
    )


def _gainers(last: pd.DataFrame) -> str:
    """Say for whom of those at the table the package is worth more than no deal."""
    gains = last["utility"] > last["reservation_value"]
    names = last["party_name"][gains].tolist()
    if len(names) == len(last) and len(names) > 1:
        return "both parties" if len(names) == _NAMED else f"all {len(names)} parties at the table"
    if not names:
        return "none of them"
    return listed(names) if len(names) <= _NAMED else f"{len(names)} of {len(last)} parties at the table"


def _closest(table: pd.DataFrame, *, possible: bool) -> str:
    """Say how many of those whose consent they need could have accepted the best of the offers."""
    offers = counted(table["step"].nunique(), "offer")
    if table.empty:
        return "no offer was made"
    lacking = (table["needed"] & ~table["acceptable"]).groupby(table["step"]).sum()
    signable = int((lacking == 0).sum())
    if signable:
        verb = "was" if signable == 1 else "were"
        return f"{signable} of {offers} could have been signed by all who had to, and {verb} not"
    least = int(lacking.min())
    far = f"at least {least} of those who had to sign could not accept any of {offers}"
    return far if possible else f"no package was acceptable to all; {far}"
