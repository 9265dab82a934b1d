"""What is said in one part of a scenario about another part is true: statements, parties, red lines."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem, one_of
from sim.language.node import Node


def statement_problems(root: Node) -> Iterator[Problem]:
    """Find statements by nobody, and what rests on no statement or on somebody else's."""
    parties = root.entries("parties")
    for statement in root.entries("statements").values():
        by = statement.word("party")
        if parties and by is not None and by not in parties:
            yield statement.problem(one_of("party", by, parties), at=statement.get("party"))
    for name, party in parties.items():
        for line in party.entries("red_lines").values():
            yield from _rests_on(root, name, line.get("statement"))
        yield from _rests_on(root, name, party.get("preferences", "statement"))


def _rests_on(root: Node, party: str, reference: Node | None) -> Iterator[Problem]:
    name = reference.word() if reference is not None else None
    if reference is None or name is None:
        return
    statements = root.entries("statements")
    if name not in statements:
        yield reference.problem(one_of("statement", name, statements))
        return
    by = statements[name].word("party")
    if by in root.entries("parties") and by != party:
        yield reference.problem(f"statement {name!r} is by {by}, expected one by {party}")


def red_line_problems(root: Node) -> Iterator[Problem]:
    """Find red lines of two parties that share a name: people refer to a line by its name alone."""
    first: dict[str, str] = {}
    for party, node in root.entries("parties").items():
        for name, line in node.entries("red_lines").items():
            if name in first:
                yield line.problem(f"red line {name!r} is used twice, first by {first[name]}")
            first.setdefault(name, party)


def table_problems(root: Node) -> Iterator[Problem]:
    """Find out whether anybody consents to anything, and whether the speaking order holds everybody."""
    parties = root.entries("parties")
    present = [name for name, party in parties.items() if party.word("consent") != "never"]
    if parties and not present:
        yield root.entries()["parties"].problem(
            "nobody consents to anything, expected a party with consent always or {when: ...}"
        )
    if parties and (order := root.get("negotiation", "order")) is not None:
        yield from _order_problems(order, list(parties), present)


def _order_problems(order: Node, parties: list[str], present: list[str]) -> Iterator[Problem]:
    spoken: set[str] = set()
    for place in order.items():
        name = place.word()
        if name is not None and name not in parties:
            yield order.problem(one_of("party", name, parties), at=place)
        elif name in spoken:
            yield order.problem(f"party {name!r} speaks twice, expected every party once", at=place)
        spoken |= {name} if name is not None else set()
    missing = [name for name in present if name not in spoken]
    if order.is_list and missing:
        yield order.problem(f"the order leaves out {', '.join(missing)}, expected every party that consents")
