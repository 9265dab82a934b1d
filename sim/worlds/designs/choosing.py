"""The uniform numbers that a scenario's design gives, correlated as the scenario says."""

from __future__ import annotations

from sim.scenario import Factorial, Scenario
from sim.scenario.quantities import quantities
from sim.worlds.designs.copula import Copula
from sim.worlds.designs.groups import correlated_groups
from sim.worlds.designs.latin_hypercube import LatinHypercube
from sim.worlds.designs.levels import Levels
from sim.worlds.designs.rearranged import Rearranged
from sim.worlds.designs.sobol import SobolSequence
from sim.worlds.uniforms import Streams, Uniforms


def uniforms(scenario: Scenario, seed: int, first: int, worlds: int) -> Uniforms:
    """Return the uniform numbers of worlds `first` .. `first + worlds - 1`, by the scenario's design.

    How many worlds there are in all, `scenario.ensemble.worlds`, counts in a Latin hypercube only.

    Raises
    ------
    InputError
        If the design has not so many worlds, or not so many quantities.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21", changes={"ensemble.design": "sobol"})
    >>> uniforms(case, seed=1, first=0, worlds=4)("parties.russia.no_deal.value").shape
    (4,)
    """
    groups = correlated_groups(scenario)
    if scenario.ensemble.design == "latin_hypercube":
        cube = LatinHypercube(seed, first, worlds, scenario.ensemble.worlds)
        return Rearranged(cube, groups) if groups else cube
    plain = _plain(scenario, seed, first, worlds)
    return Copula(plain, groups) if groups else plain


def _plain(scenario: Scenario, seed: int, first: int, worlds: int) -> Uniforms:
    match scenario.ensemble.design:
        case "sobol":
            return SobolSequence(seed, first, worlds, tuple(quantities(scenario)))
        case Factorial(factorial=levels):
            return Levels(seed, first, worlds, dict(levels))
    return Streams(seed, first, worlds)
