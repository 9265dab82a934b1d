"""The sheet of one role: what everybody knows, and what this party alone knows of itself.

Of the others' private side it is given nothing: it takes the case, of which it reads what is public and its
own party's part, and its own role.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Instruction, Order, Role
from sim.report.blocks import Block, Document, Grid, Listing, Prose, Section, Strong, Words
from sim.report.briefs.class_words import about_class
from sim.report.briefs.protocol_words import protocol_words
from sim.report.briefs.public_positions import names_table, parties_table, public_positions
from sim.report.briefs.sheet_tables import order_of, rules_words, scoring_sheet, stakes_table
from sim.report.briefs.walking_away import when_to_walk_away
from sim.report.briefs.worksheet import before_the_talks, log
from sim.report.citing import cited
from sim.report.consent_words import consent_words
from sim.report.forbids_words import forbids_words
from sim.scenario import Scenario, describe
from sim.version import __version__

PRIVATE = (
    "For your team alone. What follows are assumptions of this exercise: judgement, drawn for your "
    "classroom. It is not what the real party thinks, and nobody outside the exercise should take it for "
    "that."
)
NOTHING_PRIVATE = "The case says nothing of what this party prefers: argue from its public positions."


def role_paper(case: Scenario, role: Role, code: str | None = None) -> Document:
    """Write the sheet of a role; `code` is what the teacher calls the classroom, if anything."""
    name = case.parties[role.party].name
    called = f"{case.title}{about_class(code)}"
    return Document(
        title=f"Your role: {name}",
        below=f"{case.title}. Role sheet for the team of {name}{about_class(code, ', ')}.",
        inside=tuple(_blocks(case, role)),
        caution=f"{called}; guarantee-sim {__version__}. An exercise, and no forecast.",
    )


def _blocks(case: Scenario, role: Role) -> Iterator[Block]:
    yield Section("The situation", (Prose(case.about),))
    yield Section("Who you are", tuple(_who(case, role.party)))
    yield Section("How the talks go", tuple(_talks(case, role.party)))
    yield public_positions(case)
    yield Section("Private instructions", tuple(_private(case, role)), new_page=True)
    yield before_the_talks(case, role)
    yield scoring_sheet(case, role)
    yield from log(role)


def _who(case: Scenario, party: str) -> Iterator[Block]:
    name = case.parties[party].name
    needed = consent_words(case, party)
    if party in case.at_the_table:
        said = f"You negotiate for {name}. Your consent is needed for {needed}."
        beyond = (
            "" if needed.startswith("every package") else " Anything else the others can agree without you."
        )
    else:
        said = f"You speak for {name}. You are not at the table: no package needs your consent."
        beyond = " You may say what you think of it, and try to persuade those who are."
    yield Prose(said + beyond)
    yield parties_table(case, party)
    yield from names_table(case)


def _talks(case: Scenario, party: str) -> Iterator[Block]:
    yield Listing(protocol_words(case))
    yield from _left_out(case)
    yield from _without_a_table(case, party)


def _left_out(case: Scenario) -> Iterator[Block]:
    if rules := rules_words(case):
        yield Prose("Some combinations make no sense, and cannot be offered:")
        yield Listing(tuple(rules))


def _without_a_table(case: Scenario, party: str) -> Iterator[Block]:
    """Say who can change what alone, where the case has it."""
    if not case.controls:
        return
    own = [case.issues[issue].question for issue in case.controls.get(party, ())]
    now = ""
    if case.status_quo is not None:
        completions = case.space.completions(case.packages[case.status_quo])
        now = f" As things stand: {describe(case, int(completions.argmax()))}."
    yield Prose(f"This case can also be played without a table, each party moving on its own.{now}")
    yield Prose(f"You alone decide: {' '.join(own)}" if own else "There is nothing that you decide alone.")


def _private(case: Scenario, role: Role) -> Iterator[Block]:
    yield Prose((Strong("Confidential."), f" {PRIVATE}"), kind="note")
    yield Section("What you want", tuple(_preferences(case, role)))
    yield Section("When to walk away", tuple(when_to_walk_away(role)))
    yield Section("Your red lines", (_own_lines(case, role),))


def _preferences(case: Scenario, role: Role) -> Iterator[Block]:
    wants = case.parties[role.party].preferences
    if wants.because:
        yield Prose(f"Why the authors of the case assume what follows: {wants.because}")
    if wants.statement is not None:
        yield Prose(("It rests on: ", cited(case.statements[wants.statement])))
    if isinstance(role.sheet, Order):
        yield Prose(
            "Of what you want only the order is known, which package is better and not by how much. So "
            "there are no points to add up."
        )
        yield order_of(case, role.sheet)
    elif role.sheet.scale:
        yield stakes_table(case, role.sheet.stakes)
    else:
        yield Prose(NOTHING_PRIVATE)


def _own_lines(case: Scenario, role: Role) -> Block:
    if not role.lines:
        return Prose("You have stated no red line: sign whatever is worth enough to you.")
    cells = [(one.line, forbids_words(case, one.line), _real(one)) for one in role.lines]
    caption = "Everybody knows that you have stated them; you alone know which are real."
    return Grid(caption, ("Red line", "You said you accept", "In this exercise it is"), tuple(cells))


def _real(one: Instruction) -> Words:
    if not one.real:
        return (Strong("bluff"), ": you may sign a package that crosses it, if it is worth enough to you.")
    if one.until is not None:
        return (Strong(f"real until round {one.until}"), ": from then on you may sign what crosses it.")
    return (Strong("real"), ": do not sign a package that crosses it, whatever it is worth.")
