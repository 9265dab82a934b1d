"""What one party is told of itself in one world: its points or order, its lines, what no deal is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Int

from sim.analysis.briefing.order import Order, order
from sim.analysis.briefing.points import Points, least_needed, points
from sim.scenario import Scenario
from sim.worlds import Worlds, draws, uniforms
from sim.worlds.draw import weights


@dataclass(frozen=True)
class Instruction:
    """One of a party's own red lines in one world.

    Parameters
    ----------
    line
        Its id.
    real
        Whether it is held at first; else it is bluff.
    until
        From which round on a real line may be given up, counted from 1; None if never.
    """

    line: str
    real: bool
    until: int | None


@dataclass(frozen=True, eq=False)
class Role:
    """One party's private side of one world, in numbers that people can handle.

    Parameters
    ----------
    party
        Its id.
    sheet
        Its points, or its order where no more is known.
    totals
        What each package is worth to it: tenths of a point, or how many places of its order lie below.
    least, least_in_the_end
        From how much on it can sign, in the first and in the last round; in the same unit, and no less than
        the worst package that makes sense is worth.
    worst, best
        What the worst and the best package that make sense are worth.
    lines
        Its red lines.
    patience
        After how many rounds in a row without an offer that it can accept it walks out; None if never.
    """

    party: str
    sheet: Points | Order
    totals: Int[np.ndarray, "packages"]
    least: int
    least_in_the_end: int
    worst: int
    best: int
    lines: tuple[Instruction, ...]
    patience: int | None


def role(case: Scenario, seed: int, world: Worlds, party: str) -> Role:
    """Return what a party is told in a batch of one world that was drawn from a seed.

    Examples
    --------
    >>> import sim
    >>> from sim.worlds import draw
    >>> case = sim.load("2025-08-21")
    >>> russia = role(case, 1, draw(case, seed=1, first=0, worlds=1), "russia")
    >>> sum(russia.sheet.stakes), int(russia.totals.max())
    (1000, 1000)
    """
    place = list(case.parties).index(party)
    utility = world.utilities[0, place]
    if case.parties[party].preferences.is_order:
        sheet: Points | Order = order(case, utility)
    else:
        sheet = _points(case, seed, world.first, party)
    totals = sheet.totals()
    ends = [float(world.reservation_values_at(r)[0, place]) for r in (1, case.negotiation.rounds)]
    least, in_the_end = (_least(case, sheet, totals, utility, no_deal) for no_deal in ends)
    patience = world.patience[0, place]
    return Role(
        party=party,
        sheet=sheet,
        totals=totals,
        least=least,
        least_in_the_end=in_the_end,
        worst=int(totals[case.space.possible].min()),
        best=int(totals[case.space.possible].max()),
        lines=_lines(case, world, party),
        patience=int(patience) if np.isfinite(patience) else None,
    )


def _points(case: Scenario, seed: int, world: int, party: str) -> Points:
    place = list(case.parties).index(party)
    path = f"parties.{party}.preferences.scores"
    names = [f"{path}.{issue}.{option}" for issue, told in case.issues.items() for option in told.options]
    drawn = draws(case, names, seed, world, 1)
    scores = [
        [float(drawn[f"{path}.{issue}.{option}"][0]) for option in told.options]
        for issue, told in case.issues.items()
    ]
    return points(weights(case, uniforms(case, seed, world, 1))[0, place].tolist(), scores)


def _least(
    case: Scenario, sheet: Points | Order, totals: np.ndarray, utility: np.ndarray, no_deal: float
) -> int:
    possible = case.space.possible
    good_enough = utility[possible] >= no_deal
    if isinstance(sheet, Order):
        return int(np.min(totals[possible], where=good_enough, initial=sheet.last))
    if not sheet.scale:  # all packages are worth the same to it
        return 0 if good_enough.all() else 1
    least = least_needed(totals[possible], good_enough, sheet.of(no_deal))
    return max(least, int(totals[possible].min()))  # less is no other instruction


def _lines(case: Scenario, world: Worlds, party: str) -> tuple[Instruction, ...]:
    told = []
    for place, (line, (whose, _)) in enumerate(case.red_lines.items()):
        if whose == party:
            real, gives_way = bool(world.held[0, place]), float(world.gives_way[0, place])
            softens = real and gives_way <= case.negotiation.rounds
            told.append(Instruction(line, real, int(gives_way) if softens else None))
    return tuple(told)
