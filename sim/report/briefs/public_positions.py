"""What everybody knows: who negotiates, what was said in public, and the red lines that rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.report.briefs.consent_words import consent_words
from sim.report.briefs.document import Block, Grid, Group, Heading, Link, Strong, Text, rows
from sim.report.briefs.line_words import line_words
from sim.scenario import Scenario, Statement

KINDS = (
    'How close a record is to the speaker: "quoted" is in the speaker\'s own words, "reported" is what '
    "somebody "
    'says was said, "inferred" is our reading and was not said, "background" is said by others about a '
    "party. "
    "Statements are told in our words."
)


def parties_table(case: Scenario, whose: str | None = None) -> Grid:
    """Show who negotiates and what each has to sign; one of them is `whose` sheet it is."""
    cells = [
        ((Strong(f"{party.name} (you)"),) if name == whose else party.name, consent_words(case, name))
        for name, party in case.parties.items()
    ]
    return Grid("Who negotiates.", ("Party", "Its consent is needed for"), rows(*cells))


def public_positions(case: Scenario) -> Iterator[Block]:
    """Tell every statement, and every red line that a party states, party by party."""
    yield Heading("What everybody knows")
    yield Text(
        f"Positions in public as of {case.as_of.day} {case.as_of:%B %Y}. A red line says what a party says "
        "it "
        "will not accept. Which lines are real, and which are bluff, only the party itself knows."
    )
    said = tuple(_said(case))
    if said:
        columns = ("Statement", "Who said it, when, and where it is recorded")
        yield Grid("Statements on record.", columns, said)
        yield Text(KINDS)
    stated = tuple(_stated(case))
    if stated:
        columns = ("Red line", "Its party says it will accept", "Rests on")
        yield Grid("Red lines as they are stated.", columns, stated)
    else:
        yield Text("No party states a red line.")


def cited(statement: Statement) -> tuple[str | Link]:
    """Cite a statement, with a link where it can be read."""
    return (Link(statement.cited, statement.url) if statement.url else statement.cited,)


def _said(case: Scenario) -> Iterator[Group]:
    others = {said.party for said in case.statements.values()} - set(case.parties)
    for party in (*case.parties, *sorted(others)):
        told = [(said.claim, cited(said)) for said in case.statements.values() if said.party == party]
        if told:
            yield Group(told, case.parties[party].name if party in case.parties else party)


def _stated(case: Scenario) -> Iterator[Group]:
    for party in case.parties.values():
        lines = [(line, line_words(case, line), cited(case.statement_of(line))) for line in party.red_lines]
        if lines:
            yield Group(lines, party.name)
