"""Elementary effects against a plain reading, and functions whose effects are known."""

import numpy as np
import pytest
from sensitivity_functions import ishigami

from sim.analysis.sensitivity.elementary_effects import elementary_effects
from sim.errors import InputError
from sim.worlds.designs.trajectories import STEP, Trajectories


def along(function, inputs, samples, seed=1):
    """Return a function's values along trajectories, and the design."""
    names = [f"x{place}" for place in range(inputs)]
    design = Trajectories(seed, samples, tuple((name,) for name in names))
    drawn = design.part(0, design.worlds)
    return function(np.stack([drawn(name) for name in names], axis=1)).reshape(samples, -1), design


def effects_of(function, inputs, samples, seed=1):
    outputs, design = along(function, inputs, samples, seed)
    return elementary_effects(outputs, design.moves(), STEP, design.rising())


def test_of_a_straight_line_they_are_its_slopes():
    found = effects_of(lambda x: x @ [3.0, -2.0, 0.0], 3, 10)
    assert found.mu == pytest.approx([3, -2, 0])
    assert found.mu_star == pytest.approx([3, 2, 0])
    assert found.sigma == pytest.approx([0, 0, 0], abs=1e-12)
    assert found.mu_star_low == pytest.approx(found.mu_star_high)


def test_effects_that_cancel_are_seen_by_their_size():
    found = effects_of(ishigami, 3, 2000)
    assert found.mu[1] == pytest.approx(0, abs=0.5)
    assert found.mu_star.argmax() != 2
    assert (found.mu_star_low > 0).all()


def test_a_plain_reading():
    outputs, design = along(ishigami, 3, 50)
    moves, rising = design.moves(), design.rising()
    effects = np.array([
        [
            (outputs[row, moves[row, i] + 1] - outputs[row, moves[row, i]])
            / (STEP if rising[row, i] else -STEP)
            for i in range(3)
        ]
        for row in range(50)
    ])  # fmt: skip
    found = elementary_effects(outputs, moves, STEP, rising)
    assert found.mu == pytest.approx(effects.mean(axis=0))
    assert found.mu_star == pytest.approx(np.abs(effects).mean(axis=0))
    assert found.sigma == pytest.approx(effects.std(axis=0, ddof=1))


def test_of_groups_only_the_size():
    outputs, design = along(ishigami, 3, 20)
    found = elementary_effects(outputs, design.moves(), STEP)
    assert found.mu is None
    assert found.sigma is None
    assert np.array_equal(found.mu_star, effects_of(ishigami, 3, 20).mu_star)


def test_a_shift_changes_nothing_and_a_scale_as_much():
    found, other = effects_of(ishigami, 3, 20), effects_of(lambda x: 5 - 2 * ishigami(x), 3, 20)
    assert other.mu_star == pytest.approx(2 * found.mu_star)
    assert other.mu == pytest.approx(-2 * found.mu)
    assert other.mu_star_high == pytest.approx(2 * found.mu_star_high)


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (np.ones((5, 3)), "in all 15 worlds the output is 1: nothing can drive it"),
        (np.array([[0.0, np.inf, 2.0]] * 2), "missing in 2 of 6 worlds"),
        (np.array([[0.0, 1.0, 2.0]]), "1 trajectory, expected at least 2"),
    ],
)
def test_outputs_of_which_nothing_can_be_said(outputs, message):
    moves = np.tile([0, 1], (len(outputs), 1))
    with pytest.raises(InputError, match=message):
        elementary_effects(outputs, moves, STEP)
