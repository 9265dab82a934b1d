"""Worlds in pairs that share all but some quantities: the design for Sobol indices [Saltelli2002]_."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Float

from sim.errors import InputError, Problem
from sim.worlds.designs.sobol import SobolSequence

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Saltelli:
    """Worlds for Sobol indices of groups of quantities.

    Each row of worlds rests on one point of Sobol's sequence in twice as many dimensions as there are
    quantities: its halves are the numbers A and B. The worlds of a row are A; A with the first group from B,
    with the second, ...; for second order also B with the first group from A, ...; and B.

    Parameters
    ----------
    seed
        How the sequence is scrambled.
    samples
        How many rows: a power of 2, since Sobol's sequence is even then.
    groups
        Names of the quantities that vary, those that vary together in one group. Any other name gives 0.
    second
        Whether the worlds for second order are wanted.

    Raises
    ------
    InputError
        If `samples` is no power of 2.

    Examples
    --------
    >>> design = Saltelli(seed=1, samples=2, groups=(("x",), ("y",)))
    >>> points = design.part(0, 4)
    >>> [len(set(points(name))) for name in ("x", "y")]  # A, A with x from B, A with y from B, B
    [2, 2]
    """

    seed: int
    samples: int
    groups: Groups
    second: bool = False

    def __post_init__(self) -> None:
        if self.samples < 1 or self.samples & (self.samples - 1):
            near = 1 << max(self.samples, 1).bit_length() - 1
            right = f"expected a power of 2, such as {near} or {2 * near}"
            raise InputError([Problem(f"{self.samples} samples, {right}")])

    @property
    def places(self) -> int:
        """How many worlds a row has."""
        return 2 + len(self.groups) * (2 if self.second else 1)

    @property
    def worlds(self) -> int:
        """How many worlds there are."""
        return self.samples * self.places

    def part(self, first: int, worlds: int) -> SaltelliPart:
        """Return the uniform numbers of worlds `first` .. `first + worlds - 1`."""
        return SaltelliPart(self, first, worlds)

    @cached_property
    def group_of(self) -> dict[str, int]:
        """The place of the group that a quantity is in."""
        return {name: place for place, names in enumerate(self.groups) for name in names}

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions of the sequence: those of A come first, where it is best."""
        return tuple(f"{half} {name}" for half in "AB" for name in self.group_of)


@dataclass(frozen=True)
class SaltelliPart:
    """The uniform numbers of some worlds of a Saltelli design."""

    design: Saltelli
    first: int
    worlds: int

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        if name not in self.design.group_of:
            return np.zeros(self.worlds)
        rows = self._numbers // self.design.places - self._points.first
        a, b = (self._points(f"{half} {name}")[rows] for half in "AB")
        return np.where(self._from_b(self.design.group_of[name]), b, a)

    def _from_b(self, group: int) -> Bool[np.ndarray, "worlds"]:
        place, groups = self._numbers % self.design.places, len(self.design.groups)
        late = place > groups  # B, with or without a group from A
        return (place == 1 + group) | (late & ~(self.design.second & (place == 1 + groups + group)))

    @cached_property
    def _numbers(self) -> np.ndarray:
        return np.arange(self.first, self.first + self.worlds)

    @cached_property
    def _points(self) -> SobolSequence:
        first, last = self.first // self.design.places, (self.first + self.worlds - 1) // self.design.places
        return SobolSequence(self.design.seed, first, last - first + 1, self.design.dimensions)
