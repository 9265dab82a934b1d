"""One watched negotiation, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sim.negotiation.transcript import Turn
from sim.scenario import Scenario, describe

if TYPE_CHECKING:
    from sim.negotiation.watched import Watched  # it loads Mesa, which `sim check` need not wait for

Rounds = tuple[int, int]


def watch_text(watched: Watched) -> RenderableType:
    """Tell one negotiation; rounds in which everybody repeats themselves are told once."""
    return Group(*_parts(watched))


def _parts(watched: Watched) -> Iterator[RenderableType]:
    case = watched.case
    yield Text(case.title, style="bold")
    yield Text(f"{case.name}, seed {watched.seed}, world {watched.world}", style="dim")
    yield from _held(watched)
    for (first, last), turns in _told_once(watched.turns):
        yield Text(f"\nRound {first}" if first == last else f"\nRounds {first} to {last}", style="bold")
        for turn in turns:
            yield Padding(_sentence(case, turn), (0, 0, 0, 2))
    yield Text()
    yield Text(watched.ending.sentence, style="bold")
    if watched.package is not None:
        yield Text(f"Agreed in round {watched.round}: {describe(case, watched.package)}.")


def _held(watched: Watched) -> Iterator[RenderableType]:
    bluffs = [line for line in watched.case.red_lines if line not in watched.held]
    if bluffs:
        yield Text(f"Stated, but not held in this world: {', '.join(bluffs)}.", style="dim")


def _told_once(turns: Sequence[Turn]) -> Iterator[tuple[Rounds, list[Turn]]]:
    """Join rounds in which the same is offered, accepted and refused as in the round before."""
    pending: tuple[Rounds, list[Turn]] | None = None
    for number, group in groupby(turns, key=lambda turn: turn.round):
        spoken = list(group)
        if pending and _deeds(pending[1]) == _deeds(spoken):
            pending = ((pending[0][0], number), pending[1])
            continue
        if pending:
            yield pending
        pending = ((number, number), spoken)
    if pending:
        yield pending


def _deeds(turns: Sequence[Turn]) -> list[tuple[str, str, int, int]]:
    return [(turn.party, turn.action, turn.package, turn.refused) for turn in turns]


def _sentence(case: Scenario, turn: Turn) -> Text:
    name = (case.parties[turn.party].name, "bold")
    refuses = f" refuses ({turn.why}) and" if turn.why else ""
    match turn.action:
        case "accepts":
            return Text.assemble(name, f" accepts {describe(case, turn.package)}.")
        case "passes":
            return Text.assemble(name, f"{refuses} passes: no package is acceptable to it.")
        case "offers":
            return Text.assemble(name, f"{refuses} offers {describe(case, turn.package)}.")
