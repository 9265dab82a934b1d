"""Where a conflict may come to rest, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sim.analysis.stability.stability import Stability
from sim.analysis.stability.story import Story
from sim.graph_model import CONCEPTS, CONVENTIONS, Answer, Explanation, Path
from sim.scenario import Scenario, describe, describe_options
from sim.scenario.listing import listed
from sim.scenario.words import counted
from sim.text.share_table import bare_table

MOST = 12
"""Packages shown at most."""

FEW = 4
"""Ends, and coalitions, told at most."""

MEANING = {
    "nash": "no party can improve by a move of its own",
    "gmr": "the others could answer every improvement, at whatever cost to themselves",
    "smr": "the others could, and the party could not get out of it by another move",
    "seq": "the others would answer it, each of their moves being an improvement for who makes it",
}


def stability_text(found: Stability, story: Story | None) -> RenderableType:
    """Lay out what is stable in how many worlds, and the story of one package."""
    return Group(*_parts(found, story))


def _parts(found: Stability, story: Story | None) -> Iterator[RenderableType]:
    case = found.case
    yield Text(case.title, style="bold")
    worlds = f"{counted(found.worlds, 'world')}, seed {found.seed}"
    drawn = "nothing is uncertain" if found.is_certain else worlds
    yield Text(f"{len(found.parties) // len(case.parties)} packages, {drawn}, {case.name}", style="dim")
    yield Text()
    yield _equilibria(found)
    if found.coalitional is not None:
        stays, nash = len(found.coalitional), len(found.equilibria("nash"))
        colon = ":" if stays else "."
        yield Text(f"By NASH, {stays} of {nash} are stable against joint improvements too{colon}")
        for one in found.coalitional[:MOST]:
            yield Padding(Text(describe(found.case, one)), (0, 0, 0, 2))
    if (beyond := len(found.table) - len(found.within_reach)) > 0:
        fixed = listed(found.fixed)
        yield Text(f"Nobody moves on {fixed}: {beyond:,} others that differ there are not shown.")
    yield Text()
    for concept, meaning in MEANING.items():
        yield Text(f"{concept.upper():4}  {meaning}", style="dim")
    yield Text(f"An answer is {CONVENTIONS[found.sanctions]}.", style="dim")
    yield Text()
    if story is not None:
        yield from _story(story, found)
    else:
        yield Text("Name a package with --package to hear for whom it is stable, and why.")


def _equilibria(found: Stability) -> Table:
    shown = bare_table("Stable for all", *(concept.upper() for concept in CONCEPTS))
    table = found.within_reach
    for row in table.head(MOST).to_dict("records"):
        marks = [_mark(row[concept], certain=found.is_certain) for concept in CONCEPTS]
        shown.add_row(Text(str(row["label"])), *marks)
    if len(table) > MOST:
        shown.add_row(f"{len(table) - MOST:,} others (--json lists them)")
    elif not len(table):
        shown.add_row("no package")
    return shown


def _mark(share: float, *, certain: bool) -> str:
    if certain:
        return "✓" if share else ""
    return f"{share:.1%}"


def _story(story: Story, found: Stability) -> Iterator[RenderableType]:
    case = story.case
    world = "" if found.is_certain else f" in world {story.world}"
    yield Text(f"{describe(case, story.package)}{world}", style="bold")
    for place, party in enumerate(case.parties):
        yield Text(_stands(case, party, story.of(place)))
    yield Text()
    yield from _ends(story)
    yield from _together(story)


def _stands(case: Scenario, party: str, told: Sequence[Explanation]) -> str:
    """Say by which concepts a package is stable for a party, and why or why not."""
    name, (first, *_) = case.parties[party].name, told
    if first.rational:
        return f"Stable for {name}: it cannot improve by a move of its own."
    stable = [one.concept.upper() for one in told if one.stable]
    if not stable:
        open_ = next(one for one in told if one.concept == "gmr").open
        changes = listed(_some([f'"{changed(case, first.package, end)}"' for end in open_]), "or")
        return f"Not stable for {name}: it improves by {changes}, and no answer undoes that."
    strongest = next(one for one in reversed(told) if one.stable)
    unstable = [one.concept.upper() for one in told if not one.stable]
    also = f", not by {listed(unstable)}" if unstable else ""
    reasons = [_answered(case, name, strongest.package, answer) for answer in strongest.answers]
    return f"Stable for {name} by {listed(stable)}{also}: {'; '.join(_some(reasons))}."


def _some(told: list[str]) -> list[str]:
    """Keep the first few, and say how many more there are."""
    return told if len(told) <= FEW else [*told[:FEW], f"{len(told) - FEW:,} more"]


def _answered(case: Scenario, party: str, package: int, answer: Answer) -> str:
    path = _path(case, answer.improvement, answer.path, "answers")
    there = changed(case, package, answer.improvement)
    return f'if "{there}", then {path}, and {party} is no better off than before'


def changed(case: Scenario, before: int, after: int) -> str:
    """Say what is different in one package from another.

    Examples
    --------
    >>> import sim
    >>> changed(sim.load("published/prisoners-dilemma"), 3, 1)
    'The first confesses'
    """
    old, new = case.space.package(before), case.space.package(after)
    return describe_options(case, {issue: option for issue, option in new.items() if old[issue] != option})


def _path(case: Scenario, start: int, path: Path, verb: str) -> str:
    names, steps, here = [party.name for party in case.parties.values()], [], start
    for step in path:
        steps.append(f'{names[step.party]} {verb} "{changed(case, here, step.package)}"')
        here = step.package
    return ", then ".join(steps)


def _ends(story: Story) -> Iterator[RenderableType]:
    case = story.case
    if not story.ends:
        yield Text("By improvements alone, things do not come to rest anywhere else from here.")
        return
    yield Text("By improvements alone, things come to rest where nobody improves alone any more:")
    for end, path in list(story.ends.items())[:FEW]:
        way = _path(case, story.package, path, "does")
        yield Padding(Text(f"{describe(case, end)}: {way}."), (0, 0, 0, 2))
    if len(story.ends) > FEW:
        yield Padding(Text(f"and {len(story.ends) - FEW:,} other ends (--json lists them)"), (0, 0, 0, 2))


def _together(story: Story) -> Iterator[RenderableType]:
    case = story.case
    if story.together is None:
        yield Text("Packages are too many to look at what parties can do together.")
        return
    names = [party.name for party in case.parties.values()]
    for members, ends in list(story.together.items())[:FEW]:
        who = listed([names[member] for member in members])
        yield Text(f"Together, {who} can reach {describe(case, ends[0])}, better for each of them.")
    if len(story.together) > FEW:
        yield Text(f"So can {len(story.together) - FEW:,} other coalitions (--json lists them).")
    if not story.together:
        where = describe(case, story.package)
        yield Text(f"No coalition gains by leaving {where} together, beyond what fewer members can do.")
