"""Ishigami's function: known Sobol indices, ours, and SALib's of the same sample, side by side."""

from itertools import combinations

import numpy as np
from sensitivity_functions import ISHIGAMI_FIRST, ISHIGAMI_SECOND, ISHIGAMI_TOTAL, blocks, ishigami

from sim.analysis.sensitivity.sobol_indices import sobol_indices

SAMPLES, SEED = 4096, 42
INPUTS = ("x1", "x2", "x3")
PAIRS = tuple(combinations(range(3), 2))


def rows():
    """Return (index, analytic, ours, SALib's on the same sample, ours - SALib's) for each index."""
    outputs = blocks(ishigami, 3, SAMPLES, second=True, seed=SEED)
    ours, theirs = sobol_indices(outputs, second=True), salib(outputs)
    names = [
        *(f"S1 {name}" for name in INPUTS),
        *(f"ST {name}" for name in INPUTS),
        *(f"S2 {INPUTS[one]}, {INPUTS[other]}" for one, other in PAIRS),
    ]
    found = np.concatenate([ours.first, ours.total, ours.second]).tolist()
    known = (*ISHIGAMI_FIRST, *ISHIGAMI_TOTAL, *ISHIGAMI_SECOND)
    return [
        (name, analytic, mine, its, mine - its)
        for name, analytic, mine, its in zip(names, known, found, theirs, strict=True)
    ]


def salib(outputs):
    """Return SALib's first, total and second order of the same outputs."""
    from SALib.analyze import sobol

    problem = {"num_vars": 3, "names": list(INPUTS), "bounds": [[0.0, 1.0]] * 3}
    found = sobol.analyze(problem, outputs.ravel(), calc_second_order=True, num_resamples=2, seed=SEED)
    return [*found["S1"].tolist(), *found["ST"].tolist(), *(float(found["S2"][pair]) for pair in PAIRS)]
