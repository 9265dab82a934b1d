"""What every format can do: read a file, say what it holds, make issues and profiles of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from sim.exchange.domain import DomainIssue, Profile
from sim.exchange.notes import Page

Kind = Literal["domain", "profile"]


@dataclass(frozen=True)
class Format:
    """How the files of a program are read; a tree is what `parsers` make of a file.

    Parameters
    ----------
    title
        The program's name.
    parsers
        By the ending of a file's name: bytes to a tree, or None and a problem.
    mark
        Bytes that every domain file holds; where a file that holds them cannot be read, a domain is missing.
    kind
        What a tree is.
    name
        What a tree says its domain, or its party, is called; empty if it does not say.
    hint
        Bytes that a domain file may hold instead, as other files do; empty if there are none.
    """

    title: str
    parsers: Mapping[str, Callable[[bytes, Page], Any]]
    mark: bytes
    kind: Callable[[Any], Kind | None]
    name: Callable[[Any], str]
    hint: bytes = field(default=b"", kw_only=True)


@dataclass(frozen=True)
class DomainFormat(Format):
    """A domain is a file of issues, with a file for each profile.

    Parameters
    ----------
    issues
        The issues of a domain, or None and problems. The number is how many options a long range gets.
    profile
        The profile of a party of a given name, or None and problems.
    """

    issues: Callable[[Any, int | None, Page], list[DomainIssue] | None]
    profile: Callable[[Any, str, Sequence[DomainIssue], Page], Profile | None]


@dataclass(frozen=True)
class ConflictFormat(Format):
    """A conflict is one file.

    Parameters
    ----------
    scenario
        The tree of the scenario with a title and a date, or None and problems.
    """

    scenario: Callable[[Any, str, date, Page], dict[str, Any] | None]
