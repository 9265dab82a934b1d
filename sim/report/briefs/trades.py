"""Questions on what two parties could trade, and on what all want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sim.analysis.briefing import Briefing, Points
from sim.report.briefs.worth_words import tenths
from sim.scenario import Scenario

_Party = tuple[str, Points]

LEAST_TRADE = 50
"""By how many tenths of a point stakes must differ, on both issues, for a trade to be asked about."""


@dataclass(frozen=True)
class Trade:
    """Two issues, one of which has more at stake for one party, the other for the other.

    Parameters
    ----------
    parties
        The two, by name.
    issues
        The two questions, first that of the first party.
    stakes
        For each issue, the points at stake for each party.
    """

    parties: tuple[str, str]
    issues: tuple[str, str]
    stakes: tuple[tuple[int, int], tuple[int, int]]

    @property
    def gain(self) -> int:
        """By how much stakes differ, on the issue on which they differ less."""
        (mine, other), (my_other, others) = self.stakes
        return min(mine - other, others - my_other)

    def question(self) -> str:
        """Ask whether the two have traded."""
        (mine, other), (my_other, others) = self.stakes
        one, two = self.parties
        return (
            f'On "{self.issues[0]}" {one} has {tenths(mine)} points at stake and {two} {tenths(other)}; '
            f'on "{self.issues[1]}" it is {tenths(my_other)} against {tenths(others)}, and on both they want '
            "another answer. Did the two trade one for the other? How could they have found out?"
        )


def trades(found: Briefing) -> Iterator[str]:
    """Ask about the two issues and two parties at the table that had most to gain from a trade."""
    pairs = combinations(_with_points(found), 2)
    possible = [trade for one, other in pairs for trade in _between(found.case, one, other)]
    best = max(possible, key=lambda trade: trade.gain, default=None)
    if best is not None and best.gain >= LEAST_TRADE:
        yield best.question()


def _between(case: Scenario, one: _Party, other: _Party) -> Iterator[Trade]:
    """Find the best trade of two parties, over issues on which they like no option both best."""
    (name, mine), (others_name, others) = one, other
    apart = [p for p in range(len(mine.stakes)) if not set(_best(mine, p)) & set(_best(others, p))]
    if apart:
        edge = {place: mine.stakes[place] - others.stakes[place] for place in apart}
        more, less = max(apart, key=edge.__getitem__), min(apart, key=edge.__getitem__)
        questions = [issue.question for issue in case.issues.values()]
        yield Trade(
            (case.parties[name].name, case.parties[others_name].name),
            (questions[more], questions[less]),
            ((mine.stakes[more], others.stakes[more]), (mine.stakes[less], others.stakes[less])),
        )


def common_interests(found: Briefing) -> Iterator[str]:
    """Ask about issues on which all that care want the same."""
    sheets = [sheet for _, sheet in _with_points(found)]
    for place, issue in enumerate(found.case.issues.values()):
        caring = [set(_best(sheet, place)) for sheet in sheets if sheet.stakes[place]]
        common = set.intersection(*caring) if len(caring) > 1 else set()
        if common:
            option = list(issue.options.values())[min(common)]
            yield (
                f'On "{issue.question}" all who care like "{option}" best. Did anybody ask something in '
                "return for it nevertheless?"
            )
            return


def _best(sheet: Points, place: int) -> list[int]:
    most = sheet.stakes[place]
    return [number for number, points in enumerate(sheet.options[place]) if points == most]


def _with_points(found: Briefing) -> list[_Party]:
    sheets = [(party, found.room.roles[party].sheet) for party in found.case.at_the_table]
    return [(party, sheet) for party, sheet in sheets if isinstance(sheet, Points)]
