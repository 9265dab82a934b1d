"""In what share of the worlds each package is stable, for each party and for all [Fang1993]_."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from jaxtyping import Int

from sim.analysis.drawn_again import drawn_again
from sim.analysis.intervals import wilson
from sim.analysis.plain_rows import plain_rows
from sim.analysis.stability.conflict import moves_of, preferences
from sim.compatibility import Positions, positions
from sim.errors import InputError, Problem, one_of
from sim.graph_model import CONCEPTS, Moves, coalitionally_stable, equilibria
from sim.scenario import Scenario, describe
from sim.version import __version__
from sim.worlds import draw, uncertain

MOST_WORLDS = 1_000
"""Worlds that are drawn if nobody says how many."""

MOST_TOGETHER = 2**24
"""Coalitions times pairs of packages up to which coalitions are looked at."""


@dataclass(frozen=True)
class Stability:
    """Where a conflict may come to rest.

    Parameters
    ----------
    case, sanctions, worlds, seed
        The scenario; which answers of the others count, a key of `sim.graph_model.CONVENTIONS`; how many
        worlds were drawn (1 if nothing is uncertain), and from what.
    moves
        Who can move where.
    table
        One row for each possible package that is an equilibrium in some world, those that are so by Nash most
        often first, then by SEQ, SMR and GMR. `package` (index), `label`, and for each concept the share of
        the worlds in which no party would leave it, with its 95% interval: `nash`, `nash_low`, `nash_high`,
        and so on.
    parties
        For each possible package, party and concept: the share of the worlds in which it is stable for that
        party. Columns: `package`, `party`, `name`, then one for each concept.
    coalitional
        The packages from which no coalition, of one party or more, has an improvement (coalitionally Nash
        stable [Kilgour2001]_); None where something is uncertain or packages are too many to look.
    """

    case: Scenario
    sanctions: str
    worlds: int
    seed: int
    moves: Moves
    table: pd.DataFrame
    parties: pd.DataFrame
    coalitional: tuple[int, ...] | None

    @property
    def is_certain(self) -> bool:
        """Whether nothing is uncertain, so that there is but one world."""
        return not uncertain(self.case)

    @property
    def fixed(self) -> tuple[str, ...]:
        """The issues that nobody controls."""
        moved = {issue for issues in self.case.controls.values() for issue in issues}
        return tuple(issue for issue in self.case.issues if issue not in moved)

    @property
    def within_reach(self) -> pd.DataFrame:
        """The rows of `table` that have the status quo's options on issues that nobody controls."""
        if self.case.status_quo is None or not self.fixed:
            return self.table
        now, spell = self.case.packages[self.case.status_quo], self.case.space.package
        kept = [all(spell(one)[issue] == now[issue] for issue in self.fixed) for one in self.table["package"]]
        return self.table[kept].reset_index(drop=True)

    def equilibria(self, concept: str) -> tuple[int, ...]:
        """List the packages that are equilibria in some world, the most often ones first.

        Raises
        ------
        InputError
            If there is no such concept.
        """
        if concept not in CONCEPTS:
            raise InputError([Problem(one_of("concept", concept, CONCEPTS))])
        return tuple(int(package) for package in self._most_often(concept)["package"])

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {
            "scenario": self.case.name,
            "title": self.case.title,
            "sanctions": self.sanctions,
            "worlds": self.worlds,
            "seed": self.seed,
            "version": __version__,
            "equilibria": {concept: self._spelled(self.equilibria(concept)) for concept in CONCEPTS},
            "shares": {concept: self._most_often(concept)[concept].tolist() for concept in CONCEPTS},
            "packages": [
                {**row, "package": self.case.space.package(row["package"])} for row in plain_rows(self.table)
            ],
            "coalitional": None if self.coalitional is None else self._spelled(self.coalitional),
        }

    def _spelled(self, packages: Iterable[int]) -> list[dict[str, str]]:
        return [self.case.space.package(package) for package in packages]

    def _most_often(self, concept: str) -> pd.DataFrame:
        return self.table[self.table[concept] > 0].sort_values(concept, ascending=False, kind="stable")


def stability(
    case: Scenario, sanctions: str = "legal", worlds: int | None = None, seed: int | None = None
) -> Stability:
    """Find the packages that no party would leave, in every world.

    Parameters
    ----------
    case
        A scenario that says who controls which issues.
    sanctions
        Which answers of the others keep a party from moving; see `sim.graph_model.CONVENTIONS`.
    worlds, seed
        How many worlds to draw, and from what. If not given: the scenario's, at most 1,000 of them.

    Raises
    ------
    InputError
        If the scenario does not say who controls what, or has too many packages, or there is no such
        convention.

    Examples
    --------
    >>> import sim
    >>> found = stability(sim.load("published/prisoners-dilemma"))
    >>> found.as_dict()["equilibria"]["nash"]
    [{'one_silent': 'no', 'two_silent': 'no'}]
    """
    moves, public = moves_of(case), positions(case)
    count = (worlds or min(case.ensemble.worlds, MOST_WORLDS)) if uncertain(case) else 1
    origin = case.ensemble.seed if seed is None else seed
    shape = len(CONCEPTS), len(case.parties), case.space.size
    for_party, for_all = np.zeros(shape, np.int64), np.zeros(shape[::2], np.int64)
    for some in drawn_again(case, origin, count):
        wanted = preferences(public, some)
        for place, concept in enumerate(CONCEPTS.values()):
            stable = concept(moves, wanted, sanctions)
            for_party[place] += stable.sum(axis=0)
            for_all[place] += equilibria(stable).sum(axis=0)
    possible = np.flatnonzero(case.space.possible)
    table = _table(case, possible, for_all[:, possible], count)
    parties = _parties(case, possible, for_party[:, :, possible] / count)
    together = _coalitional(case, moves, public)
    return Stability(case, sanctions, count, origin, moves, table, parties, together)


def _coalitional(case: Scenario, moves: Moves, public: Positions) -> tuple[int, ...] | None:
    if uncertain(case) or not can_look_at_coalitions(moves):
        return None
    wanted = preferences(public, draw(case, case.ensemble.seed, 0, 1))[0]
    return tuple(np.flatnonzero(coalitionally_stable(moves, wanted)).tolist())


def can_look_at_coalitions(moves: Moves) -> bool:
    """Tell whether packages and parties are few enough to look at what coalitions reach.

    Examples
    --------
    >>> can_look_at_coalitions(Moves.listed([[[1], [0]]]))
    True
    """
    return 2**moves.parties * moves.packages**2 <= MOST_TOGETHER


def _table(
    case: Scenario,
    possible: Int[np.ndarray, "packages"],
    counts: Int[np.ndarray, "concepts packages"],
    worlds: int,
) -> pd.DataFrame:
    table = pd.DataFrame({"package": possible, "label": [describe(case, int(one)) for one in possible]})
    for concept, count in zip(CONCEPTS, counts, strict=True):
        low, high = wilson(count.astype(float), worlds)
        table = table.assign(**{concept: count / worlds, f"{concept}_low": low, f"{concept}_high": high})
    occurring = table[counts.any(axis=0)]
    by = [list(CONCEPTS).index(concept) for concept in ("gmr", "smr", "seq", "nash")]
    order = np.lexsort(-counts[by][:, counts.any(axis=0)])
    return occurring.iloc[order].reset_index(drop=True)


def _parties(case: Scenario, possible: Int[np.ndarray, "packages"], shares: np.ndarray) -> pd.DataFrame:
    names = [party.name for party in case.parties.values()]
    return pd.DataFrame({
        "package": np.repeat(possible, len(names)),
        "party": list(case.parties) * len(possible),
        "name": names * len(possible),
        **{concept: share.T.reshape(-1) for concept, share in zip(CONCEPTS, shares, strict=True)},
    })  # fmt: skip
