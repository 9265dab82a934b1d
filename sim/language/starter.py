"""A scenario to begin with: a commented text that loads as it is, or a variant of a case."""

from __future__ import annotations

import os
import shlex
import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sim.errors import InputError, Problem
from sim.language.finding import Source, bundled
from sim.language.loading import load
from sim.language.resolving import sought
from sim.language.writing import spell
from sim.scenario import Scenario

TITLE = "A border force between Northland and Southland (a starter)"

_EXAMPLE = "a border force between Northland and Southland, who are invented, to be replaced by your own."
_WIDTH = 118

_VARIANT = """\
# A variant of {base}: say here in one sentence what it is.
#
# Asks: what changes if ...?
# Changes: nothing yet but the title. Take the mark off one of the lines below, or write your own.
# Rests on: the case it extends, and the statements that your change follows from; say what is JUDGEMENT.
# Try: sim compare {typed} {file}

extends: {extends}
scenario: {title}

# A variant says only what differs: maps merge, null removes, lists and numbers replace what is there. So
# nothing has to be repeated, and what the base changes later changes here too (docs/scenario-language.md,
# Variants). Each line below that begins with a key is a change of its own; merge those under one key.
"""


def starter(file: Path, title: str | None = None) -> str:
    """Return a small commented scenario with invented parties, to be kept in a file.

    The title is yours; everything else is an example, as its head says.

    Raises
    ------
    InputError
        If the title is blank or not on one line.

    Examples
    --------
    >>> text = starter(Path("mine.yaml"), "Mine")
    >>> print(next(line for line in text.splitlines() if line.startswith("# Try")))
    # Try: sim check mine.yaml
    """
    _demand_title(title)
    text = (files("sim.language") / "starter.yaml").read_text(encoding="utf-8")
    text = text.replace("# WHAT", _what(title), 1)
    text = text.replace("sim check FILE", f"sim check {_commented(shlex.quote(file.name))}", 1)
    return text.replace("scenario: TITLE", f"scenario: {spell(TITLE if title is None else title)}", 1)


def variant(file: Path, case: str, title: str | None = None) -> str:
    """Return a commented variant of a case, to be kept in a file, with changes that may be made in it.

    Raises
    ------
    InputError
        If the title is blank or not on one line.
    ScenarioError
        If there is no such case, or something is wrong with it.

    Examples
    --------
    >>> text = variant(Path("mine.yaml"), "2025-08-21")
    >>> next(line for line in text.splitlines() if not line.startswith("#") and line)
    'extends: 2025-08-21'
    """
    _demand_title(title)
    base = load(case)
    head = _VARIANT.format(
        base=_commented(base.title),
        typed=_commented(shlex.quote(case)),
        file=_commented(shlex.quote(file.name)),
        extends=spell(_reached(sought(case), file)),
        title=spell(f"{base.title} (a variant)" if title is None else title),
    )
    return head + "".join(f"#\n# {why}\n# {spell(change)[1:-1]}\n" for why, change in _changes(base))


def _demand_title(title: str | None) -> None:
    if title is not None and (not title.strip() or title.splitlines() != [title]):
        found = "has a line break" if title.strip() else "is blank"
        raise InputError([Problem(f"title {title!r} {found}, expected a few words on one line")])


def _what(title: str | None) -> str:
    """Say at the head what the file is: an example, whatever its title."""
    said = "An example" if title is None else f"{_commented(title)}. What stands below is still an example"
    text = f"{said}: {_EXAMPLE}"
    return "\n".join(textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# "))


def _changes(base: Scenario) -> Iterator[tuple[str, dict[str, Any]]]:
    """Suggest changes of a scenario, each with what it means."""
    for line, (party, _) in list(base.red_lines.items())[:1]:
        path = base.parties[party].name, line
        yield "{}'s line {} is bluff in half of the worlds:".format(*path), _of_line(party, line, 0.5)
        yield "It is not stated at all:", {"parties": {party: {"red_lines": {line: None}}}}
    party = base.at_the_table[0] if base.at_the_table else next(iter(base.parties))
    name = base.parties[party].name
    yield (
        f"What no deal is worth to {name}, from 0 to 1:",
        {"parties": {party: {"no_deal": {"value": [0.1, 0.3]}}}},
    )
    yield f"{name} concedes early:", {"parties": {party: {"strategy": "conceder"}}}
    yield "There is less time:", {"negotiation": {"rounds": max(1, base.negotiation.rounds // 2)}}


def _of_line(party: str, line: str, firmness: float) -> dict[str, Any]:
    return {"parties": {party: {"red_lines": {line: {"firmness": firmness}}}}}


def _reached(base: Source, file: Path) -> str:
    """Say how a file finds its base: a bundled one by name, another one by its way there."""
    if bundled().get(base.name) == base.path:
        return base.name
    return Path(os.path.relpath(base.path.resolve(), file.resolve().parent)).as_posix()


def _commented(text: str) -> str:
    """Keep to one line of a comment, with what a comment may hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
