"""Which keys a map of a scenario may have, asked of the nouns themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sim.scenario.noun import Noun


def keys_at(model: type[Noun], path: Iterable[str | int] = ()) -> list[str]:
    """List the keys that the map at `path` inside a `model` may have.

    Examples
    --------
    >>> from sim.scenario import Party
    >>> keys_at(Party, ["red_lines", "some-line", "softens"])
    ['round', 'chance']
    """
    schema = _schema(model)
    places = [schema]
    for step in path:
        places = [inner for place in places for inner in _inside(place, step, schema)]
    return [key for place in places for key in _properties(place, schema)]


@cache
def _schema(model: type[Noun]) -> dict[str, Any]:
    return model.model_json_schema()


def _inside(place: Any, step: str | int, schema: Any) -> Iterator[Any]:
    for form in _forms(place, schema):
        if isinstance(step, int):
            yield form.get("items", {})
        else:
            other = form.get("additionalProperties")
            yield form.get("properties", {}).get(step, other if isinstance(other, dict) else {})


def _properties(place: Any, schema: Any) -> Iterator[str]:
    for form in _forms(place, schema):
        yield from form.get("properties", ())


def _forms(place: Any, schema: Any) -> Iterator[Any]:
    """Go through the alternatives of a piece of schema, references followed."""
    if "$ref" in place:
        place = schema["$defs"][place["$ref"].rpartition("/")[2]]
    yield place
    for form in place.get("anyOf", ()):
        yield from _forms(form, schema)
