"""The sheet of one role: what everybody knows, and what this party alone knows of itself.

Of the others' private side it is given nothing: it takes the case, of which it reads what is public and its
own party's part, and its own role.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Instruction, Order, Points, Role
from sim.report.blocks import Block, Document, Grid, Listing, Prose, Section, Strong, Words
from sim.report.briefs.protocol_words import protocol_words
from sim.report.briefs.public_positions import names_table, parties_table, public_positions
from sim.report.briefs.sheet_tables import order_of, rules_words, scoring_sheet, stakes_table
from sim.report.briefs.worksheet import before_the_talks, log
from sim.report.briefs.worth_words import tenths
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


def role_paper(case: Scenario, role: Role, code: str) -> Document:
    """Write the sheet of a role in the classroom with this code."""
    name = case.parties[role.party].name
    return Document(
        title=f"Your role: {name}",
        below=f"{case.title}. Role sheet for the team of {name}, classroom {code}.",
        inside=tuple(_blocks(case, role)),
        caution=f"{case.title}; classroom {code}; guarantee-sim {__version__}. An exercise, and no forecast.",
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
    yield Section("When to walk away", tuple(_no_deal(case, role)))
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


def _no_deal(case: Scenario, role: Role) -> Iterator[Block]:
    yield Prose(_enough(role, role.least))
    if role.least_in_the_end != role.least:
        yield Prose(_drift(case, role))
    if role.patience is not None:
        many = f"{role.patience} rounds in a row" if role.patience > 1 else "one round"
        yield Prose(
            f"Your patience has an end: leave the table after {many} without an offer you could accept."
        )


def _enough(role: Role, least: int) -> Words:
    if least <= role.worst:
        return (
            "No deal is worth no more to you than your worst package: ",
            Strong("any deal beats none"),
            ".",
        )
    if least > role.best:
        what = "" if isinstance(role.sheet, Order) else f"{tenths(least)} points, "
        return (f"No deal is worth {what}more to you than any package: ", Strong("sign nothing"), ".")
    if isinstance(role.sheet, Order):
        place = role.sheet.last - least
        return (Strong(f"Walk away below place {place}"), ": what comes after it is worse than no deal.")
    return (Strong(f"Walk away below {tenths(least)} points"), ": that much no deal is worth to you.")


def _drift(case: Scenario, role: Role) -> str:
    change = role.least_in_the_end - role.least
    rounds = case.negotiation.rounds
    later = "more" if change > 0 else "less"
    if isinstance(role.sheet, Points):
        each = f"{abs(change) / 10 / (rounds - 1):.2g}"
        end = tenths(role.least_in_the_end)
        return (
            f"That is in round 1. With every round no deal is worth {each} points {later} to you, until in "
            f"round {rounds} it is {end}: note for each round from where on you sign."
        )
    end = f"place {role.sheet.last - role.least_in_the_end}"
    return (
        f"That is in round 1. With time no deal is worth {later}: in round {rounds}, walk away below {end}."
    )


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
