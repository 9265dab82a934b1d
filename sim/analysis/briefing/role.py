"""What one party is told of itself in one world: its points or order, its lines, what no deal is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from sim.analysis.briefing.order import Order, order
from sim.analysis.briefing.points import Points, least_needed, points
from sim.scenario import Scenario
from sim.worlds import Worlds, draws, uniforms
from sim.worlds.draw import weights

MOST_ROUNDS = 13
"""In so many rounds at most it is told for each one what a party needs; of more, for every few."""


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
    needs
        What no deal is worth to it in some rounds, the first and the last among them, in the same unit: less
        than the worst package, or more than the best, where no deal is. Between two of these rounds points
        change evenly, and what else there is does not change.
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
    needs: Mapping[int, int]
    worst: int
    best: int
    lines: tuple[Instruction, ...]
    patience: int | None

    @property
    def least(self) -> int:
        """From how much on it can sign in the first round: no less than its worst package is worth."""
        return max(self.needs[1], self.worst)  # less is no other instruction

    @property
    def least_in_the_end(self) -> int:
        """From how much on it can sign in the last round, likewise."""
        return max(self.needs[max(self.needs)], self.worst)


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
    rounds = range(1, case.negotiation.rounds + 1)
    no_deal = np.concatenate([world.reservation_values_at(round_)[:, place] for round_ in rounds])
    patience = world.patience[0, place]
    return Role(
        party=party,
        sheet=sheet,
        totals=totals,
        needs=_needs(case, sheet, totals, utility, no_deal),
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


def _needs(
    case: Scenario,
    sheet: Points | Order,
    totals: Int[np.ndarray, "packages"],
    utility: Float[np.ndarray, "packages"],
    no_deal: Float[np.ndarray, "rounds"],
) -> dict[int, int]:
    """Return what is needed by round: of places every change, of points every few rounds."""
    totals, utility = totals[case.space.possible], utility[case.space.possible]
    last = len(no_deal)
    if isinstance(sheet, Points) and sheet.scale:
        told = every_few(last) if no_deal[0] != no_deal[-1] else (1, last)
        return {
            round_: least_needed(totals, utility >= no_deal[round_ - 1], sheet.of(float(no_deal[round_ - 1])))
            for round_ in told
        }
    # A package is worth as many places, or tenths, as there are steps below it.
    steps = np.unique(utility) if isinstance(sheet, Order) else utility.min(keepdims=True)
    least = np.searchsorted(steps, no_deal)
    changes = np.flatnonzero(np.diff(least)) + 2
    return {round_: int(least[round_ - 1]) for round_ in sorted({1, *changes.tolist(), last})}


def every_few(last: int) -> tuple[int, ...]:
    """Return all rounds if they are few, else every few of them, and the last.

    Examples
    --------
    >>> every_few(4), every_few(40)
    ((1, 2, 3, 4), (1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 40))
    """
    return (*range(1, last, -(-last // MOST_ROUNDS)), last)


def _lines(case: Scenario, world: Worlds, party: str) -> tuple[Instruction, ...]:
    told = []
    for place, (line, (whose, _)) in enumerate(case.red_lines.items()):
        if whose == party:
            real, gives_way = bool(world.held[0, place]), float(world.gives_way[0, place])
            softens = real and gives_way <= case.negotiation.rounds
            told.append(Instruction(line, real, int(gives_way) if softens else None))
    return tuple(told)
