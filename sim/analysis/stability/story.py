"""Why a package is stable in one world, where things go from there, and who would leave it together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float

from sim.analysis.stability.conflict import preferences
from sim.analysis.stability.stability import Stability, can_look_at_coalitions
from sim.compatibility import positions
from sim.errors import InputError, Problem, one_of
from sim.graph_model import (
    CONCEPTS,
    Explanation,
    Path,
    coalition_improvements,
    coalitions,
    equilibria,
    explain,
    shortest_paths,
)
from sim.scenario import Scenario
from sim.worlds import draw


@dataclass(frozen=True)
class Story:
    """What there is to say of one package in one world.

    Parameters
    ----------
    case, world, package
        The scenario, the number of the world, and the package.
    explanations
        For each party and concept, why the package is stable for it or not.
    ends
        Packages that improvements lead to from here and that no party leaves any more (Nash), with a shortest
        path to each, the nearest first.
    together
        For each coalition of two or more: the packages it can reach together from here that are worth more
        to all its members and that fewer of them cannot reach so, best first for its first member. None if
        they are too many to look.
    """

    case: Scenario
    world: int
    package: int
    explanations: tuple[Explanation, ...]
    ends: dict[int, Path]
    together: dict[tuple[int, ...], list[int]] | None

    def of(self, party: int) -> tuple[Explanation, ...]:
        """Return the explanations of one party, concept by concept."""
        return tuple(one for one in self.explanations if one.party == party)

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        parties, spell = list(self.case.parties), self.case.space.package
        return {
            "package": spell(self.package),
            "world": self.world,
            "stable": {
                party: {one.concept: one.stable for one in self.of(place)}
                for place, party in enumerate(parties)
            },
            "ends": [
                {
                    "package": spell(end),
                    "path": [{"party": parties[step.party], "to": spell(step.package)} for step in path],
                }
                for end, path in self.ends.items()
            ],
            "together": None
            if self.together is None
            else [
                {"parties": [parties[place] for place in members], "to": [spell(end) for end in ends]}
                for members, ends in self.together.items()
            ],
        }


def story(found: Stability, package: str | None = None, world: int = 0) -> Story | None:
    """Tell the story of a named package, or of the status quo; None if there is neither.

    Raises
    ------
    InputError
        If there is no such package, it leaves issues open, a rule forbids it, or there is no such world.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.stability.stability import stability
    >>> told = story(stability(sim.load("published/prisoners-dilemma")), "both-silent")
    >>> told.of(0)[0].stable, list(told.ends)
    (False, [0])
    """
    case, name = found.case, package or found.case.status_quo
    if not 0 <= world < found.worlds:
        last = found.worlds - 1
        raise InputError([Problem(f"world is {world}, expected {f'one of 0 to {last}' if last else 0}")])
    if name is None:
        return None
    place, wanted = _index(case, name), _preferences(found, world)
    moves = found.moves
    explanations = tuple(
        explain(moves, wanted, party, place, concept=concept, sanctions=found.sanctions)
        for party in range(len(case.parties))
        for concept in CONCEPTS
    )
    resting = equilibria(CONCEPTS["nash"](moves, wanted))
    paths = shortest_paths(moves, place, wanted)
    ends = {end: path for end, path in paths.items() if resting[end]}
    return Story(case, world, place, explanations, ends, _together(found, wanted, place))


def _index(case: Scenario, name: str) -> int:
    if name not in case.packages:
        raise InputError([Problem(one_of("package", name, case.packages))])
    completions = np.flatnonzero(case.space.completions(case.packages[name]))
    if len(completions) != 1:
        found = f"package {name!r} leaves issues open and stands for {len(completions)} packages"
        raise InputError([Problem(f"{found}, expected a named package that settles every issue")])
    return int(completions[0])


def _preferences(found: Stability, world: int) -> Float[np.ndarray, "parties packages"]:
    drawn = draw(found.case, found.seed, world, 1)
    return preferences(positions(found.case), drawn)[0]


def _together(
    found: Stability, wanted: Float[np.ndarray, "parties packages"], package: int
) -> dict[tuple[int, ...], list[int]] | None:
    if not can_look_at_coalitions(found.moves):
        return None
    leaving: dict[tuple[int, ...], list[int]] = {}
    for members in coalitions(found.moves.parties):
        ends = coalition_improvements(found.moves, wanted, members).get(package, [])
        fewer = {end for some, known in leaving.items() if set(some) < set(members) for end in known}
        if new := [end for end in ends if end not in fewer]:
            leaving[members] = [new[place] for place in np.argsort(-wanted[members[0], new], kind="stable")]
    return {members: ends for members, ends in leaving.items() if len(members) > 1}
