"""A scenario becomes YAML that reads back as the same scenario."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml

from sim.language.scalars import read_scalar
from sim.scenario import Scenario

_WIDTH = 100
_ENDLESS = 2**31 - 1


def dump(scenario: Scenario) -> str:
    """Write the resolved scenario as YAML; `load` gives an equal scenario, its name apart.

    Text that would read back as a number, as true or false, or as nothing is quoted.

    Examples
    --------
    >>> lonely = Scenario.model_validate({
    ...     "scenario": "Alone", "as_of": "2025-08-21", "about": "null",
    ...     "issues": {"no": {"question": "Which?", "options": {"1e3": "12:30:45"}}},
    ...     "parties": {"a": {"name": "A", "no_deal": {"value": [0.2, 0.4]}}}})
    >>> print(dump(lonely))
    scenario: Alone
    as_of: 2025-08-21
    about: 'null'
    issues:
      no:
        question: Which?
        options:
          '1e3': 12:30:45
    parties:
      a:
        name: A
        no_deal:
          value: [0.2, 0.4]
    <BLANKLINE>
    """
    tree = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text: str = yaml.emit(_document(tree), Dumper=yaml.CSafeDumper, allow_unicode=True, width=_WIDTH)
    return text


def spell(value: Any) -> str:
    """Write one plain value on one line, as it may stand in a scenario file.

    Examples
    --------
    >>> [spell(value) for value in (0.25, None, "no", "1", [0.2, 0.4], {"name": "linear", "x": {}})]
    ['0.25', 'null', 'no', "'1'", '[0.2, 0.4]', '{name: linear, x: {}}']
    """
    text: str = yaml.emit(
        _document([value], in_line=True), Dumper=yaml.CSafeDumper, allow_unicode=True, width=_ENDLESS
    )
    return text.strip()[1:-1]


def _document(tree: Any, *, in_line: bool = False) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(tree, in_line=in_line)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(value: Any, *, in_line: bool) -> Iterator[yaml.Event]:
    if isinstance(value, dict):
        yield yaml.MappingStartEvent(anchor=None, tag=None, implicit=True, flow_style=in_line or not value)
        for key, inner in value.items():
            yield from (_scalar(key), *_events(inner, in_line=in_line))
        yield yaml.MappingEndEvent()
    elif isinstance(value, list):
        flows = in_line or not any(isinstance(item, dict) for item in value)
        yield yaml.SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=flows)
        for item in value:
            yield from _events(item, in_line=in_line)
        yield yaml.SequenceEndEvent()
    else:
        yield _scalar(value)


def _scalar(value: str | float | bool | None) -> yaml.ScalarEvent:
    text = value if isinstance(value, str) else json.dumps(value)
    style = _quotes(value) if isinstance(value, str) else None
    return yaml.ScalarEvent(anchor=None, tag=None, implicit=(True, True), value=text, style=style)


def _quotes(text: str) -> str | None:
    """Choose quotes where our own reader needs them; where YAML itself does, the emitter adds them."""
    if not text.isprintable():
        return '"'
    return None if read_scalar(text) == text else "'"
