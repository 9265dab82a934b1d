"""The distributions that an uncertain number may have: what they are, not how they are written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

NEXT_TO_NOTHING = 1e-12
FARTHEST = 7.0
"""How many standard deviations from its mean a truncated normal may begin."""


@dataclass(frozen=True)
class Certain:
    """A number that is known."""

    value: float

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest number it can be."""
        return self.value, self.value

    @property
    def mean(self) -> float:
        """What it is on average."""
        return self.value

    def written(self) -> Any:
        """Return the form a scenario file holds."""
        return self.value


@dataclass(frozen=True)
class Uniform:
    """Anything between `low` and `high`, equally likely."""

    low: float
    high: float

    def __post_init__(self) -> None:
        demand(self.low < self.high, f"empty range [{self.low:g}, {self.high:g}], expected low < high")

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest number it can be."""
        return self.low, self.high

    @property
    def mean(self) -> float:
        """What it is on average."""
        return (self.low + self.high) / 2

    def written(self) -> Any:
        """Return the form a scenario file holds."""
        return [self.low, self.high]


@dataclass(frozen=True)
class Triangular:
    """Between `low` and `high`, most likely near `mode`."""

    low: float
    mode: float
    high: float

    def __post_init__(self) -> None:
        demand(
            self.low <= self.mode <= self.high and self.low < self.high,
            f"triangular [{self.low:g}, {self.mode:g}, {self.high:g}] is out of order, "
            "expected low <= mode <= high and low < high",
        )

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest number it can be."""
        return self.low, self.high

    @property
    def mean(self) -> float:
        """What it is on average."""
        return (self.low + self.mode + self.high) / 3

    def written(self) -> Any:
        """Return the form a scenario file holds."""
        return {"triangular": [self.low, self.mode, self.high]}


@dataclass(frozen=True)
class TruncatedNormal:
    """Normal with mean `mean_before` and `sd` before it is cut off at `low` and `high`."""

    mean_before: float
    sd: float
    low: float
    high: float

    def __post_init__(self) -> None:
        demand(self.sd > 0, f"sd is {self.sd:g}, expected a number above 0")
        demand(self.low < self.high, f"empty range [{self.low:g}, {self.high:g}], expected low < high")
        demand(
            self._tail[0] <= FARTHEST,
            f"a normal with mean {self.mean_before:g} and sd {self.sd:g} has next to nothing between "
            f"{self.low:g} and {self.high:g}, expected a mean nearer to them",
        )

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest number it can be."""
        return self.low, self.high

    @property
    def mean(self) -> float:
        """What it is on average."""
        near, far = self._tail
        mass = (math.erfc(near / math.sqrt(2)) - math.erfc(far / math.sqrt(2))) / 2
        if mass < NEXT_TO_NOTHING:  # so narrow that it is as good as flat
            return (self.low + self.high) / 2
        bent = (math.exp(-(near**2) / 2) - math.exp(-(far**2) / 2)) / math.sqrt(2 * math.pi) / mass
        away = bent if self.low > self.mean_before else -bent
        return min(max(self.mean_before + self.sd * away, self.low), self.high)

    @property
    def _tail(self) -> tuple[float, float]:
        """Nearer and farther end in standard deviations, mirrored so that a tail is the upper one."""
        low, high = (self.low - self.mean_before) / self.sd, (self.high - self.mean_before) / self.sd
        return (low, high) if self.low > self.mean_before else (-high, -low)

    def written(self) -> Any:
        """Return the form a scenario file holds."""
        return {"normal": {"mean": self.mean_before, "sd": self.sd, "low": self.low, "high": self.high}}


@dataclass(frozen=True)
class Beta:
    """Beta on 0 .. 1 with alpha = mean * concentration, beta = (1 - mean) * concentration."""

    mean: float
    concentration: float

    def __post_init__(self) -> None:
        demand(0 < self.mean < 1, f"mean of a beta is {self.mean:g}, expected a number between 0 and 1")
        demand(self.concentration > 0, f"concentration is {self.concentration:g}, expected a number above 0")

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest number it can be."""
        return 0.0, 1.0

    def written(self) -> Any:
        """Return the form a scenario file holds."""
        return {"beta": {"mean": self.mean, "concentration": self.concentration}}


@dataclass(frozen=True)
class Choice:
    """One of a few values, each with its relative chance."""

    values: tuple[float, ...]
    chances: tuple[float, ...]

    def __post_init__(self) -> None:
        demand(len(self.values) > 0, "a choice of nothing, expected {value: relative chance, ...}")
        demand(
            min(self.chances) >= 0 and sum(self.chances) > 0,
            "chances below 0 or all 0, expected {value: relative chance, ...}",
        )

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest number it can be."""
        return min(self.values), max(self.values)

    @property
    def mean(self) -> float:
        """What it is on average."""
        weighted = zip(self.values, self.chances, strict=True)
        return math.fsum(value * chance for value, chance in weighted) / math.fsum(self.chances)

    def written(self) -> Any:
        """Return the form a scenario file holds."""
        return {"choice": dict(zip(map(str, self.values), self.chances, strict=True))}


Distribution = Certain | Uniform | Triangular | TruncatedNormal | Beta | Choice
"""Whatever a number may be drawn from."""


def demand(true: bool, otherwise: str) -> None:
    """Raise a ValueError that says what would be right, unless something is true."""
    if not true:
        raise ValueError(otherwise)
