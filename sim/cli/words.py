"""The words of a command that shows the same again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.api import Run


def watching(case: str, changes: Sequence[str] | None, *, allow_code: bool) -> tuple[str, ...]:
    """Return the words that watch one world of a case, but for its seed and number.

    Examples
    --------
    >>> watching("mine.yaml", ["negotiation.rounds=2"], allow_code=True)
    ('sim', 'watch', 'mine.yaml', '--set', 'negotiation.rounds=2', '--allow-code')
    """
    return _again("watch", case, changes, allow_code=allow_code)


def briefing(case: str, changes: Sequence[str] | None, *, allow_code: bool) -> tuple[str, ...]:
    """Return the words that make the papers of a class again, but for their seed and world.

    Examples
    --------
    >>> briefing("mine.yaml", None, allow_code=False)
    ('sim', 'brief', 'mine.yaml')
    """
    return _again("brief", case, changes, allow_code=allow_code)


def setting(values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the words that set values, by their path.

    Examples
    --------
    >>> setting({"parties.us.strategy": "micro", "negotiation.rounds": 2})
    ('--set', 'parties.us.strategy=micro', '--set', 'negotiation.rounds=2')
    """
    from sim.language.writing import spell

    return set_([f"{path}={spell(value)}" for path, value in values.items()])


def _again(command: str, case: str, changes: Sequence[str] | None, *, allow_code: bool) -> tuple[str, ...]:
    leave = ["--allow-code"] if allow_code else []
    return ("sim", command, case, *set_(changes or ()), *leave)


def size_of(run: Run) -> tuple[str, ...]:
    """Return the words that ask for the worlds of a run."""
    return ("--worlds", str(run.worlds), "--seed", str(run.seed))


def set_(changes: Sequence[str]) -> tuple[str, ...]:
    """Return the words that make changes."""
    return tuple(word for change in changes for word in ("--set", change))
