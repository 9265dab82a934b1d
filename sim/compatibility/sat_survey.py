"""The survey of packages too many to look at one by one: asked of a SAT model."""

from __future__ import annotations

from collections.abc import Sequence

from sim.compatibility.marco import guided_marco
from sim.compatibility.minimal_sets import Lines, conflicts
from sim.compatibility.sat_model import SatModel
from sim.compatibility.survey import Conflict, Opening, Survey
from sim.scenario import Scenario

EXAMPLES = 20
"""How many compatible packages are spelled out at most; more would each take a search of its own."""


def sat_survey(scenario: Scenario, most: int) -> Survey:
    """Find what there is to find without looking at every package; counts are left out unless small.

    Raises
    ------
    InputError
        If python-sat is not installed.
    """
    model = SatModel(scenario)
    examples, all_listed = model.compatible(min(most, EXAMPLES))
    openings, openings_whole = model.openings(most)
    if examples or openings_whole:  # what would have to give tells what conflicts
        found, conflicts_whole = conflicts([frozenset()] if examples else openings, most)
    else:
        enumerated = guided_marco(model.probe, len(scenario.red_lines), most)
        found, conflicts_whole = list(enumerated.conflicts), enumerated.complete
    opened = tuple(Opening(lines, None, model.blocked_by(lines, 1)[0][0]) for lines in openings)
    return Survey(
        possible=None,
        compatible=len(examples) if all_listed else None,
        objected=None,
        examples=tuple(examples),
        openings=opened,
        conflicts=_explained(scenario, found),
        best=examples[0] if examples else opened[0].example if opened else -1,
        whole=openings_whole and conflicts_whole,
        kinds=None,
    )


def _explained(scenario: Scenario, found: Sequence[Lines]) -> tuple[Conflict, ...]:
    """Tell which conflicts go away with the rules."""
    unruled = SatModel(scenario.but(rules=())) if scenario.rules and found else None
    return tuple(Conflict(lines, unruled is not None and unruled.satisfiable(lines)) for lines in found)
