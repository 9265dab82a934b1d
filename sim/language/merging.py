"""A variant is merged over the scenario it extends, as JSON Merge Patch (RFC 7396)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

from sim.errors import Problem, ScenarioError, one_of
from sim.language.finding import Source, bundled, find
from sim.language.node import Node
from sim.language.ordering import in_order
from sim.language.reading import read


def merge(base: Node | None, patch: Node) -> Node:
    """Merge `patch` over `base`: maps merge, null removes, everything else replaces.

    Keys keep the order of the base, new ones follow. Every piece keeps the place it was written;
    a merged map counts as written where the patch has it.

    Examples
    --------
    >>> base = Node({"a": Node(1), "b": Node({"c": Node(2), "d": Node(3)})})
    >>> merge(base, Node({"b": Node({"c": Node(None)}), "e": Node(4)})).plain()
    {'a': 1, 'b': {'d': 3}, 'e': 4}
    """
    if not patch.is_map:
        return patch
    merged = dict(base.entries()) if base is not None else {}
    for key, piece in patch.entries().items():
        if piece.value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), piece)
    return replace(patch, value=merged)


def resolve(source: Source) -> tuple[Node, list[Problem]]:
    """Read a scenario and all it extends; return the merged tree and the problems found in reading.

    Raises
    ------
    ScenarioError
        If a file of the chain cannot be read, is missing, or extends itself in a loop.
    """
    trees: list[Node] = []
    problems: list[Problem] = []
    chain = [source]
    try:
        while len(trees) < len(chain):
            tree, found = read(chain[-1])
            problems += found
            trees.append(_without_extends(tree))
            chain += _base(tree.get("extends"), chain)
    except ScenarioError as error:
        raise ScenarioError(in_order([*problems, *error.problems])) from None
    *variants, base = trees
    return reduce(merge, reversed(variants), base), problems


def base_of(case: str | Path) -> Source | None:
    """Find what a case is a variant of; None if it extends nothing, or there is no such case.

    Raises
    ------
    ScenarioError
        If its file cannot be read, or what it extends is not there.

    Examples
    --------
    >>> base_of("2025-08-21-alone").name, base_of("2025-08-21")
    ('2025-08-21', None)
    """
    source = find(case)
    bases = [] if source is None else _base(read(source)[0].get("extends"), [source])
    return bases[0] if bases else None


def _without_extends(tree: Node) -> Node:
    return replace(tree, value={key: node for key, node in tree.entries().items() if key != "extends"})


def _base(extends: Node | None, chain: Sequence[Source]) -> list[Source]:
    """Find what the last file of the chain extends: one source, or none."""
    if extends is None:
        return []
    name = extends.word()
    if name is None:
        raise ScenarioError([extends.problem(f"expected a file or a scenario's name, found {extends.found}")])
    source = find(name, beside=chain[-1].path.parent)
    if source is None:
        raise ScenarioError([extends.problem(one_of("file or scenario", name, bundled()))])
    if any(source.path.resolve() == earlier.path.resolve() for earlier in chain):
        names = " -> ".join(link.shown for link in (*chain, source))
        raise ScenarioError([extends.problem(f"scenarios extend one another in a loop: {names}")])
    return [source]
