"""What can go wrong, as values a person can act on.

::

    SimError                  everything this program raises on purpose
    ├── InputError            the user's input is at fault: exit code 2
    │   ├── ScenarioError     a scenario file, with every problem at once
    │   ├── RunError          a stored run that is missing, damaged or in the way
    │   └── StrategyError     an outside strategy that may not run, is not found or fails
    └── WorldError            a world that this program fails to play: exit code 1
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any


class SimError(Exception):
    """Base of everything this program raises on purpose."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what would be right.

    Parameters
    ----------
    message
        What was found and what was expected, one sentence without a full stop.
    path
        The dotted path of keys that leads to it, e.g. ``parties.russia.consent``.
    file, line
        Where it is written; the line counts from 1.

    Examples
    --------
    >>> print(Problem("unknown option 'partial'", path="rules.0.forbid", file="a.yaml", line=41))
    unknown option 'partial' @ rules.0.forbid (a.yaml, line 41)
    """

    message: str
    path: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        at = f" @ {self.path}" if self.path else ""
        return f"{self.message}{at}{f' ({place})' if place else ''}"


class InputError(SimError):
    """The input is at fault; carries every problem found, in order of place.

    Examples
    --------
    >>> print(InputError([Problem("no such file", file="b.yaml")]))
    no such file (b.yaml)
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,), self.__dict__


class ScenarioError(InputError):
    """A scenario that cannot be read or does not make sense."""


class RunError(InputError):
    """A stored run that is missing, damaged or in the way."""


class StrategyError(InputError):
    """A strategy in somebody's own Python code that may not run, cannot be found, or fails while it plays.

    What its code raised is the error's `__cause__`.

    Attributes
    ----------
    playing
        Whether it failed while it played.
    world
        The world in which it failed, if that is known.
    """

    def __init__(
        self, problems: Iterable[Problem], *, playing: bool = False, world: int | None = None
    ) -> None:
        super().__init__(problems)
        self.playing = playing
        self.world = world


class WorldError(SimError):
    """A world that this program fails to play; what was raised is the error's `__cause__`.

    Attributes
    ----------
    world
        Its number, or None if it does not fail when it is played alone.

    Examples
    --------
    >>> print(WorldError("world 7 fails: ZeroDivisionError: division by zero", 7))
    world 7 fails: ZeroDivisionError: division by zero
    """

    def __init__(self, message: str, world: int | None = None) -> None:
        super().__init__(message)
        self.world = world

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.world)


def one_of(kind: str, found: object, expected: Iterable[str]) -> str:
    """Say that `found` is no known `kind`, name the nearest right one and list them all.

    Examples
    --------
    >>> one_of("option", "ful", ["none", "phased", "full"])
    "unknown option 'ful', did you mean 'full'? expected one of none, phased, full"
    >>> one_of("option", "partial", ["none", "phased", "full"])
    "unknown option 'partial', expected one of none, phased, full"
    """
    names = list(expected)
    near = get_close_matches(str(found), names, n=1, cutoff=0.6)
    hint = f" did you mean {near[0]!r}?" if near else ""
    return f"unknown {kind} {found!r},{hint} expected one of {', '.join(names) or '(there are none)'}"
