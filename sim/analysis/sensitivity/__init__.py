"""Which uncertain quantities drive a measure: whether a deal is made, its round, what a party is left with.

Methods are functions from arrays to frozen objects with an array for each figure. Those that need no new
worlds take (inputs, outputs): `rank_correlation`, `pawn`, `explained`. Those with a design of their own take
the outputs at its points: `sobol_indices`, `elementary_effects`. `sensitivity(run)`, `sobol(case)` and
`morris(case)` apply them to scenarios and return tables.
"""

from sim.analysis.sensitivity.elementary_effects import ElementaryEffects, elementary_effects
from sim.analysis.sensitivity.explained import Explained, explained
from sim.analysis.sensitivity.given_data import Sensitivity, sensitivity
from sim.analysis.sensitivity.morris import Morris, morris
from sim.analysis.sensitivity.pawn import Pawn, pawn
from sim.analysis.sensitivity.rank_correlation import RankCorrelation, rank_correlation
from sim.analysis.sensitivity.sobol import Sobol, sobol
from sim.analysis.sensitivity.sobol_indices import SobolIndices, sobol_indices

__all__ = [
    "ElementaryEffects",
    "Explained",
    "Morris",
    "Pawn",
    "RankCorrelation",
    "Sensitivity",
    "Sobol",
    "SobolIndices",
    "elementary_effects",
    "explained",
    "morris",
    "pawn",
    "rank_correlation",
    "sensitivity",
    "sobol",
    "sobol_indices",
]
