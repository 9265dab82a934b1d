"""When the negotiation ends, and how: the cumulative incidence of each ending [Kalbfleisch2002]_."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.fitting import fit, text_height
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import ENDINGS
from sim.plots.space import cell_of, settled_size
from sim.plots.spreading import spread
from sim.plots.style import DARK, LABEL_SIZE, axes_for, in_style
from sim.scenario.words import counted, percent

_NAMES = {
    "AGREED": "deal",
    "DEADLINE": "time ran out",
    "NO_ZOPA": "no acceptable package",
    "WALKED_OUT": "a party walked out",
}

_HOW_TO_READ = "Endings compete: a line is the share of all worlds that have ended so by then."
_BANDS = "Bands are intervals, from the first world on that ended so."


@in_style
def time_to_agreement(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw which share of all worlds has ended in each way by each round, with its interval.

    Endings compete: what ended one way can no longer end another. So the lines end at the shares of the
    endings and together at 1, where one minus Kaplan-Meier would promise more deals than there are.

    Parameters
    ----------
    table
        Columns `round` (from 1), `ending`; `share` of all worlds, ended this way by then; `low`
        and `high` where the interval is drawn.
    ax
        Where to draw; a new figure if there is none.

    Examples
    --------
    >>> table = pd.DataFrame({"round": [1, 2, 3, 4], "ending": "AGREED", "share": [0.0, 0.1, 0.4, 0.8]})
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> time_to_agreement(table).get_title(loc="left")
    'A deal in 80% of worlds; half of the deals come in the last round'
    """
    ax = axes_for(ax, height=4.2)
    shares = _by_ending(table, "share")
    shares = shares[[ending for ending in _NAMES if ending in shares and shares[ending].any()]]
    headline(ax, _finding(shares))
    if shares.empty or not table.attrs["worlds"]:
        corner(ax, table)
        nothing_to_draw(ax, "No world has been played.")
        return ax
    corner(ax, table, _HOW_TO_READ, *((_BANDS, SAMPLING_ERROR) if "low" in table else ()))
    ax.set_xlabel("round")
    ax.set_ylabel(f"share of {counted(table.attrs['worlds'], 'world')} ended")
    if "low" in table:
        _draw_bands(ax, shares, *(_by_ending(table, end) for end in ("low", "high")))
    _draw_steps(ax, shares)
    _label_ends(ax, shares)
    return ax


def _by_ending(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return rounds by endings."""
    return table.pivot_table(index="round", columns="ending", values=column, observed=True)


def _draw_bands(ax: Axes, shares: pd.DataFrame, low: pd.DataFrame, high: pd.DataFrame) -> None:
    """Draw the interval of each ending once it occurs: before that, bands would cover each other."""
    for ending in shares.columns:
        occurs = shares.index[shares[ending] > 0]
        ax.fill_between(
            occurs, low.loc[occurs, ending], high.loc[occurs, ending],
            step="post", color=ENDINGS[str(ending)].colour, alpha=0.22, linewidth=0,
        )  # fmt: skip


def _draw_steps(ax: Axes, shares: pd.DataFrame) -> None:
    rounds = [0, *shares.index]
    for ending in reversed(shares.columns):  # deals last: on top of the others
        look, steps = ENDINGS[ending], [0.0, *shares[ending]]
        ax.step(rounds, steps, look.line, where="post", color=look.colour, clip_on=False)
        ax.plot(
            rounds[-1],
            steps[-1],
            look.marker,
            color=look.colour,
            markeredgecolor=DARK,
            clip_on=False,
            zorder=3,
        )
    ax.set_xlim(0, rounds[-1])
    ax.set_ylim(0, 1.05 * shares.to_numpy().max())
    ax.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    ax.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    ax.grid(visible=True, axis="y")


def _label_ends(ax: Axes, shares: pd.DataFrame) -> None:
    """Name each line at its right end; lines that end close together have their names moved apart."""
    last, ends = shares.index[-1], shares.iloc[-1]
    words = [f"{_NAMES[str(ending)]}\u00a0{percent(share)}" for ending, share in ends.items()]
    height = settled_size(ax)[1]
    fitted = fit(words, 0.25 * cell_of(ax).width, height / len(words), LABEL_SIZE)
    gap = 4 + max(text_height(text, fitted.size) for text in fitted.texts)
    points = [float(share) * height / ax.get_ylim()[1] for share in ends]
    for text, ending, share, at, place in zip(
        fitted.texts, ends.index, ends, points, spread(points, gap, height), strict=True
    ):
        ax.annotate(
            text, (last, share), (18, place - at), textcoords="offset points", va="center", size=fitted.size,
            arrowprops={"arrowstyle": "-", "color": ENDINGS[ending].colour, "relpos": (0, 0.5), "shrinkB": 4},
            annotation_clip=False,
        )  # fmt: skip


def _finding(shares: pd.DataFrame) -> str:
    """Say how often there is a deal, and by when, or how late, half of the deals are made."""
    if shares.empty:
        return "No outcomes to show"
    rounds = int(shares.index[-1])
    if "AGREED" not in shares:
        return f"No deal in any world within {counted(rounds, 'round')}"
    deal = f"A deal in {percent(shares['AGREED'].iloc[-1])} of worlds"
    return deal if rounds == 1 else f"{deal}; {_when(shares['AGREED'], rounds)}"


def _when(deals: pd.Series[float], rounds: int) -> str:
    """Say by when half of the deals are made, or how late: whichever takes fewer rounds."""
    first = int(deals.index[deals > 0][0])
    if deals[first] == deals.iloc[-1]:
        return f"each is made in round {first} of {rounds}"
    half = deals.iloc[-1] / 2
    soonest = int(deals.index[deals >= half][0])
    latest = rounds - int(max([0, *deals.index[deals <= half]]))
    if soonest == 1:
        return "half of the deals are made in the first round"
    if latest == 1:
        return "half of the deals come in the last round"
    early = soonest <= latest
    return (
        f"half of the deals are made by round {soonest} of {rounds}"
        if early
        else f"half of the deals come in the last {latest} of {rounds} rounds"
    )
