"""One watched negotiation, round by round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sim.text.story import Name, Sentence, ending, story

if TYPE_CHECKING:
    from sim.negotiation.watched import Watched  # it loads Mesa, which `sim check` need not wait for


def watch_text(watched: Watched) -> RenderableType:
    """Tell one negotiation; rounds in which everybody repeats themselves are told once."""
    return Group(*_parts(watched))


def _parts(watched: Watched) -> Iterator[RenderableType]:
    case = watched.case
    yield Text(case.title, style="bold")
    yield Text(f"{case.name}, seed {watched.seed}, world {watched.world}", style="dim")
    yield from _held(watched)
    for passage in story(watched):
        yield Text(f"\n{passage.heading}", style="bold")
        for sentence in passage.sentences:
            yield Padding(_set(sentence), (0, 0, 0, 2))
    yield Text()
    how, *why = ending(watched)
    yield Text(how, style="bold")
    yield from map(Text, why)


def _held(watched: Watched) -> Iterator[RenderableType]:
    bluffs = [line for line in watched.case.red_lines if line not in watched.held]
    if bluffs:
        yield Text(f"Stated, but not held in this world: {', '.join(bluffs)}.", style="dim")
    softer = [f"{line} from round {round_}" for line, round_ in watched.gives_way.items()]
    if softer:
        yield Text(f"Held at first, and given up: {', '.join(softer)}.", style="dim")


def _set(sentence: Sentence) -> Text:
    return Text.assemble(*((part, "bold" if isinstance(part, Name) else "") for part in sentence))
