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
from functools import partial
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from sim.scenario.distributions import (
    Beta,
    Certain,
    Choice,
    Distribution,
    Triangular,
    TruncatedNormal,
    Uniform,
    demand,
)

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
    demand(math.isfinite(value), f"found {written!r}, {FORMS}")
    return value + 0.0  # so that -0.0, which equals 0.0 and is written otherwise, is 0.0


def _numbers(written: Any, count: int, whole: object) -> tuple[float, ...]:
    right = isinstance(written, Sequence) and not isinstance(written, str) and len(written) == count
    demand(right, f"found {whole!r}, {FORMS}")
    return tuple(map(_number, written))


def _keyed(written: Any, keys: tuple[str, ...], whole: object) -> tuple[float, ...]:
    right = isinstance(written, Mapping) and set(written) == set(keys)
    demand(right, f"found {whole!r}, {FORMS}")
    return tuple(_number(written[key]) for key in keys)


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
