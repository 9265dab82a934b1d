"""What is said in one part of a scenario about another part is true: statements, parties, red lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sim.errors import Problem, one_of
from sim.language.node import Node
from sim.scenario.protocol_choice import NEUTRAL

"""Who mediates if no party does."""

_MOST_PARTIES = 64  # who has accepted an offer is one word of bits


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
    """Find out whether anybody consents to anything, and whether there is room and a turn for all who do."""
    parties = root.entries("parties")
    present = _present(root)
    if parties and not present:
        yield root.entries()["parties"].problem(
            "nobody consents to anything, expected a party with consent always or {when: ...}"
        )
    if len(parties) > _MOST_PARTIES:
        found = f"{len(parties)} parties, expected at most {_MOST_PARTIES}"
        yield root.entries()["parties"].problem(found)
    if parties and (order := root.get("negotiation", "order")) is not None:
        yield from _named_once([order], "speaks", "party", list(parties))
        if order.is_list:
            yield from _left_out(order, "the order leaves", present, order.items())


def role_problems(root: Node) -> Iterator[Problem]:
    """Find roles that a protocol gives to parties that are not there, twice, or not at all."""
    negotiation, present = root.get("negotiation"), _present(root)
    if negotiation is None or not present:
        return
    match negotiation.word("protocol"):
        case "single_text":
            yield from _mediator_problems(negotiation.get("mediator"), present)
        case "ratification":
            yield from _circle_problems(negotiation, present)


def _mediator_problems(mediator: Node | None, present: Sequence[str]) -> Iterator[Problem]:
    name = mediator.word() if mediator is not None else None
    if mediator is not None and name is not None and name not in {*present, NEUTRAL}:
        yield mediator.problem(one_of("mediator", name, [NEUTRAL, *present]))


def _circle_problems(negotiation: Node, present: Sequence[str]) -> Iterator[Problem]:
    """Find what is wrong with who settles and who ratifies; of the two, one may be left to follow."""
    circles = {key: node for key, node in negotiation.entries().items() if key in {"first", "then"}}
    circles = {key: node for key, node in circles.items() if node.value is not None}
    yield from _named_once(circles.values(), "is named", "party at the table", present)
    seated = [place for node in circles.values() for place in node.items()]
    first, then = circles.get("first"), circles.get("then")
    if first is not None and first.is_list and not first.items():
        yield first.problem("'first' is empty, expected some party that settles a package")
    elif first is None and then is not None and {place.word() for place in seated} >= set(present):
        yield then.problem("nobody is left to settle a package first, expected some party that only settles")
    elif first is not None and then is not None and first.is_list and then.is_list:
        yield from _left_out(negotiation, "'first' and 'then' leave", present, seated)


def _named_once(lists: Iterable[Node], does: str, kind: str, known: Sequence[str]) -> Iterator[Problem]:
    """Find names in some lists that are unknown, or were named before."""
    named: set[str] = set()
    for holder in lists:
        for place in holder.items():
            name = place.word()
            if name is not None and name not in known:
                yield holder.problem(one_of(kind, name, known), at=place)
            elif name in named:
                yield holder.problem(f"party {name!r} {does} twice, expected every party once", at=place)
            named |= {name} if name is not None else set()


def _left_out(holder: Node, what: str, present: Iterable[str], places: Iterable[Node]) -> Iterator[Problem]:
    named = {place.word() for place in places}
    if missing := [name for name in present if name not in named]:
        yield holder.problem(f"{what} out {', '.join(missing)}, expected every party that consents")


def _present(root: Node) -> list[str]:
    """List the parties at the table: those that consent to anything."""
    return [name for name, party in root.entries("parties").items() if party.word("consent") != "never"]
