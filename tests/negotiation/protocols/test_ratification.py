"""First some settle, then the others take it or leave it: worked by hand."""

from builders import a_scenario, some_worlds

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation

TROOPS = {"x": "none some"}
LINE = {"red_lines": {"no-troops": {"forbid": {"x": "some"}}}}


def negotiate(utilities, *, held=True, no_deal=0.3, russia=LINE, **told):
    case = a_scenario(
        TROOPS,
        {
            "a": {"strategy": "conceder"},
            "b": {"strategy": "conceder"},
            "z": {"strategy": "conceder", **russia},
        },
        negotiation={"protocol": "ratification", "rounds": 6, **told},
    )
    worlds = some_worlds([utilities], no_deal, held=[[held]] if russia else None)
    model = Negotiation(case, worlds, watched=True)
    return model, model.play()


ALLIES_WANT_TROOPS = [[0.4, 1], [0.4, 1], [1, 0.5]]


def test_a_first_circle_that_foresees_settles_what_crosses_no_stated_line():
    _, outcomes = negotiate(ALLIES_WANT_TROOPS)
    assert (outcomes.ending[0], outcomes.package[0]) == (Ending.AGREED, 0)


def test_one_that_does_not_foresee_is_refused_and_there_is_no_deal():
    model, outcomes = negotiate(ALLIES_WANT_TROOPS, foresees=False)
    assert outcomes.ending[0] == Ending.DEADLINE
    assert outcomes.round[0] == 1
    last = model.transcript[-1]
    assert (last.party, last.action) == ("z", "refuses")
    assert "no-troops" in last.why


def test_it_takes_the_others_at_their_word_even_where_they_bluff():
    _, foreseeing = negotiate(ALLIES_WANT_TROOPS, held=False)
    _, blind = negotiate(ALLIES_WANT_TROOPS, held=False, foresees=False)
    assert foreseeing.package[0] == 0
    assert blind.package[0] == 1


def test_the_second_circle_says_yes_to_whatever_it_can_accept():
    _, outcomes = negotiate([[0, 1], [0, 1], [1, 0.31]], russia={}, no_deal=0.3)
    assert outcomes.package[0] == 1
    _, refused = negotiate([[0, 1], [0, 1], [1, 0.29]], russia={}, no_deal=0.3)
    assert refused.ending[0] == Ending.NO_ZOPA


def test_those_whose_consent_is_not_needed_are_not_asked():
    russia = {"consent": {"when": {"x": "none"}}}
    model, outcomes = negotiate([[0, 1], [0, 1], [1, 0]], russia=russia, held=False)
    assert outcomes.package[0] == 1
    assert "z" not in {turn.party for turn in model.transcript}


def test_the_circles_are_the_scenarios_to_choose():
    model, _ = negotiate(ALLIES_WANT_TROOPS, first=["z", "a"], then=["b"])
    assert {t.party for t in model.transcript if t.action == "offers"} <= {"z", "a"}
