"""One package's story: what it says, whose consent it needs, who stops it, and what would have to give."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sim.compatibility import Check, Variant
from sim.compatibility.surviving import p_acceptable
from sim.scenario import describe_options
from sim.text.check_text import verdict_on
from sim.text.line_text import listed, party_names, percent, reason, whose

FEW = 6


def package_text(check: Check, variant: Variant) -> RenderableType:
    """Tell the story of a named package."""
    return Group(*_sentences(check, variant))


def _sentences(check: Check, variant: Variant) -> Iterator[RenderableType]:
    case = check.scenario
    yield verdict_on(check, variant)
    yield Text(f"It says: {describe_options(case, variant.partial)}.")
    yield from _completions(check, variant)
    yield Text(f"It needs the consent of {party_names(case, variant.best.needed)}.")
    for line in variant.best.crosses:
        yield Padding(reason(case, line, blocks=line in variant.best.blocks), (0, 0, 0, 2))
    yield from _stopped(check, variant)
    yield from _nearest(check, variant)


def _completions(check: Check, variant: Variant) -> Iterator[RenderableType]:
    """Say what becomes of the issues that the package leaves open."""
    open_ = [issue for issue in check.scenario.issues if issue not in variant.partial]
    if not open_:
        return
    found = variant.completions
    signed = "some" if found.compatible is None else f"{found.compatible:,}"
    possible = "many" if found.possible is None else f"{found.possible:,}"
    left = listed(open_)
    yield Text(f"It leaves open {left}: of {possible} completions that make sense, {signed} can be signed.")
    for index in found.examples[:FEW]:
        package = variant.inside.space.package(index)
        said = describe_options(check.scenario, {issue: package[issue] for issue in open_})
        yield Padding(Text(said), (0, 0, 0, 2))
    if len(found.examples) > FEW:
        yield Padding(Text("... and more (--json lists them)"), (0, 0, 0, 2))
    if not variant.compatible:
        chosen = describe_options(check.scenario, variant.left_open)
        yield Text(f"The one that fewest lines stop says: {chosen}. What follows is about that one.")


def _stopped(check: Check, variant: Variant) -> Iterator[Text]:
    case, blocks = check.scenario, variant.best.blocks
    if not blocks:
        yield Text("Nobody whose consent it needs has stated a red line against it.")
        return
    yield Text(f"It could be signed if {listed(whose(case, line) for line in blocks)} gave way.")
    free, some = percent(p_acceptable(case, blocks)), percent(variant.p_acceptable)
    if len(blocks) == 1:
        yield Text(f"With probability {free} this line is not held.")
    else:
        average = f"on average {variant.expected_held:.2f} of them are"
        yield Text(f"With probability {free} none of these lines is held; {average}.")
    if some != free:
        yield Text(f"With probability {some} no held line blocks the package in some completion.")
    for conflict in variant.completions.conflicts:
        if len(conflict.lines) > 1:
            lines = listed(whose(case, line) for line in check.names(conflict.lines))
            yield Text(f"Inside this package, nothing respects {lines} together.")


def _nearest(check: Check, variant: Variant) -> Iterator[Text]:
    """Name the compatible package that differs least from a package that is stopped."""
    if variant.compatible or not check.compatible:
        return
    space, wanted = check.scenario.space, variant.partial

    def changed(index: int) -> dict[str, str]:
        package = space.package(index)
        return {issue: package[issue] for issue, option in wanted.items() if package[issue] != option}

    nearest = min(map(changed, check.compatible), key=len)
    which = (
        "The nearest compatible package"
        if check.lists_all
        else "Of the compatible packages listed, the nearest"
    )
    yield Text(f"{which} says instead: {describe_options(check.scenario, nearest)}.")
