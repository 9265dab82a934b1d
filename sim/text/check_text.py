"""A check in the terminal: the table, the reason for every "no", and what can be held together."""

from __future__ import annotations

from collections.abc import Iterator

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sim.compatibility import Check, Verdict
from sim.scenario import describe_options
from sim.text.fitting import Fitting

MARKS = {
    (True, True): "✓",
    (True, False): "(✓)",
    (False, True): "✗",
    (False, False): "(✗)",
}
"""A mark for each (ok, needed)."""

LEGEND = (
    "✓ crosses none of its red lines   ✗ crosses one   "
    "(in brackets: the package does not need its consent, so it cannot block)"
)


def check_text(check: Check) -> RenderableType:
    """Lay out a check."""
    return Group(*_parts(check))


def _parts(check: Check) -> Iterator[RenderableType]:
    yield Text(check.scenario.title, style="bold")
    yield Text(_count(check))
    yield Text()
    if check.scenario.packages:
        yield Fitting(wide=_table(check), narrow=_list(check))
        yield Text(LEGEND, style="dim")
        yield Text()
        yield from _reasons(check)
    yield from _together(check)
    yield from _compatible(check)


def _count(check: Check) -> str:
    left_out = check.packages_total - check.packages_possible
    rules = f" ({left_out} of {check.packages_total} make no sense and are left out)" if left_out else ""
    count = f"{len(check.compatible)} of {check.packages_possible} packages cross nobody's red line{rules}."
    objected = len(check.only_objected)
    return count + (f" {objected} more cross only lines of parties they do not need." if objected else "")


def _table(check: Check) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("package", no_wrap=True)
    for party in check.scenario.parties:
        table.add_column(Text(party), justify="center", no_wrap=True)
    for name, verdicts in _by_package(check):
        table.add_row(Text(name), *map(_mark, verdicts))
    return table


def _list(check: Check) -> Group:
    """Give each package's marks lines of their own, for terminals too narrow for the table."""
    lines: list[RenderableType] = []
    for name, verdicts in _by_package(check):
        marks = [Text.assemble(_mark(verdict), f" {verdict.party}") for verdict in verdicts]
        lines += [Text(name, style="bold"), Padding(Columns(marks, padding=(0, 2)), (0, 0, 0, 2))]
    return Group(*lines)


def _by_package(check: Check) -> Iterator[tuple[str, list[Verdict]]]:
    for name in check.best_completions:
        yield name, [verdict for verdict in check.verdicts if verdict.package == name]


def _mark(verdict: Verdict) -> Text:
    style = "green" if verdict.ok else ("bold red" if verdict.needed else "red")
    return Text(MARKS[verdict.ok, verdict.needed], style=style)


def _reasons(check: Check) -> Iterator[RenderableType]:
    for name, index in check.best_completions.items():
        crossed = check.crosses(index)
        yield _verdict(check, name, index) if not crossed else Text(f"{name}: no", style="bold")
        for line in crossed:
            yield Padding(_reason(check, line, index), (0, 0, 0, 2))
    yield Text()


def _verdict(check: Check, name: str, index: int) -> Text:
    """Say that a package can be compatible, and what it then has to say on what it leaves open."""
    settled = check.scenario.packages[name]
    added = {issue: o for issue, o in check.scenario.space.package(index).items() if issue not in settled}
    terms = f", with: {describe_options(check.scenario, added)}" if added else ""
    return Text.assemble((f"{name}: yes", "bold"), terms)


def _reason(check: Check, line: str, index: int) -> Text:
    """Tell whose line it is and what it rests on."""
    party, _ = check.scenario.red_lines[line]
    statement = check.scenario.statement_of(line)
    needed = check.positions.consent[check.positions.parties.index(party), index]
    verb = "stops it" if needed else "objects"
    return Text.assemble(
        (f"{check.scenario.parties[party].name} {verb}", "red" if needed else ""),
        f": {line}. {statement.claim} ",
        (statement.cited, "dim"),
    )


def _together(check: Check) -> Iterator[RenderableType]:
    if not check.conflicts:
        lines = len(check.scenario.red_lines)
        yield Text(f"All {lines} red lines can be held together." if lines else "There are no red lines.")
        return
    yield Text("Red lines that cannot be held together, though any part of each set can:", style="bold")
    for conflict in check.conflicts:
        yield Padding(Text(" x ".join(_whose(check, line) for line in conflict)), (0, 0, 0, 2))


def _whose(check: Check, line: str) -> str:
    party, _ = check.scenario.red_lines[line]
    return f"{line} ({check.scenario.parties[party].name})"


def _compatible(check: Check, most: int = 10) -> Iterator[RenderableType]:
    if not check.compatible:
        return
    yield Text("Packages that cross nobody's red line:", style="bold")
    for index in check.compatible[:most]:
        package = check.scenario.space.package(index)
        yield Padding(Text(describe_options(check.scenario, package)), (0, 0, 0, 2))
    if len(check.compatible) > most:
        yield Padding(Text(f"... and {len(check.compatible) - most} more (--json lists all)"), (0, 0, 0, 2))
