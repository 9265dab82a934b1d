"""Sentences on one world, on negotiations whose end is plain."""

import pytest
from builders import a_scenario
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.negotiation.diagnosis.why import why
from sim.negotiation.diagnosis.words import set_in_words, sets_in_words
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation

TROOPS = {"troops": "none some"}
NO_TROOPS = {"no-troops": {"forbid": {"troops": "some"}}}
TROOPS_NEEDED = {"troops-needed": {"forbid": {"troops": "none"}}}


def likes(**scores):
    return {"preferences": {"weights": {"troops": 1}, "scores": {"troops": scores}}}


def told(parties, issues=TROOPS, ending=None, **more):
    model = Negotiation(a_scenario(issues, parties, **more), 1, rng=1)
    outcomes = model.play()
    assert ending is None or outcomes.ending[0] == ending
    return why(model)


def test_who_does_not_ratify_is_named():
    case = a_scenario(
        TROOPS,
        {
            "a": likes(none=0, some=1),
            "b": {"red_lines": NO_TROOPS, "preferences": likes(none=1, some=0)["preferences"]},
        },
        negotiation={"protocol": "ratification", "foresees": False, "rounds": 3},
    )
    model = Negotiation(case, 1, rng=1, watched=True)
    model.play()
    assert why(model)[0] == "B refused, in round 1, what the others had settled."


def test_no_zopa_tells_the_conflict_and_what_would_have_been_enough():
    a = {**likes(none=1, some=0), "red_lines": NO_TROOPS, "no_deal": {"value": 0.5}}
    assert told({"a": a, "b": {"red_lines": TROOPS_NEEDED}}, ending=Ending.NO_ZOPA) == (
        "No package satisfies A's red line no-troops together with B's red line troops-needed; nor A's "
        "reservation value together with B's red line troops-needed.",
        "It would have been enough to give up B's red line troops-needed; or A's red line no-troops and its "
        "reservation value.",
    )


def test_one_party_can_be_in_its_own_way():
    assert told({"a": {"no_deal": {"value": 0.5}}}, ending=Ending.NO_ZOPA) == (
        "No package satisfies A's reservation value.",
        "It would have been enough to give up A's reservation value.",
    )


THREE = {"x": "a b bad"}


def prefers(option, exponent):
    scores = {"a": 0.2, "b": 0.2, "bad": 0, option: 1}
    strategy = {"name": "aspiration", "exponent": exponent}
    return {"preferences": {"weights": {"x": 1}, "scores": {"x": scores}}, "strategy": strategy}


def past_the_deadline(**parties):
    return told(parties, THREE, ending=Ending.DEADLINE, negotiation={"rounds": 4})


def test_past_the_deadline_the_closest_offer_and_the_remedies_are_told():
    assert past_the_deadline(p=prefers("a", 50), q=prefers("b", 50)) == (
        "No offer that could have been signed in the end was accepted by anybody but its proposer.",
        "It would have been agreed if P alone or Q alone had conceded early.",
    )


def test_twice_the_rounds_may_help_too():
    # at the last of 4 rounds q still asks for 1 - (4/5)^7 = 0.79, at the last of 8 for 1 - (8/9)^7 = 0.56
    q = prefers("b", 7)
    q["preferences"]["scores"]["x"]["a"] = 0.6
    _, remedy = past_the_deadline(p=prefers("a", 50), q=q)
    assert (
        remedy
        == "It would have been agreed with twice the rounds or if P alone or Q alone had conceded early."
    )


def test_where_nothing_helps_that_is_told():
    _, remedy = past_the_deadline(**{p: prefers("ab"[p in "rs"], 50) for p in "pqrs"})
    assert (
        remedy == "Neither twice the rounds nor any one party conceding early would have brought agreement."
    )


def test_an_efficient_agreement():
    assert told({"a": likes(none=1, some=0), "b": likes(none=1, some=0)}, ending=Ending.AGREED) == (
        "No other package acceptable then was worth more to a party at the table and less to none.",
    )


def test_what_an_agreement_left_on_the_table():
    p, q = prefers("a", 0.25), prefers("b", 0.25)  # p offers the first of two that are as good to it
    p["preferences"]["scores"]["x"]["b"] = 1
    assert told({"p": p, "q": q}, THREE, ending=Ending.AGREED, negotiation={"rounds": 1}) == (
        "Also acceptable, worth more to Q (+0.800) and less to nobody there, was B.",
    )


@settings(max_examples=examples(25), deadline=None)
@given(scenarios(), st.integers(0, 2**32))
def test_every_ending_of_a_negotiation_has_a_reason(case, seed):
    model = Negotiation(case, 1, rng=seed)
    model.play()
    sentences = why(model)
    assert sentences
    assert all(sentence.endswith(".") for sentence in sentences)


CASE = a_scenario(
    TROOPS, {"a": {"red_lines": {**NO_TROOPS, **TROOPS_NEEDED}}, "the-states": {"name": "States"}}
)


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (["no-troops"], "A's red line no-troops"),
        (["no-troops", "troops-needed"], "A's red lines no-troops and troops-needed"),
        (["a.no_deal"], "A's reservation value"),
        (
            ["a.no_deal", "no-troops", "the-states.no_deal"],
            "A's red line no-troops and its reservation value together with States' reservation value",
        ),
    ],
)
def test_sets_are_told_party_by_party(ids, words):
    assert set_in_words(CASE, ids) == words


def test_of_many_sets_the_first_are_told():
    sets = [frozenset({place % 4}) for place in range(6)]
    assert sets_in_words(CASE, sets, "or", whole=True).endswith("; or one of 2 other sets")
    assert sets_in_words(CASE, sets[:5], "nor", whole=True).endswith("; nor any of 1 other set")
    assert sets_in_words(CASE, sets, "or", whole=False).endswith("; or one of over 2 other sets")
    assert "other" not in sets_in_words(CASE, sets[:4], "or", whole=True)


def test_who_left_the_table_is_told():
    parties = {
        "a": {"red_lines": NO_TROOPS, "walks_out": {"after": 1}},
        "b": {"red_lines": TROOPS_NEEDED},
    }
    sentences = told(parties, ending=Ending.WALKED_OUT)
    assert sentences == ("A left the table in round 1.",)
