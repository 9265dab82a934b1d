"""Pareto efficiency, checked by its definition."""

import numpy as np
from bargaining import EIGHTHS, untimed
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.solutions import is_pareto_efficient, pareto_efficient

HARDLY_ANYTHING = st.sampled_from([0.0, 1e-17, 2e-17, 0.5, 1.0])  # adding it leaves a sum as it is
UTILITIES = st.one_of(EIGHTHS, HARDLY_ANYTHING, st.floats(0, 1))


@st.composite
def utilities_of(draw, worlds=(), least=1, most=4):
    parties, packages = draw(st.integers(least, most)), draw(st.integers(1, 12))
    return draw(arrays(float, (*worlds, parties, packages), elements=UTILITIES))


def dominates(one, other):
    return bool((one >= other).all() and (one > other).any())


def efficient_by_definition(utilities, among):
    packages = np.flatnonzero(among)
    return [
        bool(among[package])
        and not any(dominates(utilities[:, other], utilities[:, package]) for other in packages)
        for package in range(len(among))
    ]


@untimed
@given(utilities_of(), st.data())
def test_efficient_is_what_no_other_dominates(utilities, data):
    among = data.draw(arrays(bool, utilities.shape[1]))
    assert pareto_efficient(utilities, among).tolist() == efficient_by_definition(utilities, among)


@untimed
@given(utilities_of(), st.data())
def test_its_checker_agrees(utilities, data):
    among = data.draw(arrays(bool, utilities.shape[1]))
    checked = [is_pareto_efficient(utilities, package, among) for package in range(len(among))]
    assert pareto_efficient(utilities, among).tolist() == checked


@untimed
@given(utilities_of(least=7, most=11))
def test_more_parties_than_levels_fit_in_a_word(utilities):
    everything = np.ones(utilities.shape[1], dtype=bool)
    assert pareto_efficient(utilities).tolist() == efficient_by_definition(utilities, everything)


@untimed
@given(utilities_of(worlds=(2, 3)), st.data())
def test_a_batch_is_its_worlds_one_at_a_time(utilities, data):
    among = data.draw(arrays(bool, (2, 3, utilities.shape[-1])))
    batch = pareto_efficient(utilities, among)
    for world in np.ndindex(2, 3):
        assert np.array_equal(batch[world], pareto_efficient(utilities[world], among[world]))


@untimed
@given(utilities_of(), st.data())
def test_the_order_of_parties_and_packages_changes_nothing(utilities, data):
    parties, packages = (data.draw(st.permutations(range(size))) for size in utilities.shape)
    reordered = pareto_efficient(utilities[np.ix_(parties, packages)])
    assert np.array_equal(reordered, pareto_efficient(utilities)[packages])


@untimed
@given(utilities_of())
def test_everything_else_is_dominated_by_an_efficient_package(utilities):
    efficient = pareto_efficient(utilities)
    front = utilities[:, efficient].T
    for package in np.flatnonzero(~efficient):
        assert any(dominates(one, utilities[:, package]) for one in front)


def test_many_packages():
    utilities = np.random.default_rng(1).random((3, 2000)).round(2)
    everything = np.ones(2000, dtype=bool)
    assert pareto_efficient(utilities).tolist() == efficient_by_definition(utilities, everything)


def test_a_sum_that_rounding_made_equal_does_not_hide_who_dominates():
    utilities = np.array([[1.0, 1.0, 1.0], [0.0, 1e-17, 2e-17]])
    assert len(set(utilities.sum(axis=0))) == 1
    assert pareto_efficient(utilities).tolist() == [False, False, True]


def test_packages_worth_the_same_to_everybody_do_not_dominate_each_other():
    utilities = np.array([[0.5, 0.5, 0.2], [0.5, 0.5, 0.5]])
    assert pareto_efficient(utilities).tolist() == [True, True, False]


def test_no_worlds_and_nothing_marked():
    assert pareto_efficient(np.zeros((0, 2, 3))).shape == (0, 3)
    assert not pareto_efficient(np.ones((2, 3)), np.zeros(3, dtype=bool)).any()
