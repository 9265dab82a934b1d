"""The distinct reasons why nothing could have been signed, and in how many worlds each held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sim.ensemble.run import Run
from sim.ensemble.spelling import spelled
from sim.negotiation.endings import Ending

Sets = tuple[frozenset[str], ...]
"""Minimal sets of ids of obstacles, smallest first."""


@dataclass(frozen=True)
class Reason:
    """Minimal sets of obstacles that some worlds have in common.

    Parameters
    ----------
    sets
        Each would have been enough to give up.
    cut
        There are more sets than these.
    worlds
        How many worlds have just these.
    """

    sets: Sets
    cut: bool
    worlds: int


@dataclass(frozen=True)
class Reasons:
    """All reasons of a run, each once."""

    reasons: tuple[Reason, ...]

    def __iter__(self) -> Iterator[Reason]:
        return iter(self.reasons)

    @property
    def worlds(self) -> int:
        """How many worlds had no package acceptable to all."""
        return sum(reason.worlds for reason in self.reasons)

    @property
    def worlds_cut(self) -> int:
        """In how many of them not all sets are known."""
        return self.count(lambda reason: reason.cut)

    def count(self, holds: Callable[[Reason], bool]) -> int:
        """Count the worlds whose reason fits.

        Examples
        --------
        >>> Reasons((Reason((frozenset("a"),), False, 3), Reason((), False, 2))).count(lambda r: bool(r.sets))
        3
        """
        return sum(reason.worlds for reason in self.reasons if holds(reason))


def reasons(run: Run) -> Reasons:
    """Read the reasons of the worlds without a ZOPA from a run.

    Examples
    --------
    >>> import sim
    >>> run = sim.run("2025-08-21", worlds=50, seed=1)
    >>> reasons(run).worlds == list(run.table["ending"]).count("NO_ZOPA")
    True
    """
    counts = run.ended(Ending.NO_ZOPA.name, ["in_the_way"])["in_the_way"].value_counts()
    return Reasons(tuple(_reason(str(text), int(worlds)) for text, worlds in counts.items() if worlds))


def _reason(text: str, worlds: int) -> Reason:
    sets, cut = spelled(text)
    return Reason(tuple(map(frozenset, sets)), cut, worlds)
