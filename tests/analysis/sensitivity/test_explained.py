"""Shares explained against known first-order indices, and what does nothing."""

import numpy as np
import pytest
from sensitivity_functions import ISHIGAMI_FIRST, g_function, g_indices, ishigami

from sim.analysis.sensitivity.explained import explained
from sim.errors import InputError


def test_ishigami():
    points = np.random.default_rng(1).random((20_000, 3))
    found = explained(points, ishigami(points), slices=100)
    assert found.share == pytest.approx(ISHIGAMI_FIRST, abs=0.015)
    assert ((found.low < ISHIGAMI_FIRST) & (found.high > ISHIGAMI_FIRST)).all()


def test_sobols_g_function():
    weights = (0, 1, 4.5, 9)
    points = np.random.default_rng(2).random((20_000, 4))
    assert explained(points, g_function(points, weights), slices=30).share == pytest.approx(
        g_indices(weights)[0], abs=0.02
    )


def test_an_event_by_its_shares():
    """Of a share p that is p0 or p1 by an event of chance q: q (1 - q) (p1 - p0)^2 / (p (1 - p))."""
    rng = np.random.default_rng(3)
    event = rng.random(50_000) < 0.3
    outputs = (rng.random(50_000) < np.where(event, 0.8, 0.4)).astype(float)
    expected = 0.3 * 0.7 * 0.4**2 / (0.52 * 0.48)
    found = explained(event[:, None].astype(float), outputs)
    assert found.low[0] < expected < found.high[0]
    assert found.share[0] == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("binary", [False, True])
def test_what_does_nothing_has_0_on_average_and_within_its_interval(binary):
    rng = np.random.default_rng(4)
    outputs = (rng.random(500) < 0.6).astype(float) if binary else rng.random(500)
    found = explained(rng.random((500, 500)), outputs)
    assert found.share.mean() == pytest.approx(0, abs=0.002)
    assert np.mean((found.low <= 0) & (found.high >= 0)) > 0.93


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    rng, holds = np.random.default_rng(5), []
    for _ in range(400):
        kind = rng.integers(0, 4, 400)
        outputs = kind + rng.normal(0, 1, 400)
        found = explained(kind[:, None].astype(float), outputs)
        holds.append(found.low[0] <= 1.25 / 2.25 <= found.high[0])
    assert np.mean(holds) == pytest.approx(0.95, abs=0.03)


def test_where_zero_is_and_the_unit_do_not_matter():
    points = np.random.default_rng(6).random((200, 3))
    found, other = (explained(points, y) for y in (ishigami(points), 1e3 - 50 * ishigami(points)))
    assert other.share == pytest.approx(found.share)
    assert other.high == pytest.approx(found.high)
    assert explained(points[:, ::-1], ishigami(points)).low == pytest.approx(found.low[::-1])


def test_more_worlds_than_slices_are_needed():
    points = np.random.default_rng(7).random((30, 1))
    with pytest.raises(InputError, match="30 worlds, expected more than the 30 slices"):
        explained(points, points[:, 0], slices=30)
