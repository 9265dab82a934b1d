"""What a party's picture shows, in words: for whoever does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.report.courses import Curves, Point
from sim.scenario.words import capitalised


def in_words(curves: Curves) -> str:
    """Say in words what the picture of a party shows.

    Examples
    --------
    >>> offers, others, no_deal = ((1, 1.0), (2, 0.7)), ((1, 0.3),), ((1, 0.5), (2, 0.5))
    >>> in_words(Curves("A", "its offers", "others' offers", offers, others, (), no_deal, None))
    "No deal: 0.50. Its offers: from 1.00 to 0.70. Others' offers: at best 0.30. No agreement."
    """
    return " ".join(_sentences(curves))


def _sentences(curves: Curves) -> Iterator[str]:
    yield f"No deal: {_way(curves.no_deal)}."
    if curves.line:
        yield f"{capitalised(curves.line_is)}: {_way(curves.line)}."
    if curves.others:
        yield f"{capitalised(curves.others_are)}: at best {max(worth for _, worth in curves.others):.2f}."
    if curves.barred:
        yield f"{len(curves.barred)} {curves.others_are} cross a red line that it holds."
    yield f"Agreed: {curves.agreed[1]:.2f}." if curves.agreed else "No agreement."


def _way(points: tuple[Point, ...]) -> str:
    first, last = f"{points[0][1]:.2f}", f"{points[-1][1]:.2f}"
    return first if first == last else f"from {first} to {last}"
