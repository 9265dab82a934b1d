"""KTAB's spatial model: the published example, and what must hold of any."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_forecasts import CASE, comparisons

from sim.analysis.baselines.spatial import (
    distances,
    risk_attitudes,
    spatial_election,
    spatial_utilities,
)

PRINTED = {"risk": 1e-3, "probability": 1e-4}


def test_reform_of_state_owned_enterprises(reference):
    """The reform of state-owned enterprises in China, as KTAB prints it: 13 actors, two dimensions."""
    compared = comparisons(reference)
    assert len(compared) == 2 * 13
    for one in compared:
        assert one.ours == pytest.approx(one.published, abs=PRINTED[one.quantity]), one


def test_the_printed_row_of_utilities(reference):
    case = json.loads((reference / CASE).read_text("utf-8"))
    position, salience = (
        np.array([actor[what] for actor in case["actors"]]) / 100 for what in ("position", "salience")
    )
    neutral = spatial_utilities(distances(position, salience, position), np.zeros(len(position)))
    assert neutral[0] == pytest.approx(case["value_row_XJ_risk_neutral"], abs=5e-4 + 1e-9)


@st.composite
def elections(draw):
    """Draw positions (on a grid, so that some share one), saliences and influence of some parties."""
    parties, dimensions = draw(st.integers(2, 5)), draw(st.integers(1, 3))
    grid = st.integers(0, 4).map(lambda step: step / 4)
    rows = st.lists(grid, min_size=dimensions, max_size=dimensions)
    positive = st.floats(0.1, 1)
    positions = draw(st.lists(rows, min_size=parties, max_size=parties))
    saliences = draw(
        st.lists(
            st.lists(positive, min_size=dimensions, max_size=dimensions), min_size=parties, max_size=parties
        )
    )
    influence = draw(st.lists(st.floats(0.1, 9), min_size=parties, max_size=parties))
    return np.array(positions), np.array(saliences), np.array(influence)


@given(elections())
def test_positions_share_all_probability_and_parties_that_share_one_have_the_same(election):
    positions, saliences, influence = election
    risk, probability = spatial_election(positions, saliences, influence)
    of = {tuple(place): each for place, each in zip(positions.tolist(), probability, strict=True)}
    assert sum(of.values()) == pytest.approx(1)
    assert [of[tuple(place)] for place in positions.tolist()] == probability.tolist()
    assert ((risk >= -0.5 - 1e-9) & (risk <= 1 + 1e-9)).all()


def test_nobody_differs_where_all_are_as_likely():
    assert risk_attitudes(np.array([0.5, 0.5])).tolist() == [0, 0]
