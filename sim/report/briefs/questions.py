"""Questions for the discussion afterwards, each made from what is so in this classroom's world."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Briefing, Role
from sim.report.briefs.line_words import line_words
from sim.report.briefs.naming import Naming, possessive
from sim.report.briefs.trades import common_interests, trades
from sim.report.briefs.why_not import conflict_words
from sim.report.briefs.worth_words import tenths
from sim.scenario.listing import listed


def questions(found: Briefing, naming: Naming) -> tuple[str, ...]:
    """Ask about bluff, what could be signed, trades, common interests, consent and the simulator.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.briefing import briefing
    >>> found = briefing(sim.load("2025-08-21"), seed=20250821, world=0, worlds=5)
    >>> questions(found, Naming(found))[0].partition(" (")[0]
    "In this classroom Ukraine's line not-weak-and-alone was bluff"
    """
    return (
        *_bluffs(found),
        *_could_be_signed(found, naming),
        *_better(found, naming),
        *trades(found),
        *common_interests(found),
        *_without(found, naming),
        *_simulator(found, naming),
        *_records(found),
    )


def _bluffs(found: Briefing) -> Iterator[str]:
    case = found.case
    for party, role in found.room.roles.items():
        for one in role.lines:
            line = f"{possessive(case.parties[party].name)} line {one.line}"
            if not one.real:
                yield (
                    f"In this classroom {line} was bluff ({line_words(case, one.line)}). When did the "
                    "others begin "
                    "to doubt it, and what made them? What did the bluff bring, and what did it cost?"
                )
            elif one.until is not None:
                yield (
                    f"From round {one.until} on {line} was no longer real. How did the others learn of it? "
                    "Who "
                    "had it in their interest to wait?"
                )


def _could_be_signed(found: Briefing, naming: Naming) -> Iterator[str]:
    room = found.room
    count, possible = int(room.acceptable.sum()), int(room.public.possible.sum())
    if not count:
        why = "".join(f" {sentence}" for sentence in conflict_words(found))
        yield (
            f"No package could be signed by all who had to.{why} When did you notice, and what did you do "
            "then? Is no "
            "deal a failure of the talks here?"
        )
        return
    yield (
        f"{count:,} of {possible:,} packages could be signed by all whose consent they need. Is what you "
        "agreed one "
        "of them? If there was no deal: what kept you from finding one?"
    )
    crossing = room.acceptable & (room.public.crossing != 0).any(axis=1)
    if crossing.any():
        example = next((index for index in found.listed if crossing[index]), int(crossing.argmax()))
        yield (
            f"{int(crossing.sum()):,} of these cross a line that somebody stated, such as "
            f"{naming(example)}. Could you "
            "have found them without knowing whose line is real? What would it take to ask?"
        )


def _better(found: Briefing, naming: Naming) -> Iterator[str]:
    nash = found.room.solutions.get("nash", -1)
    if nash >= 0:
        worth = listed(
            [f"{_name(found, party)} {tenths(int(role.totals[nash]))}" for party, role in _seated(found)]
        )
        yield (
            f"{_capital(naming(nash))}, the Nash point, is worth {worth}. Is it better for all than your "
            "agreement? If "
            "so, why was it not found? If not, who would have refused it?"
        )


def _without(found: Briefing, naming: Naming) -> Iterator[str]:
    """Ask about a package that somebody dislikes and has no say in."""
    room, case = found.room, found.case
    for index in found.listed:
        for place, (party, role) in enumerate(room.roles.items()):
            asked = room.public.consent[place, index]
            if not asked and role.totals[index] < role.least_in_the_end:
                yield (
                    f"{_capital(naming(index))} does not need the consent of {case.parties[party].name}, to "
                    "whom it is "
                    "worth less than no deal. Should it be asked? What could it do?"
                )
                return


def _simulator(found: Briefing, naming: Naming) -> Iterator[str]:
    seen, share = found.watched, found.endings
    agreed = next(iter(share.values()))
    if seen.package is not None:
        yield (
            f"The simulator's parties agreed in round {seen.round} on {naming(seen.package)}. What did your "
            "group do "
            "otherwise, and who came off better?"
        )
    else:
        yield (
            "The simulator's parties found no deal in this world "
            f"({seen.ending.sentence.removeprefix('No deal: ')}"
            ") Did you do better, and why?"
        )
    yield (
        f"In {agreed:,} of {found.worlds:,} worlds, each with other weights, values and bluffs, the "
        "simulator's parties "
        "agree. Which assumption of your role sheet would you change, and what would follow?"
    )


def _records(found: Briefing) -> Iterator[str]:
    case = found.case
    inferred = [line for line in case.red_lines if case.statement_of(line).kind == "inferred"]
    if inferred:
        yield (
            f"{listed(inferred)} {'rests' if len(inferred) == 1 else 'rest'} on what the authors of the "
            "case inferred, "
            "not on what was said. Would you read the statement as they do?"
        )


def _seated(found: Briefing) -> list[tuple[str, Role]]:
    return [(party, role) for party, role in found.room.roles.items() if party in found.case.at_the_table]


def _name(found: Briefing, party: str) -> str:
    return found.case.parties[party].name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
