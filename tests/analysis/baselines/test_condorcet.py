"""The election, checked by multiplying and by letting challengers come one after the other."""

import numpy as np
import pytest
from electing import elections, plain_conditional, plain_markov, plain_victory
from examples import examples
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim.analysis.baselines.condorcet import conditional, markov
from sim.analysis.baselines.victory import strengths, victory

METHODS = (conditional, markov)
CYCLE = np.array([[0.5, 1.0, 0.0], [0.0, 0.5, 1.0], [1.0, 0.0, 0.5]])

methods = st.sampled_from(METHODS)
rules = st.sampled_from(["linear", "square", "binary"])
some = st.lists(st.booleans(), min_size=5, max_size=5)


def prevailing(election, rule="linear", voting="proportional"):
    return victory(strengths(*election, voting), rule)


def running_of(marks, election):
    """Let the candidates stand that are marked, and the first."""
    shape = election.utilities[:, 0].shape
    return np.broadcast_to(np.array([True, *marks])[: shape[1]], shape)


@settings(max_examples=examples(40), deadline=None)
@given(elections(), rules, some)
def test_the_plain_way_comes_to_the_same(election, rule, marks):
    running = running_of(marks, election)
    prevails = prevailing(election, rule)
    ours, challenged = conditional(prevails, running), markov(prevails, running)
    candidates = np.flatnonzero(running[0]).tolist()
    for world, utilities in enumerate(election.utilities.tolist()):
        plain = plain_victory(utilities, election.influence.tolist(), "proportional", rule)
        product = plain_conditional(plain, candidates)
        assert ours[world, candidates] == pytest.approx(list(product.values()), abs=1e-9)
        turns = plain_markov(plain, candidates)
        assert challenged[world, candidates] == pytest.approx(list(turns.values()), abs=1e-6)


@given(elections(), methods, rules, some)
def test_probabilities_sum_to_one_among_those_who_stand(election, method, rule, marks):
    running = running_of(marks, election)
    probability = method(prevailing(election, rule), running)
    assert probability.sum(axis=1) == pytest.approx(1)
    assert (probability >= 0).all()
    assert (probability[:, ~running[0]] == 0).all()


@given(elections(), methods, some)
def test_who_does_not_stand_may_as_well_be_missing(election, method, marks):
    running = running_of(marks, election)
    fewer = prevailing(election)[:, running[0]][:, :, running[0]]
    assert method(prevailing(election), running)[:, running[0]] == pytest.approx(method(fewer))


@given(elections(), methods, st.randoms(use_true_random=False))
def test_the_order_of_candidates_does_not_matter(election, method, random):
    count = election.utilities.shape[2]
    order = random.sample(range(count), count)
    shuffled = election._replace(utilities=election.utilities[:, :, order])
    assert method(prevailing(shuffled)) == pytest.approx(method(prevailing(election))[:, order])


@given(elections(), methods)
def test_a_batch_is_its_worlds_one_by_one(election, method):
    alone = [method(prevailing(election._replace(utilities=world))) for world in election.utilities]
    assert method(prevailing(election)) == pytest.approx(np.stack(alone), abs=1e-12)


@given(elections(), methods, st.sampled_from(["proportional", "binary"]))
def test_a_condorcet_winner_is_elected_under_binary_victory(election, method, voting):
    prevails = prevailing(election, "binary", voting)[0]
    wins = (prevails + np.eye(len(prevails)) == 1).sum(axis=1) == len(prevails) - 1
    assume(wins.any())
    assert method(prevails) == pytest.approx(wins.astype(float), abs=1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_in_a_cycle_nobody_is_ahead(method):
    assert method(CYCLE) == pytest.approx(np.full(3, 1 / 3))


def test_who_is_beaten_by_more_than_others_is_not_elected():
    loser = np.block([[CYCLE, np.ones((3, 1))], [np.zeros((1, 3)), np.array([[0.5]])]])
    assert conditional(loser) == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0])


def test_a_copy_halves_the_chances_of_a_candidate_unless_it_is_left_out():
    utilities = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    prevails = victory(strengths(utilities, np.ones(2)))
    assert conditional(prevails) == pytest.approx([1 / 3, 1 / 3, 1 / 3])
    assert conditional(prevails, np.array([True, False, True])) == pytest.approx([0.5, 0, 0.5])


def test_many_candidates_with_next_to_no_chance_do_not_vanish():
    utilities = np.vstack([np.ones(400), np.linspace(0, 1, 400)])
    probability = conditional(victory(strengths(utilities, np.ones(2))))
    assert probability.sum() == pytest.approx(1)
    assert probability.argmax() == 399
