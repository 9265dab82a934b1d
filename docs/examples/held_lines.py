"""How often each stated red line is held; in the program: a file in `sim/plots/`."""

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.bars import Bar, draw_bars
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import party_looks
from sim.plots.rows import label_rows, name_x_axis, records
from sim.plots.style import axes_for, in_style
from sim.scenario.words import counted, percent


@in_style
def held_lines(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw one bar for each red line, in the colour and hatch of its party.

    Parameters
    ----------
    table
        Columns `party`, `line`, `share`, `low`, `high`, the largest share first.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.
    """
    ax = axes_for(ax, height=1.5 + 0.36 * max(len(table), 4))
    if table.empty:
        headline(ax, "No red lines to show")
        corner(ax, table)
        nothing_to_draw(ax, "No party states a red line.")
        return ax
    first = table.iloc[0]
    headline(ax, f"Held most often: {first.line}, in {percent(first.share)} of worlds")
    corner(ax, table, SAMPLING_ERROR)
    name_x_axis(ax, f"share of {counted(table.attrs['worlds'], 'world')} in which the line is held")
    looks = party_looks(table["party"])
    row_height = label_rows(ax, table["line"].tolist(), share=0.45)
    draw_bars(ax, [Bar(row.share, row.low, row.high, looks[row.party]) for row in records(table)], row_height)
    return ax
