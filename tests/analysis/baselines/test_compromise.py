"""The mean of what parties want, checked in exact fractions."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.baselines.compromise import compromise, nearest, scale


@st.composite
def stands(draw):
    """Draw positions, saliences (both eighths) and influence: worlds, parties and issues, 1 to 3 each."""
    worlds, parties, issues = (draw(st.integers(1, 3)) for _ in range(3))
    size = worlds * parties * issues
    eighths = st.lists(st.integers(0, 8), min_size=size, max_size=size)
    positions, saliences = (np.array(draw(eighths)).reshape(worlds, parties, issues) / 8 for _ in range(2))
    influence = draw(st.lists(st.integers(0, 4), min_size=parties, max_size=parties).filter(any))
    return positions, saliences, np.array(influence, float)


@given(stands())
def test_it_is_the_weighted_mean(stand):
    positions, saliences, influence = stand
    ours = compromise(*stand)
    for world, issue in np.ndindex(ours.shape):
        wants = [Fraction(float(each)) for each in positions[world, :, issue]]
        counts = [Fraction(float(weight)) for weight in influence]
        cares = [c * Fraction(float(s)) for c, s in zip(counts, saliences[world, :, issue], strict=True)]
        weights = cares if any(cares) else counts
        mean = sum(map(Fraction.__mul__, wants, weights)) / sum(weights)
        assert ours[world, issue] == pytest.approx(float(mean), abs=1e-12)


@given(stands())
def test_a_batch_is_its_worlds_one_by_one_and_doubled_influence_is_the_same(stand):
    positions, saliences, influence = stand
    ours = compromise(*stand)
    assert np.array_equal(ours, compromise(positions, saliences, 2 * influence))
    alone = [compromise(*world, influence) for world in zip(positions, saliences, strict=True)]
    assert ours == pytest.approx(np.stack(alone), abs=1e-12)


@given(stands(), st.randoms(use_true_random=False))
def test_the_order_of_parties_does_not_matter(stand, random):
    positions, saliences, influence = stand
    order = random.sample(range(len(influence)), len(influence))
    shuffled = compromise(positions[:, order], saliences[:, order], influence[order])
    assert shuffled == pytest.approx(compromise(*stand), abs=1e-12)


@given(st.integers(1, 6), st.integers(0, 40))
def test_no_option_is_nearer_than_the_nearest_and_the_first_of_two_is_named(options, step):
    position = step / 40
    away = [round(abs(place - position), 9) for place in scale(options).tolist()]
    assert nearest(np.array([position]), options)[0] == away.index(min(away))
