"""What every format can do: read a file, say what it holds, make issues and profiles of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
        Bytes that every domain file holds.
    kind
        What a tree is.
    name
        What a tree says its domain, or its party, is called; empty if it does not say.
    issues
        The issues of a domain, or None and problems. The number is how many options a long range gets.
    profile
        The profile of a party of a given name, or None and problems.
    """

    title: str
    parsers: Mapping[str, Callable[[bytes, Page], Any]]
    mark: bytes
    kind: Callable[[Any], Kind | None]
    name: Callable[[Any], str]
    issues: Callable[[Any, int | None, Page], list[DomainIssue] | None]
    profile: Callable[[Any, str, Sequence[DomainIssue], Page], Profile | None]
