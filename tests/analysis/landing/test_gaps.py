"""Gaps between agreements and points, by hand."""

import numpy as np
import pytest

from sim.analysis.landing.gaps import Gaps


def test_gaps_by_hand():
    gaps = Gaps(parties=2, packages=1)
    gaps.add(np.array([[0.5, 0.5]]), np.array([[0.5, 0.5 + 1e-13]]))  # the same but for rounding
    gaps.add(np.array([[0.6, 0.4], [0.2, 0.2]]), np.array([[0.3, 0.8], [0.2, 0.3]]))
    row = gaps.row()
    assert (row["worlds_compared"], row["count"]) == (3, 1)
    assert row["distance_mean"] == pytest.approx((0 + 0.5 + 0.1) / 3)
    columns = gaps.party_columns()
    assert columns["difference"] == pytest.approx([0.1, -0.5 / 3])
    assert columns["better"].tolist() == [1 / 3, 0]
    assert columns["worse"].tolist() == [0, 2 / 3]
