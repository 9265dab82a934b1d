"""The runs that are kept, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sim.ensemble.listing import Listed


def runs_text(runs: Sequence[Listed]) -> RenderableType:
    """Lay out what is kept: a line for each run, and under it what is wrong with it."""
    if not runs:
        return Text("No run is here.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    longest = max(len(str(run.folder)) for run in runs)  # to be copied, so never broken
    table.add_column("run", no_wrap=True, min_width=longest)
    table.add_column("state", no_wrap=True)
    for column in ("worlds", "seed", "version", "MB"):
        table.add_column(column, justify="right")
    verified = any(run.checksum for run in runs)
    if verified:
        table.add_column("checksum", no_wrap=True, min_width=16)
    for run in runs:
        table.add_row(*_row(run), *([(run.checksum or "")[:16]] if verified else []))
    wrong = [Text(f"{run.folder}: {run.why}") for run in runs if run.why]
    return Group(table, *wrong)


def _row(run: Listed) -> tuple[str, ...]:
    if run.manifest is None:
        return str(run.folder), run.state, "", "", "", ""
    request, result = run.manifest.request, run.manifest.result
    worlds = f"{request.worlds:,}" if run.there == request.worlds else f"{run.there:,} of {request.worlds:,}"
    size = f"{result['bytes'] / 1e6:.1f}" if result is not None else ""
    return str(run.folder), run.state, worlds, str(request.seed), request.version, size
