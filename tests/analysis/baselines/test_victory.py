"""Who prevails over whom, checked number by number."""

import itertools

import numpy as np
import pytest
from electing import elections, plain_victory
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.baselines.victory import strengths, victory

votings = st.sampled_from(["proportional", "binary"])
rules = st.sampled_from(["linear", "square", "binary"])


@given(elections(), votings, rules)
def test_coalitions_are_added_up_party_by_party(election, voting, rule):
    ours = victory(strengths(*election, voting), rule)
    for world, utilities in enumerate(election.utilities.tolist()):
        plain = plain_victory(utilities, election.influence.tolist(), voting, rule)
        for (i, j), probability in plain.items():
            assert ours[world, i, j] == pytest.approx(probability, rel=1e-9)


@given(elections(), votings, rules)
def test_one_of_two_prevails(election, voting, rule):
    prevails = victory(strengths(*election, voting), rule)
    for i, j in itertools.product(range(prevails.shape[-1]), repeat=2):
        assert prevails[:, i, j] + prevails[:, j, i] == pytest.approx(1)


@given(elections(), votings, rules)
def test_only_relative_influence_counts(election, voting, rule):
    once = victory(strengths(*election, voting), rule)
    assert np.array_equal(once, victory(strengths(election.utilities, 2 * election.influence, voting), rule))


@given(elections(), votings, rules, st.randoms(use_true_random=False))
def test_the_order_of_parties_does_not_matter(election, voting, rule, random):
    order = random.sample(range(len(election.influence)), len(election.influence))
    shuffled = strengths(election.utilities[:, order], election.influence[order], voting)
    assert victory(shuffled, rule) == pytest.approx(victory(strengths(*election, voting), rule))
