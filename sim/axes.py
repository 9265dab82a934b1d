"""Array axes as types: worlds come first, and an array names its axes where it is declared.

The test run checks every annotated function against these (jaxtyping with beartype).

========== ============================================================
axis       counts
========== ============================================================
worlds     draws of everything uncertain
parties    in the order of the scenario
packages   in index order, last issue fastest, packages a rule forbids included
lines      red lines of all parties, in the order of the scenario
words      64-bit words needed to hold one bit for each red line
issues     in the order of the scenario
turns      places in the speaking order of a round
========== ============================================================
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int, UInt64

PackageMask = Bool[np.ndarray, "packages"]
"""True where a package belongs."""

PatternTable = Bool[np.ndarray, "..."]
"""True where options match a pattern: one axis for each issue, of length 1 where it does not matter."""

PackageWords = UInt64[np.ndarray, "packages words"]
"""The red lines each package crosses, one bit each."""

HeldWords = UInt64[np.ndarray, "worlds words"]
"""The red lines that are held in each world, one bit each."""

Utilities = Float[np.ndarray, "worlds parties packages"]
"""Worth of each package to each party, 0 to 1."""

PartyValues = Float[np.ndarray, "worlds parties"]
"""One number for each party, e.g. its reservation value."""

WorldPackages = Int[np.ndarray, "worlds"]
"""A package index in each world, -1 for none."""
