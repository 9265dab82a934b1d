"""What a scenario may hold, in words for people: numbers, patterns, and whole nouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import singledispatch
from typing import Any

from sim.language.writing import spell
from sim.scenario import ConsentWhen, Distribution, Party, Statement, StrategyChoice
from sim.scenario.distributions import Beta, Certain, Choice, Triangular, TruncatedNormal, Uniform
from sim.scenario.listing import listed
from sim.scenario.noun import Noun

_VERBS = {"forbid": "forbids", "require": "requires"}


def plain(value: Any, *, whole: bool = False) -> Any:
    """Return plain values; what is not set is left out unless the `whole` is asked for.

    Examples
    --------
    >>> plain({"firmness": Uniform(0.8, 1), "when": date(2025, 8, 21), "options": ("a", "b")})
    {'firmness': [0.8, 1], 'when': '2025-08-21', 'options': ['a', 'b']}
    """
    match value:
        case Noun():
            return value.model_dump(mode="json", by_alias=True, exclude_none=not whole)
        case Mapping():
            return {key: plain(inner, whole=whole) for key, inner in value.items()}
        case tuple():
            return [plain(item, whole=whole) for item in value]
        case date():
            return value.isoformat()
        case _ if isinstance(value, Distribution):
            return value.written()
        case _:
            return value


def number_in_words(number: Distribution) -> str:
    """Say a number that may be uncertain.

    Examples
    --------
    >>> number_in_words(Uniform(0.8, 1)), number_in_words(Triangular(0.2, 0.5, 0.9))
    ('0.8 to 1', 'triangular 0.2, 0.5, 0.9')
    >>> number_in_words(Choice((0.2, 0.8), (1.0, 3.0)))
    '0.2 or 0.8 with chances 1 and 3'
    """
    match number:
        case Certain(value):
            return f"{value:g}"
        case Uniform(low, high):
            return f"{low:g} to {high:g}"
        case Triangular(low, mode, high):
            return f"triangular {low:g}, {mode:g}, {high:g}"
        case TruncatedNormal(mean, sd, low, high):
            return f"normal with mean {mean:g} and sd {sd:g}, from {low:g} to {high:g}"
        case Beta(mean, concentration):
            return f"beta with mean {mean:g} and concentration {concentration:g}"
        case Choice(values, chances):
            return f"{_numbers(values, 'or')} with chances {_numbers(chances, 'and')}"


@singledispatch
def in_words(value: Any) -> str:
    """Say any value that a scenario may hold.

    Examples
    --------
    >>> in_words("always"), in_words("A fence."), in_words({"fence": ("hedge", "wall"), "payer": ("anna",)})
    ('always', '"A fence."', 'fence: hedge or wall; payer: anna')
    >>> in_words(StrategyChoice.model_validate({"name": "aspiration", "exponent": 2, "considerate": True}))
    'aspiration, exponent 2, considerate'
    """
    return "none" if value is None else str(value)


in_words.register(Distribution, number_in_words)
in_words.register(bool | int | float, spell)


@in_words.register
def _(value: str) -> str:
    return f'"{value}"' if " " in value or not value else value


@in_words.register(tuple | list)
def _(value: Sequence[Any]) -> str:
    return ", ".join(map(in_words, value)) or "nothing"


@in_words.register(dict)
def _(value: Mapping[str, Any]) -> str:
    if any(isinstance(inner, tuple) for inner in value.values()):
        return _options(value, "; ")
    if any(isinstance(inner, Noun) for inner in value.values()):
        return listed(list(value))
    return ", ".join(f"{key}: {in_words(inner)}" for key, inner in value.items()) or "nothing"


@in_words.register
def _(value: Noun) -> str:
    told = value.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    return ", ".join(f"{_VERBS.get(key, key)} {in_words(getattr(value, key, told[key]))}" for key in told)


@in_words.register
def _(value: StrategyChoice) -> str:
    settings = [f"{key} {in_words(setting)}" for key, setting in value.settings.items()]
    return ", ".join([value.python or value.name, *settings, *["considerate"] * value.considerate])


@in_words.register
def _(value: Statement) -> str:
    return f'{value.cited}: "{value.claim}"'


@in_words.register
def _(value: ConsentWhen) -> str:
    return f"when asked for {_options(value.when, ', or ')}"


@in_words.register
def _(value: Party) -> str:
    lines = f"red lines {listed(list(value.red_lines))}" if value.red_lines else "no red lines"
    return f"{value.name}, consent {in_words(value.consent)}, {lines}"


def _options(pattern: Mapping[str, tuple[str, ...]], link: str) -> str:
    return link.join(f"{issue}: {listed(options, 'or')}" for issue, options in pattern.items())


def _numbers(numbers: tuple[float, ...], link: str) -> str:
    return listed([f"{number:g}" for number in numbers], link)
