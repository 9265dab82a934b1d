"""What two scenarios differ in as they are written, one by one, and in words.

What *follows* from the red lines of two scenarios is compared by `sim.compatibility.difference`, what happens
in their worlds by `sim.analysis.comparing.comparison`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sim.analysis.differing.scenario_diff_words import MISSING, Differing, words
from sim.analysis.differing.value_words import plain
from sim.language.dotted import write_path
from sim.scenario import ConsentWhen, Scenario, StrategyChoice
from sim.scenario.noun import Noun

_TOLD_AS_A_WHOLE = (StrategyChoice, ConsentWhen)


@dataclass(frozen=True)
class ScenarioDifference:
    """One thing that is written differently in two scenarios.

    Parameters
    ----------
    path
        Where it is written, as after ``--set``.
    before, after
        The plain value in the first and in the second; None where there is none.
    words
        The same for people.
    """

    path: str
    before: object
    after: object
    words: str


def differences(a: Scenario, b: Scenario) -> tuple[ScenarioDifference, ...]:
    """Tell what two resolved scenarios differ in, in the order of a scenario file; nothing if in nothing.

    What stands in one of them only is told once, with all that is in it.

    Examples
    --------
    >>> from sim.language import load
    >>> firmness = "parties.russia.red_lines.no-foreign-troops.firmness"
    >>> changed = load("2025-08-21", changes={firmness: 0.5, "negotiation.rounds": 5})
    >>> for difference in differences(load("2025-08-21"), changed):
    ...     print(difference.words)
    Russia's red line no-foreign-troops: firmness 0.85 to 1 -> 0.5
    rounds 40 -> 5
    """
    names = {name: party.name for case in (b, a) for name, party in case.parties.items()}
    return tuple(
        ScenarioDifference(
            write_path(found.keys), _shown(found.before), _shown(found.after), words(found, names)
        )
        for found in _differing(a, b, ())
    )


def diff_as_dict(a: Scenario, b: Scenario, found: Sequence[ScenarioDifference]) -> dict[str, Any]:
    """Return what two scenarios differ in as plain values, for JSON."""
    return {
        "a": a.name,
        "b": b.name,
        "same": not found,
        "changes": [{"path": one.path, "a": one.before, "b": one.after, "words": one.words} for one in found],
    }


_Keys = tuple[str | int, ...]


def _differing(before: Any, after: Any, keys: _Keys) -> Iterator[Differing]:
    """Go down where both have parts of the same kind, and stop where they have not."""
    if _text(before) == _text(after):
        return
    if _are_nouns(before) and _are_nouns(after):
        yield from _differing_items(before, after, keys)
    elif (parts := _parts(before)) is not None and (others := _parts(after)) is not None:
        yield from _differing_parts(parts, others, keys)
    else:
        yield Differing(keys, before, after)


def _differing_parts(before: Mapping[str, Any], after: Mapping[str, Any], keys: _Keys) -> Iterator[Differing]:
    for key in [*before, *(key for key in after if key not in before)]:
        yield from _differing(before.get(key, MISSING), after.get(key, MISSING), (*keys, key))
    order, other = (tuple(key for key in one if key in before and key in after) for one in (before, after))
    if order != other:
        yield Differing(keys, order, other, in_order=True)


def _differing_items(before: Sequence[Noun], after: Sequence[Noun], keys: _Keys) -> Iterator[Differing]:
    """Compare lists by what is in them: a rule that is dropped shifts the others, and changes none."""
    gone, new = _not_in(before, after), _not_in(after, before)
    if len(gone) == len(new):
        for place, other in zip(gone, new, strict=True):
            yield from _differing(before[place], after[other], (*keys, place))
    else:
        for place in gone:
            yield Differing((*keys, place), before[place], MISSING)
        for place in new:
            yield Differing((*keys, place), MISSING, after[place])
    kept = [_text(item) for place, item in enumerate(before) if place not in gone]
    others = [_text(item) for place, item in enumerate(after) if place not in new]
    if kept != others:
        yield Differing(keys, tuple(before), tuple(after), in_order=True)


def _not_in(items: Sequence[Noun], others: Sequence[Noun]) -> list[int]:
    """Return the places of the items that are not, or not so often, among the others."""
    left = [_text(other) for other in others]
    places = []
    for place, item in enumerate(items):
        if (text := _text(item)) in left:
            left.remove(text)
        else:
            places.append(place)
    return places


def _are_nouns(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, Noun) for item in value)


def _parts(value: Any) -> Mapping[str, Any] | None:
    """Return the parts in which two values may differ one by one; None if they differ as a whole."""
    if isinstance(value, Noun) and not isinstance(value, _TOLD_AS_A_WHOLE):
        fields = type(value).model_fields.items()
        own = {field.alias or name: getattr(value, name) for name, field in fields if not field.exclude}
        return own | (value.model_extra or {})
    if isinstance(value, Mapping) and not any(isinstance(inner, tuple) for inner in value.values()):
        return value
    return None


def _text(value: Any) -> str:
    return "" if value is MISSING else json.dumps(plain(value, whole=True))


def _shown(value: Any) -> Any:
    return None if value is MISSING else plain(value)
