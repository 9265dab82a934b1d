"""The sheet of one role: what everybody knows, and what this party alone knows of itself.

Of the others' private side it is given nothing: it takes the case, of which it reads what is public and its
own party's part, and its own role.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Instruction, Order, Role
from sim.report.briefs.class_words import about_class
from sim.report.briefs.consent_words import consent_words
from sim.report.briefs.document import Block, Grid, Heading, Items, NewPage, Paper, Strong, Text, Words, rows
from sim.report.briefs.line_words import line_words
from sim.report.briefs.protocol_words import protocol_words
from sim.report.briefs.public_positions import cited, names_table, parties_table, public_positions
from sim.report.briefs.sheet_tables import order_of, rules_words, scoring_sheet, stakes_table
from sim.report.briefs.walking_away import when_to_walk_away
from sim.report.briefs.worksheet import before_the_talks, log
from sim.scenario import Scenario, describe
from sim.version import __version__

PRIVATE = (
    "For your team alone. What follows are assumptions of this exercise: judgement, drawn for your "
    "classroom. It is not what the real party thinks, and nobody outside the exercise should take it for "
    "that."
)
NOTHING_PRIVATE = "The case says nothing of what this party prefers: argue from its public positions."


def role_paper(case: Scenario, role: Role, code: str | None = None) -> Paper:
    """Write the sheet of a role; `code` is what the teacher calls the classroom, if anything."""
    name = case.parties[role.party].name
    return Paper(
        title=f"Your role: {name}",
        about=f"{case.title}. Role sheet for the team of {name}{about_class(code, ', ')}.",
        blocks=tuple(_blocks(case, role)),
        foot=f"{case.title}{about_class(code)}; guarantee-sim {__version__}. An exercise, and no forecast.",
    )


def _blocks(case: Scenario, role: Role) -> Iterator[Block]:
    yield Heading("The situation")
    yield Text(case.about)
    yield from _who(case, role.party)
    yield from names_table(case)
    yield Heading("How the talks go")
    yield Items(protocol_words(case))
    yield from _left_out(case)
    yield from _without_a_table(case, role.party)
    yield from public_positions(case)
    yield NewPage()
    yield Heading("Private instructions")
    yield Text((Strong("Confidential."), f" {PRIVATE}"), note=True)
    yield from _preferences(case, role)
    yield from when_to_walk_away(role)
    yield from _own_lines(case, role)
    yield from before_the_talks(case, role)
    yield NewPage()
    yield from scoring_sheet(case, role)
    yield from log(role)


def _who(case: Scenario, party: str) -> Iterator[Block]:
    name = case.parties[party].name
    needed = consent_words(case, party)
    yield Heading("Who you are")
    if party in case.at_the_table:
        said = f"You negotiate for {name}. Your consent is needed for {needed}."
        beyond = (
            "" if needed.startswith("every package") else " Anything else the others can agree without you."
        )
    else:
        said = f"You speak for {name}. You are not at the table: no package needs your consent."
        beyond = " You may say what you think of it, and try to persuade those who are."
    yield Text(said + beyond)
    yield parties_table(case, party)


def _left_out(case: Scenario) -> Iterator[Block]:
    if rules := rules_words(case):
        yield Text("Some combinations make no sense, and cannot be offered:")
        yield Items(rules)


def _without_a_table(case: Scenario, party: str) -> Iterator[Block]:
    """Say who can change what alone, where the case has it."""
    if not case.controls:
        return
    own = [case.issues[issue].question for issue in case.controls.get(party, ())]
    now = ""
    if case.status_quo is not None:
        completions = case.space.completions(case.packages[case.status_quo])
        now = f" As things stand: {describe(case, int(completions.argmax()))}."
    yield Text(f"This case can also be played without a table, each party moving on its own.{now}")
    yield Text(f"You alone decide: {' '.join(own)}" if own else "There is nothing that you decide alone.")


def _preferences(case: Scenario, role: Role) -> Iterator[Block]:
    wants = case.parties[role.party].preferences
    yield Heading("What you want", 3)
    if wants.because:
        yield Text(f"Why the authors of the case assume what follows: {wants.because}")
    if wants.statement is not None:
        yield Text(("It rests on: ", *cited(case.statements[wants.statement])))
    if isinstance(role.sheet, Order):
        yield Text(
            "Of what you want only the order is known, which package is better and not by how much. So "
            "there are no points to add up."
        )
        yield order_of(case, role.sheet)
    elif role.sheet.scale:
        yield stakes_table(case, role.sheet.stakes)
    else:
        yield Text(NOTHING_PRIVATE)


def _own_lines(case: Scenario, role: Role) -> Iterator[Block]:
    yield Heading("Your red lines", 3)
    if not role.lines:
        yield Text("You have stated no red line: sign whatever is worth enough to you.")
        return
    cells = [(one.line, line_words(case, one.line), _real(one)) for one in role.lines]
    caption = "Everybody knows that you have stated them; you alone know which are real."
    yield Grid(caption, ("Red line", "You said you accept", "In this exercise it is"), rows(*cells))


def _real(one: Instruction) -> Words:
    if not one.real:
        return (Strong("bluff"), ": you may sign a package that crosses it, if it is worth enough to you.")
    if one.until is not None:
        return (Strong(f"real until round {one.until}"), ": from then on you may sign what crosses it.")
    return (Strong("real"), ": do not sign a package that crosses it, whatever it is worth.")
