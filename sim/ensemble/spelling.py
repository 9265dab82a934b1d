"""How lists of ids are spelled in one cell of the table of worlds, and read again.

Ids hold neither of the separators: the members of a set are joined by "; ", sets by " | ". A last
set "…" says that there are more.
"""

from __future__ import annotations

from collections.abc import Iterable

MEMBERS, SETS, MORE = "; ", " | ", "…"


def spell(sets: Iterable[Iterable[str]], *, cut: bool = False) -> str:
    """Write sets of ids into one text.

    Examples
    --------
    >>> spell([["a"], ["b", "c.no_deal"]], cut=True)
    'a | b; c.no_deal | …'
    """
    told = [MEMBERS.join(ids) for ids in sets]
    return SETS.join([*told, MORE] if cut else told)


def spelled(text: str) -> tuple[list[tuple[str, ...]], bool]:
    """Read sets of ids again; say whether the list is cut.

    Examples
    --------
    >>> spelled("a | b; c.no_deal | …")
    ([('a',), ('b', 'c.no_deal')], True)
    >>> spelled("")
    ([], False)
    """
    told = text.split(SETS) if text else []
    cut = told[-1:] == [MORE]
    return [tuple(ids.split(MEMBERS)) for ids in (told[:-1] if cut else told)], cut
