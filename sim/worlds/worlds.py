"""Worlds as arrays: everything a batch of negotiations needs to know, drawn once, then fixed."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.axes import HeldWords, PartyValues, Utilities
from sim.compatibility import bits

Round = int | Int[np.ndarray, "worlds"]


@dataclass(frozen=True)
class Worlds:
    """A batch of worlds; nothing is random once it is drawn.

    Parameters
    ----------
    first
        Number of the first world.
    utilities
        Worth of each package to each party, 0 to 1.
    reservation_values, drifts
        What no deal is worth before the first round, and its change per round.
    held
        True where a stated line is held.
    gives_way
        The round, counted from 1, from which a held line no longer stands; infinite if never.
    patience
        After how many rounds in a row without an offer it can accept each party walks out; infinite if never.
    luck, table_luck
        For each party, and for the table, a number in [0, 1) from which all throws of dice follow.
    order
        Who speaks at each turn of a round, as places of parties.
    """

    first: int
    utilities: Utilities
    reservation_values: PartyValues
    drifts: PartyValues
    held: Bool[np.ndarray, "worlds lines"]
    gives_way: Float[np.ndarray, "worlds lines"]
    patience: PartyValues
    luck: PartyValues
    table_luck: Float[np.ndarray, "worlds"]
    order: Int[np.ndarray, "worlds turns"]

    def __len__(self) -> int:
        return len(self.utilities)

    def take(self, rows: Int[np.ndarray, "rows"]) -> Worlds:
        """Return some of the worlds; their numbers then count from 0.

        Examples
        --------
        >>> import sim
        >>> from sim.worlds import draw
        >>> len(draw(sim.load("2025-08-21"), seed=1, first=0, worlds=5).take(np.array([1, 4])))
        2
        """
        return replace(self, first=0, **{name: getattr(self, name)[rows] for name in _arrays()})

    def held_at(self, round_: Round) -> HeldWords:
        """Return the lines still held in a round, counted from 1, the same in all worlds or each its own."""
        return bits.pack(self.held & (self.gives_way > np.reshape(round_, (-1, 1))))

    def reservation_values_at(self, round_: Round) -> PartyValues:
        """Return what no deal is worth in such a round: r + drift (round - 1)."""
        return self.reservation_values + self.drifts * (np.reshape(round_, (-1, 1)) - 1)


def _arrays() -> list[str]:
    return [field.name for field in fields(Worlds) if field.name != "first"]
