"""A timetable for a seminar of 90 minutes."""

from __future__ import annotations

from sim.report.blocks import Grid
from sim.scenario import Scenario

TALKS = 40
"""Minutes for the talks."""

SHORT = 3
"""Minutes that a round takes at least where people play it."""

PHASES = (
    ("Opening", 10, "The situation, the rules of the talks, who plays whom. Hand out the role sheets."),
    ("Preparing", 15, "Each team reads its sheet and fills in the first part of the worksheet."),
    ("Talks", TALKS, "Round by round, with breaks in which teams may talk in pairs."),
    ("Writing down", 5, "Each group writes down its agreement, or that there is none; each team its points."),
    ("Debriefing", 20, "Points of all groups on the board, what could have been signed, the questions."),
)


def timetable(case: Scenario) -> Grid:
    """Suggest minutes for each phase; say how long a round is.

    Examples
    --------
    >>> import sim
    >>> timetable(sim.load("2025-08-21")).caption.split(". ")[1]
    'With at most 40 rounds, that is 1 minute a round: set negotiation.rounds to 13 or fewer for a class'
    """
    cells = tuple((phase, str(minutes), what) for phase, minutes, what in PHASES)
    total = sum(minutes for _, minutes, _ in PHASES)
    caption = f"A timetable for {total} minutes. {_pace(case.negotiation.rounds)}"
    return Grid(caption, ("Phase", "Minutes", "What"), cells, numeric=frozenset({1}))


def _pace(rounds: int) -> str:
    minutes = TALKS / rounds
    each = f"{minutes:.2g} minute{'' if minutes == 1 else 's'}"
    told = f"With at most {rounds} round{'s' * (rounds > 1)}, that is {each} a round"
    if minutes >= SHORT:
        return f"{told}."
    fewer = f"set negotiation.rounds to {TALKS // SHORT} or fewer for a class"
    return f"{told}: {fewer}. The simulator's parties then have as few, and may agree less often."
