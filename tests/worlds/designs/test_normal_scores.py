"""Normal scores stay finite, and go back to numbers in [0, 1)."""

import numpy as np

from sim.scenario import Correlation
from sim.worlds.designs.copula import Copula
from sim.worlds.designs.groups import Group
from sim.worlds.designs.normal_scores import normal_scores, shares

EDGES = np.array([0.0, 5e-324, 2.0**-60, 2.0**-53, 0.5, 1 - 2.0**-53])


def test_edges_are_finite():
    scores = normal_scores(EDGES)
    assert np.isfinite(scores).all()
    assert (np.diff(scores) >= 0).all()
    back = shares(scores)
    assert ((back >= 0) & (back < 1)).all()
    np.testing.assert_allclose(back, EDGES, atol=1e-15)


def test_far_scores_stay_below_1():
    assert shares(np.array([40.0, 9.0]))[0] < 1
    assert shares(np.array([-40.0]))[0] >= 0


class Edges:
    worlds = len(EDGES)

    def __call__(self, name):
        return EDGES


def test_correlated_edges_stay_in_range():
    factor = ((1.0,), (0.9, np.sqrt(1 - 0.81)))
    copula = Copula(Edges(), (Group(("a", "b"), factor),))
    assert np.array_equal(copula("a"), EDGES)
    assert ((copula("b") >= 0) & (copula("b") < 1)).all()
    assert np.array_equal(copula("elsewhere"), EDGES)


def test_a_rank_of_0_changes_nothing():
    assert Correlation(between=("a", "b"), rank=0).rank == 0
    copula = Copula(Edges(), (Group(("a", "b"), ((1.0,), (0.0, 1.0))),))
    assert np.array_equal(copula("b"), EDGES)
