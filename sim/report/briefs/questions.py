"""Questions for the discussion afterwards, each made from what is so in this classroom's world."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sim.analysis.briefing import Briefing, Instruction
from sim.negotiation.endings import Ending
from sim.report.briefs.naming import Naming
from sim.report.briefs.trades import common_interests, trades
from sim.report.briefs.why_not import conflict_words
from sim.report.briefs.worth_words import tenths
from sim.report.forbids_words import forbids_words
from sim.scenario import Scenario
from sim.scenario.listing import listed
from sim.scenario.quantities import uncertain
from sim.scenario.words import possessive


def questions(found: Briefing, naming: Naming) -> tuple[str, ...]:
    """Ask about bluff, what could be signed, trades, common interests, consent and the simulator.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.briefing import briefing
    >>> found = briefing(sim.load("2025-08-21"), seed=20250821, world=0, worlds=5)
    >>> questions(found, Naming(found))[0].partition(" (")[0]
    "In this classroom 3 red lines were bluff: Ukraine's line not-weak-and-alone"
    """
    return (
        *_lines(found),
        *_could_be_signed(found, naming),
        *_nash(found, naming),
        *trades(found),
        *common_interests(found),
        *_without_a_say(found, naming),
        *_simulator(found, naming),
        *_worlds(found),
        *_records(found),
    )


def _lines(found: Briefing) -> Iterator[str]:
    """Ask about lines that were bluff, and about those that gave way."""
    case = found.case
    own = [(party, one) for party, role in found.room.roles.items() for one in role.lines]
    bluff = [
        f"{_whose(case, party, one)} ({forbids_words(case, one.line)})" for party, one in own if not one.real
    ]
    if len(bluff) == 1:
        yield (
            f"In this classroom {bluff[0]} was bluff. When did the others begin to doubt it, and what made "
            "them? What did the bluff bring, and what did it cost?"
        )
    elif bluff:
        yield (
            f"In this classroom {len(bluff)} red lines were bluff: {'; '.join(bluff)}. When did the others "
            "begin to doubt each, and what made them? What did it bring, and what did it cost?"
        )
    gave_way = [f"{_whose(case, party, one)} from round {one.until} on" for party, one in own if one.until]
    if gave_way:
        yield (
            f"In time {'a line was' if len(gave_way) == 1 else 'lines were'} no longer real: "
            f"{listed(gave_way)}. How did the others learn of it? Who had it in their interest to wait?"
        )


def _whose(case: Scenario, party: str, one: Instruction) -> str:
    return f"{possessive(case.parties[party].name)} line {one.line}"


def _could_be_signed(found: Briefing, naming: Naming) -> Iterator[str]:
    room = found.room
    count, possible = int(room.acceptable.sum()), int(room.public.possible.sum())
    if not count:
        why = "".join(f" {sentence}" for sentence in conflict_words(found))
        yield (
            f"No package could be signed by all who had to.{why} When did you notice, and what did you do "
            "then? Is no deal a failure of the talks here?"
        )
        return
    need, agreed, it = (
        ("they need", "Is what you agreed one of them?", "one")
        if count > 1
        else ("it needs", "Is it what you agreed?", "it")
    )
    yield (
        f"{count:,} of {possible:,} packages could be signed by all whose consent {need}. {agreed} If there "
        f"was no deal: what kept you from finding {it}?"
    )
    crossing = room.acceptable & (room.public.crossing != 0).any(axis=1)
    if crossing.any():
        example = next((index for index in found.listed if crossing[index]), int(crossing.argmax()))
        many = int(crossing.sum())
        crosses, found_it = (
            (f"{many:,} of these cross a line that somebody stated, such as", "them")
            if many > 1
            else ("A line that somebody stated is crossed by", "it")
        )
        yield (
            f"{crosses} {naming(example)}. Could you have found {found_it} without knowing whose line is "
            "real? What would it take to ask?"
        )


def _nash(found: Briefing, naming: Naming) -> Iterator[str]:
    """Ask whether the Nash point would have been better for all."""
    point = found.room.solutions.get("nash", -1)
    if point >= 0:
        worth = [
            f"{tenths(int(role.totals[point]))} to {found.case.parties[party].name}"
            for party, role in found.room.roles.items()
            if party in found.case.at_the_table
        ]
        yield (
            f"The Nash point, {naming(point)}, is worth {listed(worth)}. Is it better for all than your "
            "agreement? If so, why was it not found? If not, who would have refused it?"
        )


def _without_a_say(found: Briefing, naming: Naming) -> Iterator[str]:
    """Ask about a package that is worse than no deal to somebody who has no say in it."""
    room, case = found.room, found.case
    for index in found.listed:
        for place, (party, role) in enumerate(room.roles.items()):
            if not room.public.consent[place, index] and role.totals[index] < role.least_in_the_end:
                yield (
                    f"The consent of {case.parties[party].name} is not needed for {naming(index)}, which is "
                    "worth less to it than no deal. Should it have been asked? What could it do?"
                )
                return


def _simulator(found: Briefing, naming: Naming) -> Iterator[str]:
    seen = found.watched
    if seen.package is None:
        why = "" if seen.ending is Ending.NO_ZOPA else " Did you do better, and why?"
        yield f"Of this world the simulator says: {seen.ending.sentence}{why or ' Did you end as it does?'}"
        return
    yield (
        f"The simulator's parties agreed in round {seen.round} on {naming(seen.package)}. What did your "
        "group do otherwise, and who came off better?"
    )
    better = _better(found, seen.package)
    if better is not None:
        yield (
            f"All parties at the table would have done as well or better with {naming(better)}. What kept "
            "the simulator's parties from it, and would it have kept you?"
        )


def _better(found: Briefing, package: int) -> int | None:
    """Return a package that all can sign and that gives no party at the table less, and some more."""
    roles = [role for role, seat in zip(found.room.roles.values(), found.room.seats, strict=True) if seat]
    gains = np.stack([role.totals - role.totals[package] for role in roles])
    better = found.room.acceptable & (gains >= 0).all(axis=0) & (gains > 0).any(axis=0)
    return int(np.where(better, gains.sum(axis=0), -1).argmax()) if better.any() else None


def _worlds(found: Briefing) -> Iterator[str]:
    agreed, many = found.endings[Ending.AGREED], found.worlds
    if uncertain(found.case):
        yield (
            f"In {agreed:,} of {many:,} worlds, each with other draws of what is uncertain, the simulator's "
            "parties agree. Which assumption of your role sheet would you change, and what would follow?"
        )
    else:
        yield (
            "Nothing in this case is uncertain. Which assumption of your role sheet would you doubt first, "
            "and what would follow from another?"
        )


def _records(found: Briefing) -> Iterator[str]:
    case = found.case
    inferred = [line for line in case.red_lines if case.statement_of(line).kind == "inferred"]
    if inferred:
        rests = "The red line {} rests" if len(inferred) == 1 else "The red lines {} rest"
        yield (
            f"{rests.format(listed(inferred))} on what the authors of the case inferred, not on what was "
            "said. Would you read the statement as they do?"
        )
