"""Our estimators beside SALib's, on the same samples; and on its own samples, as they were recorded."""

import json
import warnings

import numpy as np
import pytest
from SALib.analyze import morris as salib_morris
from SALib.analyze import pawn as salib_pawn
from SALib.analyze import sobol as salib_sobol
from SALib.sample import sobol as salib_sample
from sensitivity_functions import blocks, g_function, ishigami

from sim.analysis.sensitivity.elementary_effects import elementary_effects
from sim.analysis.sensitivity.pawn import pawn
from sim.analysis.sensitivity.sobol_indices import sobol_indices

WEIGHTS = (0, 1, 4.5, 9)
FUNCTIONS = {
    "ishigami": (ishigami, 3),
    "g": (lambda points: g_function(points, WEIGHTS), 4),
    "far from 0": (lambda points: 50 + points @ [1.0, 2.0] + points[:, 0] * points[:, 1], 2),
    "0 or 1": (lambda points: (points.sum(axis=1) > 1.2) * 1.0, 3),
}


def problem(inputs):
    return {
        "num_vars": inputs,
        "names": [f"x{place}" for place in range(inputs)],
        "bounds": [[0.0, 1.0]] * inputs,
    }


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_sobol_indices_are_salibs(name, second):
    function, inputs = FUNCTIONS[name]
    outputs = blocks(function, inputs, 512, second)
    ours = sobol_indices(outputs, second=second, resamples=400)
    theirs = salib_sobol.analyze(
        problem(inputs), outputs.ravel(), calc_second_order=second, num_resamples=400, seed=1
    )
    assert ours.first == pytest.approx(theirs["S1"], rel=1e-9, abs=1e-12)
    assert ours.total == pytest.approx(theirs["ST"], rel=1e-9, abs=1e-12)
    assert ours.first_high - ours.first == pytest.approx(theirs["S1_conf"], rel=0.25)
    assert ours.total_high - ours.total == pytest.approx(theirs["ST_conf"], rel=0.25)
    if second:
        pairs = np.triu_indices(inputs, 1)
        assert ours.second == pytest.approx(theirs["S2"][pairs], rel=1e-9, abs=1e-12)
        assert ours.second_high - ours.second == pytest.approx(theirs["S2_conf"][pairs], rel=0.25)


@pytest.mark.parametrize("samples", [1024, 4096, 16384])
def test_indices_recorded_of_salibs_own_samples(reference, samples):
    recorded = json.loads((reference / "discovery" / "ishigami.json").read_text("utf-8"))
    theirs = recorded[f"salib_sobol_N{samples}_seed42"]
    points = salib_sample.sample(problem(3), samples, calc_second_order=True, seed=42)
    ours = sobol_indices(ishigami(points).reshape(samples, 8), second=True)
    assert ours.first == pytest.approx(theirs["S1"], abs=1e-9)
    assert ours.total == pytest.approx(theirs["ST"], abs=1e-9)
    assert ours.second == pytest.approx(theirs["S2_12_13_23"], abs=1e-9)


def paths(inputs, samples, levels):
    """Return points on Morris's grid, from 0 to 1; with which move each input moves; whether it rises."""
    rng = np.random.default_rng(2)
    moves = rng.permuted(np.tile(np.arange(inputs), (samples, 1)), axis=1)
    rising = rng.random((samples, inputs)) < 0.5
    low = rng.integers(0, levels // 2, (samples, inputs))
    moved = np.arange(inputs + 1)[None, :, None] > moves[:, None]
    steps = low[:, None] + levels // 2 * (moved == rising[:, None])
    return steps / (levels - 1), moves, rising


@pytest.mark.parametrize("levels", [4, 6])
def test_elementary_effects_are_salibs(levels):
    points, moves, rising = paths(3, 60, levels)
    outputs, step = ishigami(points.reshape(-1, 3)).reshape(60, 4), levels / (2 * (levels - 1))
    ours = elementary_effects(outputs, moves, step, rising)
    theirs = salib_morris.analyze(
        problem(3), points.reshape(-1, 3), outputs.ravel(), num_levels=levels, num_resamples=1000, seed=1
    )
    for name in ("mu", "mu_star", "sigma"):
        assert getattr(ours, name) == pytest.approx(theirs[name].tolist(), rel=1e-9, abs=1e-12)
    half = ours.mu_star_high - ours.mu_star
    assert half == pytest.approx(theirs["mu_star_conf"].tolist(), rel=0.15, abs=1e-9)


def test_pawn_is_salibs_for_numbers():
    """SALib leaves the largest world out of the last slice: one of a hundred.

    Of events it is not compared: SALib cuts by quantiles, and True and False have no ten of them.
    """
    points = np.random.default_rng(3).random((1000, 3))
    for outputs in (ishigami(points), (ishigami(points) > 3) * 1.0):
        ours = pawn(points, outputs, dummies=1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = salib_pawn.analyze(problem(3), points, outputs, S=10, seed=1)
        assert ours.median == pytest.approx(theirs["median"], abs=0.01)
        assert ours.mean == pytest.approx(theirs["mean"], abs=0.01)
        assert ours.max == pytest.approx(theirs["maximum"], abs=0.01)
