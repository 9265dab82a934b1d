"""Numbers that may be uncertain: a number, a range, or a distribution with a name.

===================================================== =====================================
written                                               is
===================================================== =====================================
``0.6``                                               certain
``[0.4, 0.8]``                                        uniform
``{triangular: [0.2, 0.5, 0.9]}``                     triangular: low, mode, high
``{normal: {mean: 0.5, sd: 0.1, low: 0, high: 1}}``   normal, truncated to low .. high
``{beta: {mean: 0.9, concentration: 20}}``            beta on 0 .. 1
``{choice: {0.2: 1, 0.8: 3}}``                        value: relative chance
===================================================== =====================================
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema


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
        _demand(self.low < self.high, f"empty range [{self.low:g}, {self.high:g}], expected low < high")

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
        _demand(
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
        _demand(self.sd > 0, f"sd is {self.sd:g}, expected a number above 0")
        _demand(self.low < self.high, f"empty range [{self.low:g}, {self.high:g}], expected low < high")
        _demand(
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
        _demand(0 < self.mean < 1, f"mean of a beta is {self.mean:g}, expected a number between 0 and 1")
        _demand(self.concentration > 0, f"concentration is {self.concentration:g}, expected a number above 0")

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
        _demand(len(self.values) > 0, "a choice of nothing, expected {value: relative chance, ...}")
        _demand(
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


NEXT_TO_NOTHING = 1e-12
FARTHEST = 7.0
"""How many standard deviations from its mean a truncated normal may begin."""

Distribution = Certain | Uniform | Triangular | TruncatedNormal | Beta | Choice

FORMS = (
    "expected a number, [low, high], {triangular: [low, mode, high]}, "
    "{normal: {mean, sd, low, high}}, {beta: {mean, concentration}} or {choice: {value: chance}}"
)


def parse(written: object) -> Distribution:
    """Read a number in any of the forms a scenario may use.

    Raises
    ------
    ValueError
        If it is none of the forms, or makes no sense (an empty range, a negative chance).

    Examples
    --------
    >>> parse([0.4, 0.8])
    Uniform(low=0.4, high=0.8)
    >>> parse({"choice": {"0.2": 1, "0.8": 3}})
    Choice(values=(0.2, 0.8), chances=(1.0, 3.0))
    """
    if isinstance(written, Distribution):
        return written
    if isinstance(written, Mapping) and len(written) == 1:
        ((name, numbers),) = written.items()
        return _named(name, numbers, written)
    if isinstance(written, Sequence) and not isinstance(written, str):
        return Uniform(*_numbers(written, 2, written))
    return Certain(_number(written))


def _named(name: str, numbers: Any, written: object) -> Distribution:
    match name:
        case "triangular":
            return Triangular(*_numbers(numbers, 3, written))
        case "normal":
            return TruncatedNormal(*_keyed(numbers, ("mean", "sd", "low", "high"), written))
        case "beta":
            return Beta(*_keyed(numbers, ("mean", "concentration"), written))
        case "choice" if isinstance(numbers, Mapping):
            return _choice(numbers)
        case _:
            raise ValueError(f"found {written!r}, {FORMS}")


def within(low: float, high: float, what: str) -> Callable[[object], Distribution]:
    """Make a reader that refuses numbers that may leave `low` .. `high`."""
    return partial(_parse_within, low, high, what)


def _parse_within(low: float, high: float, what: str, written: object) -> Distribution:
    number = parse(written)
    least, most = number.bounds
    if low <= least and most <= high:
        return number
    outside = least if least < low else most
    limits = f"{low:g} to {high:g}" if math.isfinite(high) else f"{low:g} or more"
    raise ValueError(f"{what} of {outside:g}, expected {limits}")


def _choice(numbers: Mapping[str, Any]) -> Choice:
    """Read values with their chances; a value written in two ways has the chances of both."""
    chances: dict[float, float] = {}
    for value, chance in numbers.items():
        chances[_number(value)] = chances.get(_number(value), 0.0) + _number(chance)
    return Choice(tuple(chances), tuple(chances.values()))


def _number(written: Any) -> float:
    try:
        value = math.nan if isinstance(written, bool) or "_" in str(written) else float(written)
    except (TypeError, ValueError):
        value = math.nan
    _demand(math.isfinite(value), f"found {written!r}, {FORMS}")
    return value


def _numbers(written: Any, count: int, whole: object) -> tuple[float, ...]:
    right = isinstance(written, Sequence) and not isinstance(written, str) and len(written) == count
    _demand(right, f"found {whole!r}, {FORMS}")
    return tuple(map(_number, written))


def _keyed(written: Any, keys: tuple[str, ...], whole: object) -> tuple[float, ...]:
    right = isinstance(written, Mapping) and set(written) == set(keys)
    _demand(right, f"found {whole!r}, {FORMS}")
    return tuple(_number(written[key]) for key in keys)


def _demand(true: bool, otherwise: str) -> None:
    if not true:
        raise ValueError(otherwise)


_NUMBER = {"type": "number"}
_ANY_FORM: dict[str, Any] = {
    "anyOf": [
        _NUMBER,
        {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2},
        *(
            {
                "type": "object",
                "properties": {name: form},
                "required": [name],
                "additionalProperties": False,
            }
            for name, form in {
                "triangular": {"type": "array", "items": _NUMBER, "minItems": 3, "maxItems": 3},
                "normal": {
                    "type": "object",
                    "properties": dict.fromkeys(("mean", "sd", "low", "high"), _NUMBER),
                    "required": ["mean", "sd", "low", "high"],
                },
                "beta": {
                    "type": "object",
                    "properties": dict.fromkeys(("mean", "concentration"), _NUMBER),
                    "required": ["mean", "concentration"],
                },
                "choice": {"type": "object", "additionalProperties": _NUMBER},
            }.items()
        ),
    ]
}
_written = PlainSerializer(lambda number: number.written())
_schema = WithJsonSchema(_ANY_FORM)

Uncertain = Annotated[Distribution, PlainValidator(parse), _written, _schema]
"""Any number."""
Probability = Annotated[Distribution, PlainValidator(within(0, 1, "probability")), _written, _schema]
"""A number from 0 to 1 that says how likely something is."""
Score = Annotated[Distribution, PlainValidator(within(0, 1, "score")), _written, _schema]
"""Worth of an option, 0 worst to 1 best."""
Weight = Annotated[Distribution, PlainValidator(within(0, math.inf, "weight")), _written, _schema]
"""Relative importance of an issue, 0 or more."""
Round = Annotated[Distribution, PlainValidator(within(1, math.inf, "round")), _written, _schema]
"""A round, counted from 1."""
