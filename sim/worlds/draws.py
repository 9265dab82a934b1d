"""What was drawn, by name; a run does not store it, since it can be had again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Shaped

from sim.errors import InputError, Problem
from sim.scenario import Scenario
from sim.scenario.quantities import quantities, unknown
from sim.worlds.designs import uniforms
from sim.worlds.drawing import Drawing

AT_ONCE = 2**14
"""Worlds that are drawn at once: a design may have to work out all quantities for some."""


def draws(
    scenario: Scenario, names: Sequence[str], seed: int, first: int, worlds: int
) -> dict[str, Shaped[np.ndarray, "worlds"]]:
    """Draw some quantities in worlds `first` .. `first + worlds - 1`; a name given twice comes once.

    Returns
    -------
    Of a number, its value; rounds are whole. Of ``...held``, ``...softens`` and ``...walks_out``, whether
    the line is held, will soften, or the party may leave. Of lots such as ``negotiation.luck``, a number in
    [0, 1).

    Raises
    ------
    InputError
        If nothing of some of the names is drawn, or the design has not so many worlds.

    Examples
    --------
    >>> import sim
    >>> drawn = draws(sim.load("2025-08-21"), ["parties.russia.no_deal.value"], seed=1, first=0, worlds=3)
    >>> drawn["parties.russia.no_deal.value"].shape
    (3,)
    """
    everything = quantities(scenario)
    if wrong := [name for name in dict.fromkeys(names) if name not in everything]:
        raise InputError([Problem(unknown(name, everything)) for name in wrong])
    parts = []
    for start in range(first, first + worlds, AT_ONCE):
        uniform = uniforms(scenario, seed, start, min(AT_ONCE, first + worlds - start))
        parts.append([Drawing(everything, uniform)(name) for name in names])
    columns = map(np.concatenate, zip(*parts, strict=True))
    return dict(zip(names, columns, strict=True))
