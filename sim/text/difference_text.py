"""What two checks differ in, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sim.compatibility.difference import Change, Difference
from sim.scenario import describe_options

PACKAGES = 10


def difference_text(difference: Difference) -> RenderableType:
    """Tell what is different."""
    return Group(*_parts(difference))


def _parts(difference: Difference) -> Iterator[RenderableType]:
    one, other = difference.one.scenario, difference.other.scenario
    yield Text(f"{one.title}  ->  {other.title}", style="bold")
    before, after = difference.one.survey.compatible, difference.other.survey.compatible
    yield Text(f"Compatible packages: {_number(before)} -> {_number(after)}")
    found = [
        *_changes("Red lines", difference.lines),
        *_changes("Whose consent is needed", difference.consents),
        *_changes("Named packages", difference.packages),
        *_changes("What is said of them", difference.verdicts),
        *_sets("Can no longer be held together", difference.conflicts_gained),
        *_sets("Can now be held together", difference.conflicts_lost),
        *_packages("Compatible only in the second", difference, difference.gained),
        *_packages("Compatible only in the first", difference, difference.lost),
    ]
    if difference.gained is None:
        found.append(Text("Packages are not compared one by one: issues differ, or there are too many."))
    yield from found or [Text("Nothing else differs.")]


def _changes(title: str, changes: Mapping[str, Change]) -> Iterator[RenderableType]:
    if changes:
        yield Text(title, style="bold")
    for name, (before, after) in changes.items():
        yield _indented(f"{name}: {before or '(none)'}  ->  {after or '(none)'}")


def _sets(title: str, sets: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    if sets:
        yield Text(title, style="bold")
    for lines in sets:
        yield _indented(" x ".join(lines))


def _packages(
    title: str, difference: Difference, packages: Sequence[Mapping[str, str]] | None
) -> Iterator[RenderableType]:
    if not packages:
        return
    yield Text(title, style="bold")
    for package in packages[:PACKAGES]:
        yield _indented(describe_options(difference.one.scenario, package))
    if len(packages) > PACKAGES:
        yield _indented(f"... and {len(packages) - PACKAGES} more (--json lists them)")


def _number(count: int | None) -> str:
    return "some" if count is None else f"{count:,}"


def _indented(text: str) -> Padding:
    return Padding(Text(text), (0, 0, 0, 2))
