"""Worlds along paths on which one quantity moves at a time: the design for screening [Morris1991]_."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.errors import InputError, Problem
from sim.worlds.designs.saltelli import Groups
from sim.worlds.uniforms import Streams

STEP = 0.5
"""How far a quantity moves: half of its range, as if all numbers were levels (with p: p / (2 (p - 1)))."""


@dataclass(frozen=True)
class Trajectories:
    """Worlds for elementary effects of groups of quantities.

    A trajectory begins at a random point; then each group moves once, in random order, each of its quantities
    by half of its range, up or down [Campolongo2007]_.

    Parameters
    ----------
    seed
        Of starts, ways and orders.
    samples
        How many trajectories.
    groups
        Names of the quantities that vary, those that move together in one group. Any other name gives 0.
    levels
        An even number: quantities then take the middles of so many equal parts of their range, and no event
        turns whose chance lies outside these. None for any number.

    Raises
    ------
    InputError
        If there is no trajectory, or `levels` is no even number.

    Examples
    --------
    >>> design = Trajectories(seed=1, samples=1, groups=(("x",), ("y",)), levels=4)
    >>> points = design.part(0, design.worlds)
    >>> np.abs(np.diff([points("x"), points("y")])).sum(axis=1)
    array([0.5, 0.5])
    """

    seed: int
    samples: int
    groups: Groups
    levels: int | None = None

    def __post_init__(self) -> None:
        problems = []
        if self.samples < 1:
            problems.append(Problem(f"{self.samples} trajectories, expected at least 1"))
        if self.levels is not None and (self.levels < 2 or self.levels % 2):  # noqa: PLR2004
            problems.append(Problem(f"{self.levels} levels, expected an even number of them, such as 4"))
        if problems:
            raise InputError(problems)

    @property
    def places(self) -> int:
        """How many worlds a trajectory has."""
        return 1 + len(self.groups)

    @property
    def worlds(self) -> int:
        """How many worlds there are."""
        return self.samples * self.places

    def part(self, first: int, worlds: int) -> TrajectoriesPart:
        """Return the uniform numbers of worlds `first` .. `first + worlds - 1`."""
        return TrajectoriesPart(self, first, worlds)

    @cached_property
    def group_of(self) -> dict[str, int]:
        """The place of the group that a quantity is in."""
        return {name: place for place, names in enumerate(self.groups) for name in names}

    def moves(self, first: int = 0, samples: int | None = None) -> Int[np.ndarray, "trajectories groups"]:
        """Return with which move, counted from 0, each group moves in some trajectories, or in all."""
        lots = self.lots(first, self.samples if samples is None else samples)
        order = np.stack([lots(f"order {names[0]}") for names in self.groups], axis=1)
        return order.argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")

    def rising(self) -> Bool[np.ndarray, "trajectories groups"]:
        """Return whether the first quantity of each group moves up."""
        lots = self.lots(0, self.samples)
        return np.stack([rises(lots, names[0]) for names in self.groups], axis=1)

    def lots(self, first: int, samples: int) -> Streams:
        """Return what decides on some trajectories."""
        return Streams(self.seed, first, samples)


@dataclass(frozen=True)
class TrajectoriesPart:
    """The uniform numbers of some worlds along trajectories."""

    design: Trajectories
    first: int
    worlds: int

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        if name not in self.design.group_of:
            return np.zeros(self.worlds)
        start, rising = _low(self._lots, name, self.design.levels), rises(self._lots, name)
        row, place = self._rows - self._lots.first, self._numbers % self.design.places
        moved = place > self._moves[row, self.design.group_of[name]]
        return start[row] + STEP * (moved == rising[row])

    @cached_property
    def _numbers(self) -> np.ndarray:
        return np.arange(self.first, self.first + self.worlds)

    @cached_property
    def _rows(self) -> np.ndarray:
        return self._numbers // self.design.places

    @cached_property
    def _lots(self) -> Streams:
        first = int(self._rows[0])
        return self.design.lots(first, int(self._rows[-1]) + 1 - first)

    @cached_property
    def _moves(self) -> np.ndarray:
        return self.design.moves(self._lots.first, self._lots.worlds)


def rises(lots: Streams, name: str) -> Bool[np.ndarray, "trajectories"]:
    """Return whether a quantity moves up."""
    return lots(f"way {name}") < 0.5  # noqa: PLR2004


def _low(lots: Streams, name: str, levels: int | None) -> Float[np.ndarray, "trajectories"]:
    """Return the lower of the two numbers that a quantity has on a trajectory."""
    low = STEP * lots(f"start {name}")
    return low if levels is None else (np.floor(low * levels) + 0.5) / levels
