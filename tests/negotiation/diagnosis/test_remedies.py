"""A remedy that is said to help does so when the changed scenario is played from scratch."""

import numpy as np
from builders import a_scenario
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.ensemble.runner import play, play_and_diagnose
from sim.negotiation.diagnosis.ids import remedy_ids
from sim.negotiation.diagnosis.remedies import remedied, remedies
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation


def check(case, worlds, seed):
    outcomes, diagnosis = play_and_diagnose(case, worlds, seed)
    missed = outcomes.ending == Ending.DEADLINE
    assert not diagnosis.would_help[~missed].any()
    for column, remedy in enumerate(remedy_ids(case)):
        agreed = play(remedied(case, remedy), worlds, seed).ending == Ending.AGREED
        assert np.array_equal(diagnosis.would_help[missed, column], agreed[missed])
    return diagnosis.would_help[missed]


@settings(max_examples=examples(20), deadline=None)
@given(scenarios(), st.integers(0, 2**32))
def test_helps_exactly_where_playing_from_scratch_ends_in_agreement(case, seed):
    check(case, 8, seed)


def test_some_remedies_help_in_the_august_case_and_some_do_not():
    helps = check(sim.load("2025-08-21"), 60, 1)
    assert helps.any()
    assert not helps.all()


SCORES = {"scores": {"x": {"a": 1, "b": 0.5, "c": 0}}, "weights": {"x": 1}}
REVERSED = {"scores": {"x": {"a": 0, "b": 0.5, "c": 1}}, "weights": {"x": 1}}
STUBBORN = a_scenario(
    {"x": "a b c"},
    {
        "p": {"preferences": SCORES, "strategy": {"name": "boulware", "considerate": True}},
        "q": {"preferences": REVERSED, "strategy": "conceder"},
        "w": {"consent": "never"},
    },
    negotiation={"rounds": 3},
)


def played():
    model = Negotiation(STUBBORN, worlds=4, rng=1)
    model.play()
    return model


def test_more_rounds_are_twice_as_many_and_nothing_else_changes():
    changed = remedied(STUBBORN, "more_rounds")
    assert changed.negotiation.rounds == 6
    assert changed.but(negotiation=STUBBORN.negotiation) == STUBBORN


def test_softer_is_one_party_conceding_early_and_choosing_as_before():
    changed = remedied(STUBBORN, "softer.p")
    assert (changed.parties["p"].strategy.name, changed.parties["p"].strategy.considerate) == (
        "conceder",
        True,
    )
    assert changed.but(parties={**changed.parties, "p": STUBBORN.parties["p"]}) == STUBBORN


def test_only_parties_at_the_table_can_be_softer():
    assert remedy_ids(STUBBORN) == ("more_rounds", "softer.p", "softer.q")


def test_a_party_that_is_soft_already_cannot_help_by_it():
    assert remedied(STUBBORN, "softer.q") == STUBBORN
    assert not remedies(played(), np.arange(4))[:, 2].any()


def test_no_worlds_have_no_remedies():
    assert remedies(played(), np.array([], dtype=int)).shape == (0, 3)
