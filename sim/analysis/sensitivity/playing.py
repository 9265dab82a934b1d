"""Play the worlds of a design, batch by batch, and measure each."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np
import pandas as pd
from jaxtyping import Bool, Float

from sim.analysis.measure import measured_outcomes
from sim.compatibility import positions
from sim.ensemble.runner import Progress, batch_size
from sim.negotiation.model import Negotiation
from sim.scenario import Scenario
from sim.version import __version__
from sim.worlds import Uniforms, from_uniforms
from sim.worlds.designs.copula import Copula
from sim.worlds.designs.groups import correlated_groups


@runtime_checkable
class Design(Protocol):
    """Worlds that are played to see what drives their outcome."""

    @property
    def seed(self) -> int:
        """What it is drawn from."""
        ...

    @property
    def places(self) -> int:
        """How many worlds belong together."""
        ...

    @property
    def worlds(self) -> int:
        """How many worlds there are."""
        ...

    def part(self, first: int, worlds: int) -> Uniforms:
        """Return the uniform numbers of worlds `first` .. `first + worlds - 1`."""
        ...


def played(
    case: Scenario, design: Design, measure: str, batch: int | None = None, progress: Progress | None = None
) -> Float[np.ndarray, "rows places"]:
    """Return the measure in each world of a design; how worlds are cut into batches changes nothing.

    The scenario's own design is set aside; its correlations hold.
    """
    size, public = batch or batch_size(case), positions(case)
    correlated, measured = correlated_groups(case), []
    for first in range(0, design.worlds, size):
        plain = design.part(first, min(size, design.worlds - first))
        uniform = Copula(plain, correlated) if correlated else plain
        model = Negotiation(case, from_uniforms(case, uniform, first), rng=design.seed, public=public)
        measured.append(measured_outcomes(measure, case, model.play()))
        model.close()
        if progress is not None:
            progress(plain.worlds)
    return np.concatenate(measured).reshape(-1, design.places)


def idle(changes: Bool[np.ndarray, "groups"], design: Design) -> list[str]:
    """Say of each group that changed nothing that it did not: its figures are 0, as far as one can see."""
    rows = design.worlds // design.places
    return ["" if some else f"changed nothing in {rows:,} pairs of worlds" for some in changes]


def noted(table: pd.DataFrame, case: Scenario, design: Design, measure: str) -> pd.DataFrame:
    """Note in a table's `attrs` what was played, as `sim.analysis.provenance.stamped` does for a run."""
    table.attrs.update(
        scenario=case.name,
        title=case.title,
        worlds=design.worlds,
        seed=design.seed,
        version=__version__,
        measure=measure,
        design=f"{type(design).__name__.lower()}, {design.worlds // design.places:,} times {design.places}",
    )
    return table
