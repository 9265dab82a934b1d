"""Which named packages cross which red lines, and how likely it is that nothing stops them."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.corner import corner
from sim.plots.fitting import fit
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.line_columns import UNSAID, LineColumns, name_columns
from sim.plots.package_rows import NO, box, face, label_packages, set_apart, width_left
from sim.plots.rows import records
from sim.plots.space import settled_size
from sim.plots.style import DARK, GREY, LABEL_SIZE, axes_for, in_style
from sim.plots.words import line_words, part_of
from sim.scenario.listing import listed
from sim.scenario.words import percent

_OBJECTS = "✗"
_SURVIVAL = "P(acceptable)"
_STOPS_MEANS = f"Filled, {NO}: the line stops the package."
_OBJECTS_MEANS = (
    f"Hatched, {_OBJECTS}: the party only objects, the package does not need this party's consent."
)
_UNSAID_MEANS = "Slanted*: inferred, or known from the background only."
_SURVIVAL_MEANS = f"{_SURVIVAL}: probability that no line that is held stops the package."

_NAMED = 2
"""Lines the title names at most."""


@in_style
def crossed_lines(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw one row for each package, compatible ones on top, and one column for each line, party by party.

    Parameters
    ----------
    table
        Columns `package`, `line`, `party`, `party_name`, `kind` (of the statement the line rests on),
        `crossed`, `blocks` (crossed, and the package needs that party's consent), `p_acceptable`
        (probability that no line that is held blocks the package, the same in all its rows; NaN: not known).
    ax
        Where to draw; a new figure, as large as the table needs, if there is none.

    Examples
    --------
    >>> rows = [("force", "no-troops", "russia", "Russia", "quoted", True, True, 0.08),
    ...         ("air-shield", "no-troops", "russia", "Russia", "quoted", False, False, 1.0)]
    >>> names = "package line party party_name kind crossed blocks p_acceptable"
    >>> table = pd.DataFrame(rows, columns=names.split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "version": "0.1.0"}
    >>> crossed_lines(table).get_title(loc="left")
    '“no troops” stops the one package that cannot be signed'
    """
    packages, lines = table["package"].nunique(), table["line"].nunique()
    ax = axes_for(ax, width=min(3.2 + 0.7 * max(lines, 4), 14), height=2.9 + 0.32 * max(packages, 3))
    headline(ax, _finding(table))
    if table.empty:
        corner(ax, table)
        nothing_to_draw(ax, "The scenario names no packages, or its parties state no red lines.")
        return ax
    corner(ax, table, *_notes(table))
    known = table["p_acceptable"].notna().any()
    groups = set_apart(table["package"], set(table["package"][table["blocks"]]))
    columns = LineColumns(table, width_left(ax, groups), last=_SURVIVAL if known else "")
    name_columns(ax, columns, rows=packages + len(groups))
    rows = label_packages(ax, groups)
    row_height = settled_size(ax)[1] / (ax.get_ylim()[0] - ax.get_ylim()[1])
    _draw_cells(ax, table, columns, rows, row_height)
    if known:
        _write_survival(ax, table, columns, rows, row_height)
    return ax


def _draw_cells(
    ax: Axes, table: pd.DataFrame, columns: LineColumns, rows: dict[str, int], row_height: float
) -> None:
    size = min(2 * LABEL_SIZE, 0.7 * row_height, 0.9 * columns.width)
    for cell in records(table):
        column, row = columns.places[cell.line], rows[cell.package]
        objects = cell.crossed and not cell.blocks
        look = columns.looks[cell.party]
        box(ax, column, row, 0.86, **face(look, crossed=cell.blocks, needed=not objects))
        if cell.crossed:
            mark, colour = (_OBJECTS, GREY) if objects else (NO, DARK)
            ax.text(column, row, mark, ha="center", va="center_baseline", size=size, color=colour)


def _write_survival(
    ax: Axes, table: pd.DataFrame, columns: LineColumns, rows: dict[str, int], row_height: float
) -> None:
    """Write at the end of each row how likely it is that nothing stops the package."""
    chances = table.drop_duplicates("package").set_index("package")["p_acceptable"]
    words = ["not known" if pd.isna(chances[package]) else percent(chances[package]) for package in rows]
    fitted = fit(words, columns.last_width, 0.82 * row_height, LABEL_SIZE)
    for row, text in zip(rows.values(), fitted.texts, strict=True):
        ax.text(columns.last_place, row, text, ha="center", va="center_baseline", size=fitted.size)


def _notes(table: pd.DataFrame) -> list[str]:
    """Explain those marks that occur."""
    notes = {
        _STOPS_MEANS: table["blocks"].any(),
        _OBJECTS_MEANS: (table["crossed"] & ~table["blocks"]).any(),
        _UNSAID_MEANS: table["kind"].isin(UNSAID).any(),
        _SURVIVAL_MEANS: table["p_acceptable"].notna().any(),
    }
    return [note for note, occurs in notes.items() if occurs]


def _finding(table: pd.DataFrame) -> str:
    """Name the line that stops most packages."""
    if table.empty:
        return "No named packages to judge" if table.attrs.get("line_words") else "No red lines to cross"
    packages = table["package"].nunique()
    stops = table[table["blocks"]]
    stopped = stops["package"].nunique()
    if not stopped:
        return _nothing_stopped(table, packages)
    counts = stops.groupby("line", sort=False, observed=True)["package"].nunique()
    most = [f"“{line_words(str(line), table)}”" for line in counts.index[counts == counts.max()]]
    who = listed(most) if len(most) <= _NAMED else f"{len(most)} red lines"
    verb = "stops" if len(most) == 1 else "each stop"
    if stopped == packages:
        return f"No package can be signed; {who} {verb} {part_of(counts.max(), packages)}"
    return f"{who} {verb} {_of_those(counts.max(), stopped)} that cannot be signed"


def _of_those(count: int, stopped: int) -> str:
    if count < stopped:
        return f"{count} of the {stopped} packages"
    return {1: "the one package", 2: "both packages"}.get(stopped, f"all {stopped} packages")


def _nothing_stopped(table: pd.DataFrame, packages: int) -> str:
    nothing = f"No red line stops {'the one package' if packages == 1 else f'any of the {packages} packages'}"
    objected = table["package"][table["crossed"]].nunique()
    who = "parties whose consent is not needed object to"
    return f"{nothing}; {who} {objected}" if objected else nothing
