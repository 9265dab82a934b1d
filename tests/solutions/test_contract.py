"""Laws of every concept that picks a package; a new one is held to them by being listed in the room."""

import inspect

import numpy as np
import pytest
from bargaining import CHECKERS, CONCEPTS, gains, problems, untimed
from hypothesis import assume, given
from hypothesis import strategies as st

import sim.solutions

pytestmark = pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.__name__)


def test_all_are_called_alike(concept):
    parameters = inspect.signature(concept).parameters
    assert list(parameters) == ["utilities", "reservation_values", "among"]


def test_it_has_a_name_in_tables(concept):
    assert concept in sim.solutions.CONCEPTS.values()
    assert len(sim.solutions.CONCEPTS) == len(CONCEPTS)


def test_all_checkers_are_called_alike(concept):
    parameters = inspect.signature(CHECKERS[concept]).parameters
    assert list(parameters) == ["utilities", "reservation_values", "package", "among"]


@untimed
@given(problem=problems())
def test_its_checker_agrees_and_would_have_the_first_of_equals(concept, problem):
    picked = int(concept(*problem))
    utilities, reservation_values, among = problem
    allowed = [
        package
        for package in range(-1, len(among))
        if CHECKERS[concept](utilities, reservation_values, package, among)
    ]
    assert min(allowed) == picked


@pytest.mark.parametrize("seed", range(3))
def test_its_checker_agrees_on_real_numbers(concept, seed):
    rng = np.random.default_rng(seed)
    utilities, least = rng.random((5, 40)), np.full(5, 0.1)
    assert CHECKERS[concept](utilities, least, int(concept(utilities, least)))


def test_more_worlds_than_are_looked_at_together(concept):
    rng = np.random.default_rng(1)
    utilities, least, among = (
        rng.random((2, 900, 2, 64)),
        np.zeros((2, 900, 2)),
        rng.random((2, 900, 64)) < 0.5,
    )
    picked = concept(utilities, least, among)
    assert picked.shape == (2, 900)
    for world in [(0, 0), (0, 511), (0, 512), (1, 200), (1, 899)]:
        assert concept(utilities[world], least[world], among[world]) == picked[world]


@untimed
@given(problem=problems(worlds=(2, 3)))
def test_a_batch_is_its_worlds_one_at_a_time(concept, problem):
    batch = concept(*problem)
    assert batch.shape == (2, 3)
    for world in np.ndindex(2, 3):
        assert concept(*problem.map(lambda values, world=world: values[world])) == batch[world]


@untimed
@given(problem=problems())
def test_what_it_picks_everyone_would_sign_and_it_picks_if_anything_can_be(concept, problem):
    picked = int(concept(*problem))
    assert picked in gains(problem) or (picked == -1 and not gains(problem))


@untimed
@given(problem=problems())
def test_no_package_is_better_for_somebody_and_worse_for_nobody(concept, problem):
    picked = int(concept(*problem))
    assume(picked != -1)
    own = gains(problem)[picked]
    for other in gains(problem).values():
        assert other == own or any(there < here for here, there in zip(own, other, strict=True))


@untimed
@given(problem=problems(), data=st.data())
def test_the_order_of_the_parties_changes_nothing(concept, problem, data):
    order = data.draw(st.permutations(range(len(problem.utilities))))
    picked = concept(problem.utilities[order], problem.reservation_values[order], problem.among)
    assert picked == concept(*problem)


@untimed
@given(problem=problems(), data=st.data())
def test_the_order_of_the_packages_decides_between_equals_only(concept, problem, data):
    order = data.draw(st.permutations(range(len(problem.among))))
    distinct = len({tuple(each) for each in problem.utilities.T.tolist()}) == len(problem.among)
    reordered = int(concept(problem.utilities[:, order], problem.reservation_values, problem.among[order]))
    picked = int(concept(*problem))
    assert (reordered == -1) == (picked == -1)
    if picked != -1:
        assert order[reordered] == picked or not distinct or order.index(picked) > reordered


@untimed
@given(problem=problems(), shift=st.sampled_from([-0.75, 0.3, 2.0]))
def test_what_zero_means_to_a_party_changes_nothing(concept, problem, shift):
    shifts = shift * np.arange(len(problem.utilities))
    shifted = concept(problem.utilities + shifts[:, None], problem.reservation_values + shifts, problem.among)
    assert shifted == concept(*problem)


@untimed
@given(problem=problems())
def test_without_a_mask_all_packages_may_be_signed(concept, problem):
    everything = np.ones_like(problem.among)
    assert concept(problem.utilities, problem.reservation_values) == concept(*problem[:2], everything)


def test_no_worlds(concept):
    assert concept(np.zeros((0, 2, 3)), np.zeros((0, 2))).shape == (0,)
