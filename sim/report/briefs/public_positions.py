"""What everybody knows: who negotiates, what was said in public, and the red lines that rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.report.blocks import Block, Grid, Group, Inline, Prose, Section, Strong, Words
from sim.report.citing import cited
from sim.report.consent_words import consent_words
from sim.report.forbids_words import forbids_words
from sim.scenario import Scenario, describe_options
from sim.scenario.words import day_words

KINDS = (
    'How close a record is to the speaker: "quoted" is in the speaker\'s own words, "reported" is what '
    "somebody "
    'says was said, "inferred" is our reading and was not said, "background" is said by others about a '
    "party. Statements are told in our words."
)


def parties_table(case: Scenario, whose: str | None = None) -> Grid:
    """Show who negotiates and what each has to sign; one of them is `whose` sheet it is."""
    cells = [
        (Strong(f"{party.name} (you)") if name == whose else party.name, consent_words(case, name))
        for name, party in case.parties.items()
    ]
    return Grid("Who negotiates.", ("Party", "Its consent is needed for"), tuple(cells))


def public_positions(case: Scenario) -> Section:
    """Tell every statement, and the red lines that rest on it, party by party."""
    return Section("What everybody knows", tuple(_positions(case)))


def _positions(case: Scenario) -> Iterator[Block]:
    if case.red_lines:
        yield Prose(
            f"Positions in public as of {_as_of(case)}. A red line says what a party says it will not "
            "accept. Which lines are real, and which are bluff, only the party itself knows."
        )
    else:
        yield Prose(f"As of {_as_of(case)}. No party states a red line.")
    if case.statements:
        columns = ("Statement", "Who said it, when, and where it is recorded", "Red line that rests on it")
        yield Grid("Statements on record.", columns, groups=tuple(_said(case)))
        yield Prose(KINDS)


def names_table(case: Scenario) -> Iterator[Grid]:
    """Show what each named package says."""
    if case.packages:
        cells = [(name, describe_options(case, package)) for name, package in case.packages.items()]
        caption = "Packages with a name. A name may leave issues open."
        yield Grid(caption, ("Package", "It says"), tuple(cells))


def _said(case: Scenario) -> Iterator[Group]:
    others = {said.party for said in case.statements.values()} - set(case.parties)
    for party in (*case.parties, *sorted(others)):
        told = tuple(
            (said.claim, cited(said), _lines(case, name))
            for name, said in case.statements.items()
            if said.party == party
        )
        if told:
            yield Group(case.parties[party].name if party in case.parties else party, told)


def _lines(case: Scenario, statement: str) -> Words:
    """Tell the red lines that rest on a statement, and whose they are if they are another party's."""
    told: list[Inline] = []
    for line, (party, stated) in case.red_lines.items():
        if stated.statement == statement:
            own = case.statements[statement].party == party
            whose = "" if own else f" ({case.parties[party].name})"
            told += ["; "] * bool(told) + [Strong(f"{line}{whose}"), f": {forbids_words(case, line)}"]
    return tuple(told) or "none"


def _as_of(case: Scenario) -> str:
    return day_words(case.as_of)
