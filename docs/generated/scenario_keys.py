"""The reference of scenario files, from their JSON Schema: every key, its kind, default and example."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generated.examples import examples
from generated.markdown import code, table
from sim import api, language

EXAMPLES = [
    Path(__file__).parents[1] / "examples" / name for name in ("every-key.yaml", "split-the-difference.yaml")
]
REFERENCE = "#/$defs/"
UNCERTAIN = "[uncertain number](../scenario-language.md#uncertain-numbers)"
WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "`true` or `false`"}
LIMITS = {
    "minimum": "from {}",
    "exclusiveMinimum": "above {}",
    "maximum": "to {}",
    "exclusiveMaximum": "below {}",
}


def keys_page() -> str:
    """Return a section for every noun, from the file inwards, in Markdown."""
    nouns = definitions()
    shown: dict[tuple[str, str], str] = {}
    for file in EXAMPLES:
        shown = examples(file.read_text("utf-8"), nouns) | shown
    return "\n".join(
        [*(_section(noun, place, nouns[noun], shown) for noun, place in places(nouns)), *_settings()]
    )


def definitions() -> dict[str, Any]:
    """Return the nouns of a scenario file by name; the file itself is `Scenario`."""
    schema = language.schema(api.VOCABULARY)
    file = schema["$defs"]["Scenario"]
    extends = {"extends": schema["properties"]["extends"]}
    return {**schema["$defs"], "Scenario": {**file, "properties": {**file["properties"], **extends}}}


def places(nouns: Mapping[str, Any], noun: str = "Scenario", place: str = "") -> list[tuple[str, str]]:
    """Return the nouns in a noun and where each is written, `*` standing for an id, itself first."""
    inside = [
        found
        for key, form in nouns[noun]["properties"].items()
        for part, inner in _references(form)
        for found in places(nouns, inner, f"{place}.{key}{part}".removeprefix("."))
    ]
    return [(noun, place), *inside]


def _references(form: Mapping[str, Any], part: str = "") -> Iterator[tuple[str, str]]:
    if "$ref" in form:
        yield part, form["$ref"].removeprefix(REFERENCE)
    for inner in form.get("anyOf", ()):
        yield from _references(inner, part)
    if isinstance(form.get("additionalProperties"), dict):
        yield from _references(form["additionalProperties"], f"{part}.*")
    if "items" in form:
        yield from _references(form["items"], f"{part}[]")


def _section(noun: str, place: str, form: Mapping[str, Any], shown: Mapping[tuple[str, str], str]) -> str:
    needed = form.get("required", ())
    rows = [
        (
            code(key),
            _kind(holds),
            "*needed*" if key in needed else _default(holds),
            _said(holds),
            shown.get((noun, key), ""),
        )
        for key, holds in form["properties"].items()
    ]
    keys = table(["key", "holds", "if left out", "is", "for example"], rows)
    if not place:
        return f"## The file\n\n{keys}"
    return f"## {_title(noun)}\n\nUnder {code(place)}. {form['description']}\n\n{keys}"


def _title(noun: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r" \1", noun).capitalize()


def _default(form: Mapping[str, Any]) -> str:
    value = form.get("default")
    if isinstance(value, bool):
        return code(str(value).lower())
    return "" if value is None else code(f"{value:g}" if isinstance(value, float) else f"{value}")


def _said(form: Mapping[str, Any]) -> str:
    return form["description"].replace("->", "→")


def _kind(form: Mapping[str, Any]) -> str:
    """Say in words what a form holds."""
    if "$ref" in form:
        name = _title(form["$ref"].removeprefix(REFERENCE))
        return f"[{name.lower()}](#{name.lower().replace(' ', '-')})"
    if "anyOf" in form:
        return _any_of(form["anyOf"])
    if "enum" in form or "const" in form:
        return ", ".join(map(code, form.get("enum", [form.get("const")])))
    if form["type"] in {"array", "object"}:
        return _many(form)
    limits = [words.format(form[limit]) for limit, words in LIMITS.items() if limit in form]
    kind = "date" if form.get("format") == "date" else WORDS[form["type"]]
    return " ".join([kind, *limits])


def _any_of(forms: Sequence[Mapping[str, Any]]) -> str:
    if any("triangular" in form.get("properties", ()) for form in forms):
        return UNCERTAIN
    return " or ".join(dict.fromkeys(_kind(form) for form in forms if form.get("type") != "null"))


def _many(form: Mapping[str, Any]) -> str:
    inside = form.get("items") or form.get("additionalProperties")
    kind = _kind(inside) if inside else ""
    kind = f"({kind})" if " or " in kind else kind
    return f"list of {kind}".removesuffix(" of ") if form["type"] == "array" else f"id → {kind}"


def _settings() -> Iterator[str]:
    """Return what each strategy and each protocol can be told beside its name."""
    for title, known in (
        ("Settings of strategies", api.VOCABULARY.strategies),
        ("Settings of protocols", api.VOCABULARY.protocols),
    ):
        rows = [
            (code(name), code(key), _kind(form), _default(form), _said(form))
            for name, settings in known.items()
            for key, form in settings.model_json_schema().get("properties", {}).items()
        ]
        without = [code(name) for name, settings in known.items() if not settings.model_fields]
        said = f"Without any: {', '.join(without)}.\n" if without else ""
        yield f"## {title}\n\n{table(['name', 'key', 'holds', 'if left out', 'is'], rows)}\n{said}"
