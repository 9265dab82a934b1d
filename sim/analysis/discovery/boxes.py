"""Boxes found in a table of worlds: how much of what is of interest they hold, and how purely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from jaxtyping import Bool

from sim.analysis.discovery.columns import Columns
from sim.analysis.discovery.limits import Among, Limits, limits_of
from sim.analysis.discovery.moves import Step
from sim.analysis.discovery.quasi_p_values import QuasiP, quasi_p_values
from sim.errors import InputError, Problem


@dataclass(frozen=True)
class Box:
    """Some conditions that hold together.

    Parameters
    ----------
    limits
        What it asks of the inputs that it restricts, in the order of the table.
    worlds, of_interest
        How many worlds are in it, and how many of those are of interest.
    coverage
        Share of all worlds of interest that are in it.
    density
        Share of its worlds that are of interest.
    mass
        Share of all worlds that are in it.
    """

    limits: Mapping[str, Limits]
    worlds: int
    of_interest: int
    coverage: float
    density: float
    mass: float


@dataclass(frozen=True, eq=False)
class Boxes:
    """Boxes in the order in which they were found; `len`, `[number]` and loops work as with a list.

    Parameters
    ----------
    columns
        The inputs.
    of_interest
        Which worlds are of interest.
    among
        The worlds that were looked at; the others are in a box found before.
    path
        Bounds and counts.
    """

    columns: Columns
    of_interest: Bool[np.ndarray, "worlds"]
    among: Bool[np.ndarray, "worlds"]
    path: tuple[Step, ...]

    def __len__(self) -> int:
        return len(self.path)

    def __getitem__(self, number: int) -> Box:
        step = self.path[number]
        return Box(
            limits_of(self.columns, step.bounds),
            step.count.worlds,
            step.count.of_interest,
            coverage=step.count.of_interest / int(self.of_interest.sum()),
            density=step.count.of_interest / step.count.worlds,
            mass=step.count.worlds / self.columns.worlds,
        )

    def __iter__(self) -> Iterator[Box]:
        return (self[number] for number in range(len(self)))

    @cached_property
    def table(self) -> pd.DataFrame:
        """One row for each box.

        =============== ===============================================================
        column          holds
        =============== ===============================================================
        box             its number, from 0
        coverage        share of all worlds of interest that are in it
        density, mean   share of its worlds that are of interest
        mass            share of all worlds that are in it
        worlds          how many worlds are in it
        of_interest     how many of those are of interest
        restricted      how many inputs it restricts
        =============== ===============================================================
        """
        rows = [
            (
                number,
                *(box.coverage, box.density, box.mass),
                *(box.worlds, box.of_interest, len(box.limits)),
                box.density,
            )
            for number, box in enumerate(self)
        ]
        return pd.DataFrame(rows, columns=TABLE)

    @cached_property
    def limits(self) -> pd.DataFrame:
        """One row for each box and input that it restricts.

        ============ ==================================================================================
        column       holds
        ============ ==================================================================================
        box, input   the number of the box, the name of the input
        low, high    the ends of a number, both inside; infinite where nothing is cut off, else NaN
        kept         the categories that are kept, joined by commas; empty of numbers
        quasi_p_low  the quasi-p-value of the lower end; NaN where there is no such restriction
        quasi_p_high that of the upper end
        quasi_p_kept that of the categories
        ============ ==================================================================================
        """
        return pd.DataFrame(
            [row for number in range(len(self)) for row in self._limits(number)], columns=LIMITS
        ).astype(_KINDS)

    def demand(self, number: int) -> int:
        """Return the number of a box.

        Raises
        ------
        InputError
            If there is no such box.
        """
        if not 0 <= number < len(self):
            raise InputError([Problem(f"no box {number}, expected 0 to {len(self) - 1}")])
        return number

    def quasi_p_values(self, number: int) -> dict[str, QuasiP]:
        """Return the quasi-p-values of the inputs that a box restricts."""
        return quasi_p_values(self.columns, self.of_interest, self.among, self.path[number].bounds)

    def _limits(self, number: int) -> Iterator[tuple[object, ...]]:
        values = self.quasi_p_values(number)
        for name, limits in self[number].limits.items():
            match limits:
                case Among(kept):
                    yield number, name, np.nan, np.nan, ", ".join(map(str, kept)), *values[name]
                case _:
                    yield number, name, limits.low, limits.high, "", *values[name]


TABLE = ["box", "coverage", "density", "mass", "worlds", "of_interest", "restricted", "mean"]
LIMITS = ["box", "input", "low", "high", "kept", "quasi_p_low", "quasi_p_high", "quasi_p_kept"]
_KINDS = {"box": np.int64} | dict.fromkeys(["low", "high", *LIMITS[5:]], np.float64)
