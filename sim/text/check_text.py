"""A check in the terminal: the table, the reason for every "no", and what would have to give."""

from __future__ import annotations

from collections.abc import Iterator

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sim.analysis.checked.acceptable import Acceptable
from sim.compatibility import Check, Variant, Verdict
from sim.scenario import describe_options
from sim.text.fitting import Fitting
from sim.text.line_text import how_firm, party_names, percent, reason, whose

MARKS = {
    (True, True): "✓",
    (True, False): "(✓)",
    (False, True): "✗",
    (False, False): "(✗)",
}
"""A mark for each (ok, needed)."""

LEGEND = (
    "✓ crosses none of its red lines   ✗ crosses one   "
    "(in brackets: the package does not need its consent, so it cannot block)   "
    "P: probability that no line that is held blocks the package, however it is completed"
)
FEW = 8
PACKAGES = 10


def check_text(check: Check, acceptable: Acceptable | None = None) -> RenderableType:
    """Lay out a check, with what is acceptable by preferences where these are certain."""
    return Group(*_parts(check, acceptable))


def _parts(check: Check, acceptable: Acceptable | None) -> Iterator[RenderableType]:
    yield Text(check.scenario.title, style="bold")
    yield Text(_count(check))
    if acceptable is not None:
        yield Text(_acceptable(acceptable))
    yield Text()
    if check.scenario.packages:
        yield Fitting(wide=_table(check), narrow=_list(check))
        yield Text(LEGEND, style="dim")
        yield Text()
        yield from _reasons(check)
    yield from _together(check)
    yield from _openings(check)
    yield from _likeliest(check)
    yield from _pairs(check)
    yield from _compatible(check)


def _count(check: Check) -> str:
    found = check.survey
    if found.possible is None or found.compatible is None:
        known = "Some packages are" if found.examples else "No package is"
        return f"{known} compatible (there are {check.packages_total:,} combinations: too many to count)."
    left_out = check.packages_total - found.possible
    rules = f" ({left_out:,} of {check.packages_total:,} make no sense and are left out)" if left_out else ""
    count = f"{found.compatible:,} of {found.possible:,} packages cross nobody's red line{rules}."
    if not found.objected:
        return count
    return (
        f"{found.compatible:,} of {found.possible:,} packages cross no red line of a party they need{rules}; "
        f"to {found.objected:,} of them another party objects."
    )


def _acceptable(found: Acceptable) -> str:
    also = "all" if found.compatible == found.count else f"{found.compatible:,}"
    nobody = (
        f" {found.nobody_asked:,} that ask nobody for anything are not counted." if found.nobody_asked else ""
    )
    return (
        f"{found.count:,} packages are worth at least its reservation value to every party they need; "
        f"{also} of them cross no red line of such a party.{nobody}"
    )


def _table(check: Check) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("package", no_wrap=True)
    for party in check.scenario.parties:
        table.add_column(Text(party), justify="center", no_wrap=True)
    table.add_column("P", justify="right", no_wrap=True)
    for variant, verdicts in _by_package(check):
        table.add_row(Text(variant.name), *map(_mark, verdicts), percent(variant.p_acceptable))
    return table


def _list(check: Check) -> Group:
    """Give each package's marks lines of their own, for terminals too narrow for the table."""
    lines: list[RenderableType] = []
    for variant, verdicts in _by_package(check):
        marks = [Text.assemble(_mark(verdict), f" {verdict.party}") for verdict in verdicts]
        marks.append(Text(f"P {percent(variant.p_acceptable)}"))
        lines += [Text(variant.name, style="bold"), Padding(Columns(marks, padding=(0, 2)), (0, 0, 0, 2))]
    return Group(*lines)


def _by_package(check: Check) -> Iterator[tuple[Variant, list[Verdict]]]:
    for variant in check.variants:
        yield variant, [verdict for verdict in check.verdicts if verdict.package == variant.name]


def _mark(verdict: Verdict) -> Text:
    style = "green" if verdict.ok else ("bold red" if verdict.needed else "red")
    return Text(MARKS[verdict.ok, verdict.needed], style=style)


def _reasons(check: Check) -> Iterator[RenderableType]:
    for variant in check.variants:
        yield verdict_on(check, variant)
        for line in variant.best.crosses:
            yield _indented(reason(check.scenario, line, blocks=line in variant.best.blocks))
    yield Text()


def verdict_on(check: Check, variant: Variant) -> Text:
    """Say whether a package can be compatible, and what it then has to say on what it leaves open."""
    if not variant.compatible:
        return Text(f"{variant.name}: no", style="bold")
    terms = describe_options(check.scenario, variant.left_open)
    return Text.assemble((f"{variant.name}: yes", "bold"), f", with: {terms}" if terms else "")


def _together(check: Check) -> Iterator[RenderableType]:
    if not check.scenario.red_lines:
        yield Text("There are no red lines.")
        return
    if check.survey.examples:
        yield Text(_all_together(check))
        return
    yield Text("Red lines that cannot be held together, though any part of each set can:", style="bold")
    for names, conflict in zip(check.conflicts, check.survey.conflicts, strict=True):
        because = "; only because of the packages that make no sense" if conflict.needs_rules else ""
        yield _indented(Text(" x ".join(whose(check.scenario, line) for line in names) + because))
    yield from _cut(check)


def _all_together(check: Check) -> str:
    lines = f"{len(check.scenario.red_lines):,} red lines"
    if check.survey.objected is None:
        return f"The {lines} leave some package that nobody blocks."
    if check.survey.objected == check.survey.compatible:
        return f"The {lines} leave packages that nobody blocks; to each of them another party objects."
    return f"All {lines} can be held together."


def _openings(check: Check) -> Iterator[RenderableType]:
    if not check.concessions:
        return
    yield Text()
    yield Text("The least that would have to give, together, to open more packages:", style="bold")
    for names, opening in check.concessions[:FEW]:
        opens = "opens some" if opening.opens is None else f"opens {opening.opens:,}"
        yield _indented(Text(" + ".join(how_firm(check.scenario, line) for line in names) + f": {opens}"))
    if len(check.concessions) > FEW:
        yield _indented(Text(f"... and {len(check.concessions) - FEW} more (--json lists them)"))
    if check.opens_most:
        lines = " or ".join(whose(check.scenario, line) for line in check.opens_most)
        yield Text(f"Alone, {lines} would open most.")


def _likeliest(check: Check) -> Iterator[RenderableType]:
    if not check.likeliest:
        return
    found, chance = check.likeliest[0]
    package = describe_options(check.scenario, found.package)
    yield Text(f"Of the packages that are stopped, the likeliest to survive ({percent(chance)}): {package}.")


def _pairs(check: Check) -> Iterator[RenderableType]:
    apart = [pair for pair, packages in check.pairs.items() if packages == 0]
    for pair in apart:
        yield Text(f"{party_names(check.scenario, pair)} could not agree even if they were alone.")
    if check.pairs and not apart:
        yield Text("Any two parties that state red lines could agree if they were alone.")


def _compatible(check: Check) -> Iterator[RenderableType]:
    if not check.compatible:
        return
    yield Text()
    yield Text(
        "Packages that cross nobody's red line:"
        if not check.survey.objected
        else "Packages that nobody blocks:",
        style="bold",
    )
    for index in check.compatible[:PACKAGES]:
        yield _indented(Text(describe_options(check.scenario, check.scenario.space.package(index))))
    more = (check.survey.compatible or len(check.compatible)) - PACKAGES
    if more > 0:
        yield _indented(Text(f"... and {more:,} more (--json lists {len(check.compatible):,})"))


def _cut(check: Check) -> Iterator[RenderableType]:
    if not check.survey.whole:
        yield _indented(Text("... and more: the list is cut"))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))
