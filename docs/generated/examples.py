"""What stands under each key of a scenario file, as it is written there."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generated.markdown import code

REFERENCE = "#/$defs/"
LONGEST = 60


def examples(text: str, definitions: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """Return the first value of each key of each noun, as code; where nouns stand in it, their keys have it.

    Examples
    --------
    >>> noun = {"properties": {"troops": {"type": "object", "additionalProperties": {"type": "string"}}}}
    >>> examples("troops: {none: no, some: yes}", {"Scenario": noun})
    {('Scenario', 'troops'): '`{none: no, some: yes}`'}
    """
    found: dict[tuple[str, str], str] = {}
    for place, node in _values(yaml.compose(text), "Scenario", definitions):
        found.setdefault(place, code(_written(node)))
    return found


def _values(
    node: yaml.Node, noun: str, definitions: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, str], yaml.Node]]:
    for key, value in node.value:
        form = definitions[noun]["properties"].get(key.value)
        if form is None:  # a setting of a strategy or a protocol
            continue
        inside = list(_nouns(value, form))
        if not inside:
            yield (noun, key.value), value
        for inner, name in inside:
            yield from _values(inner, name, definitions)


def _nouns(node: yaml.Node, form: Mapping[str, Any]) -> Iterator[tuple[yaml.Node, str]]:
    """Find the nouns that a value is, or holds."""
    if "$ref" in form and isinstance(node, yaml.MappingNode):
        yield node, form["$ref"].removeprefix(REFERENCE)
    for inner in form.get("anyOf", ()):
        yield from _nouns(node, inner)
    if isinstance(form.get("additionalProperties"), dict) and isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _nouns(value, form["additionalProperties"])
    if "items" in form and isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _nouns(value, form["items"])


def _written(node: yaml.Node) -> str:
    """Return a value on one line, as it would be written in flow style."""
    if isinstance(node, yaml.ScalarNode):
        return textwrap.shorten(node.value, LONGEST, placeholder=" ...")
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(map(_written, node.value))}]"
    return f"{{{', '.join(f'{_written(key)}: {_written(value)}' for key, value in node.value)}}}"
