"""The JSON Schema of scenario files, so that editors complete and check while typing."""

from __future__ import annotations

from typing import Any

from sim.language.vocabulary import Vocabulary
from sim.scenario import Scenario

_REFERENCE = "#/$defs/"
_VARIANT = "Variant"
_CERTAIN = {"value"}
"""The keys of a number that is not uncertain, as a default."""
_OF_WHOLE_FILES = {"required", "minProperties", "default"}
_SWEEP = {
    "type": "object",
    "description": "Path -> values: one scenario for each value, or for each combination of several paths.",
    "minProperties": 1,
    "additionalProperties": {"type": "array", "minItems": 1},
}


def schema(vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """Make the JSON Schema of a scenario file.

    A file that extends another may leave out every key, and remove keys with null.

    Examples
    --------
    >>> {"extends", "issues", "parties", "sweep"} <= set(schema()["properties"])
    True
    """
    full = _tidied(Scenario.model_json_schema())
    definitions = full.pop("$defs")
    _name_choices(definitions, vocabulary)
    full["properties"]["sweep"] = _SWEEP
    variants = {f"{name}{_VARIANT}": _loosened(form) for name, form in definitions.items()}
    root = _loosened(full)
    root["properties"] |= {"extends": {"type": "string", "description": "The scenario this one varies."}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **root,
        "if": {"required": ["extends"]},
        "else": {"$ref": f"{_REFERENCE}Scenario"},
        "$defs": {"Scenario": full, **definitions, **variants},
    }


def _name_choices(definitions: dict[str, Any], vocabulary: Vocabulary | None) -> None:
    """Let a strategy be its name alone, and list the names there are."""
    choice, party = definitions["StrategyChoice"], definitions["Party"]
    name: dict[str, Any] = {"type": "string"}
    if vocabulary is not None:
        name |= {"enum": list(vocabulary.strategies)}
        choice["properties"]["name"]["enum"] = list(vocabulary.strategies)
        definitions["ProtocolChoice"]["properties"]["protocol"]["enum"] = list(vocabulary.protocols)
    strategy = party["properties"]["strategy"]
    strategy["anyOf"] = [name, {"$ref": strategy.pop("$ref")}]
    strategy["default"] = choice["properties"]["name"]["default"]


def _tidied(form: Any) -> Any:
    """Leave out what helps no writer of YAML: defaults that hold nothing, examples in Python."""
    if isinstance(form, list):
        return [_tidied(part) for part in form]
    if not isinstance(form, dict):
        return form
    kept = {key: _tidied(part) for key, part in form.items() if key != "default"}
    if (default := _as_written(form.get("default"))) is not None:
        kept["default"] = default
    if isinstance(text := kept.get("description"), str):
        kept["description"] = text.partition("\n\nExamples")[0]
    return kept


def _as_written(default: Any) -> str | float | bool | None:
    """Return a default as one would write it, None if it is no single value."""
    if isinstance(default, dict) and default.keys() == _CERTAIN:
        return default["value"]
    return default if isinstance(default, str | float | int) else None


def _loosened(form: Any) -> Any:
    """Ask for no key, take none for given, and let null stand for the removal of any."""
    if isinstance(form, list):
        return [_loosened(part) for part in form]
    if not isinstance(form, dict):
        return form
    loose = {key: _loosened(part) for key, part in form.items() if key not in _OF_WHOLE_FILES}
    if "$ref" in loose:
        loose["$ref"] += _VARIANT
    if "properties" in loose:
        loose["properties"] = {key: _or_null(part) for key, part in loose["properties"].items()}
    if isinstance(loose.get("additionalProperties"), dict):
        loose["additionalProperties"] = _or_null(loose["additionalProperties"])
    return loose


def _or_null(form: Any) -> dict[str, Any]:
    return {"anyOf": [form, {"type": "null"}]}
