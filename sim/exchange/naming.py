"""Names from elsewhere become ids, and no two the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_LONGEST = 80


def ids(names: Sequence[str], kind: str, taken: Iterable[str] = ()) -> list[str]:
    """Return an id for each name: its letters and digits in lower case, numbered where two are the same.

    A name without any is called after its `kind` and its place. Ids that are `taken` are not given.

    Examples
    --------
    >>> ids(["Bread type", "bread-type", "Bread: type", "?"], "issue")
    ['bread_type', 'bread-type', 'bread_type_2', 'issue_4']
    """
    given = set(taken)
    return [_free(_id(name) or f"{kind}_{place}", given, "_{}") for place, name in enumerate(names, 1)]


def apart(names: Sequence[str]) -> list[str]:
    """Return names of which no two are the same: the second of a kind has a number behind it.

    Examples
    --------
    >>> apart(["1", "1", "2"])
    ['1', '1 (2)', '2']
    """
    given = {name for name in names if names.count(name) == 1} if len(set(names)) < len(names) else set()
    if not given and len(set(names)) == len(names):
        return list(names)
    return [name if names.count(name) == 1 else _free(name, given, " ({})") for name in names]


def file_stem(name: str) -> str:
    """Return a name that every file system takes.

    Examples
    --------
    >>> file_stem("Guarantees for Ukraine: August")
    'Guarantees_for_Ukraine_August'
    """
    return re.sub(r"[^\w-]+", "_", name).strip("_-")[:_LONGEST] or "unnamed"


def _id(name: str) -> str:
    return re.sub(r"[^\w-]+", "_", name.lower()).strip("_")[:_LONGEST]


def _free(name: str, given: set[str], more: str) -> str:
    number, free = 1, name
    while free in given:
        number += 1
        free = name + more.format(number)
    given.add(free)
    return free
