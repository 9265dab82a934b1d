"""What each party was offered and asked for, round by round: what its picture shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.negotiation.course import Course
from sim.negotiation.watched import Watched

Point = tuple[float, float]
"""A round, and a utility."""

SINGLE_TEXT = "single_text"


@dataclass(frozen=True)
class Curves:
    """The packages that were spoken of, as what they are worth to one party.

    Parameters
    ----------
    party
        The name of the party.
    line_is, others_are
        What the line and the other marks show, in a few words.
    line
        One package a round: its own offers, or the text.
    others
        Offers by others, or redrafts.
    barred
        Those of the others that cross a red line that it holds.
    no_deal
        The reservation value.
    agreed
        What is agreed, None without agreement.
    """

    party: str
    line_is: str
    others_are: str
    line: tuple[Point, ...]
    others: tuple[Point, ...]
    barred: tuple[Point, ...]
    no_deal: tuple[Point, ...]
    agreed: Point | None


def curves(watched: Watched) -> Iterator[Curves]:
    """Return the curves of each party at the table."""
    for party, course in watched.parties.items():
        others = _others(watched, party)
        yield Curves(
            party=watched.case.parties[party].name,
            line_is="the text" if _one_text(watched) else "its offers",
            others_are="redrafts" if _one_text(watched) else "others' offers",
            line=_text(course) if _one_text(watched) else _own(watched, party, course),
            others=_worth(course, [spoken for spoken in others if spoken not in course.barred]),
            barred=_worth(course, [spoken for spoken in others if spoken in course.barred]),
            no_deal=tuple(enumerate(course.reservation_values, 1)),
            agreed=None if watched.package is None else (watched.round, course.worth[watched.package]),
        )


def _one_text(watched: Watched) -> bool:
    return watched.case.negotiation.protocol == SINGLE_TEXT


def _text(course: Course) -> tuple[Point, ...]:
    return tuple((round_, worth) for round_, worth in enumerate(course.utilities, 1) if worth is not None)


def _own(watched: Watched, party: str, course: Course) -> tuple[Point, ...]:
    offers = [(t.round, t.package) for t in watched.turns if t.action == "offers" and t.party == party]
    return _worth(course, offers)


def _others(watched: Watched, party: str) -> list[tuple[int, int]]:
    """Return what others offer, or the redrafts, by whomever: each package once a round."""
    one_text = _one_text(watched)
    spoken = (
        (turn.round, turn.package)
        for turn in watched.turns
        if turn.action == ("redrafts" if one_text else "offers") and (one_text or turn.party != party)
    )
    return list(dict.fromkeys(spoken))


def _worth(course: Course, spoken: list[tuple[int, int]]) -> tuple[Point, ...]:
    return tuple((round_, course.worth[package]) for round_, package in spoken)
