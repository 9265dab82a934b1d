"""Questions on what two parties could trade, and on what all want."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from sim.analysis.briefing import Briefing, Points
from sim.report.briefs.worth_words import tenths

LEAST_TRADE = 50
"""By how many tenths of a point stakes must differ, on both issues, for a trade to be asked about."""


def trades(found: Briefing) -> Iterator[str]:
    """Ask about the two issues and two parties that had most to gain from trading one for the other."""
    case = found.case
    best: tuple[int, str] = (0, "")
    for (one, a), (other, b) in combinations(_with_points(found), 2):
        apart = _at_odds(a, b)
        edge = np.array(a.stakes) - np.array(b.stakes)
        if not apart.any():
            continue
        more, less = (int(np.where(apart, sign * edge, -np.inf).argmax()) for sign in (1, -1))
        gain = int(min(edge[more], -edge[less]))
        if gain >= LEAST_TRADE and gain > best[0]:
            issues = list(case.issues.values())
            best = (
                gain,
                f'On "{issues[more].question}" {_name(found, one)} has {tenths(a.stakes[more])} points at '
                "stake and "
                f'{_name(found, other)} {tenths(b.stakes[more])}; on "{issues[less].question}" it is '
                f"{tenths(a.stakes[less])} against {tenths(b.stakes[less])}, and on both they want another "
                "answer. Did the two trade one for the other? How could they have found out?",
            )
    if best[0]:
        yield best[1]


def common_interests(found: Briefing) -> Iterator[str]:
    """Ask about issues on which all that care want the same."""
    case = found.case
    sheets = [sheet for party, sheet in _with_points(found) if party in case.at_the_table]
    for place, issue in enumerate(case.issues.values()):
        caring = [set(_best(sheet, place)) for sheet in sheets if sheet.stakes[place]]
        common = set.intersection(*caring) if len(caring) > 1 else set()
        if common:
            option = list(issue.options.values())[min(common)]
            yield (
                f'On "{issue.question}" all who care like "{option}" best. Did anybody ask something in '
                "return for it nevertheless?"
            )
            return


def _at_odds(one: Points, other: Points) -> np.ndarray:
    places = range(len(one.stakes))
    return np.array([not set(_best(one, place)) & set(_best(other, place)) for place in places])


def _best(sheet: Points, place: int) -> list[int]:
    most = sheet.stakes[place]
    return [number for number, points in enumerate(sheet.options[place]) if points == most]


def _with_points(found: Briefing) -> list[tuple[str, Points]]:
    return [(party, role.sheet) for party, role in found.room.roles.items() if isinstance(role.sheet, Points)]


def _name(found: Briefing, party: str) -> str:
    return found.case.parties[party].name
