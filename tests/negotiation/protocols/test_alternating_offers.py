"""Small tables worked by hand."""

import numpy as np
from builders import a_scenario, some_worlds

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation

THREE = {"x": "a b c"}


def negotiate(parties, utilities, *, rounds=4, **worlds):
    case = a_scenario(THREE, parties, negotiation={"rounds": rounds})
    model = Negotiation(case, some_worlds([utilities], **worlds), watched=True)
    outcomes = model.play()
    said = [(turn.round, turn.party, turn.action, turn.package) for turn in model.transcript]
    return outcomes, said, model


def test_an_offer_that_is_good_enough_is_accepted_at_once():
    outcomes, said, _ = negotiate({"p": {}, "q": {}}, [[1, 0, 0], [1, 0, 0]])
    assert said == [(1, "p", "offers", 0), (1, "q", "accepts", 0)]
    assert (outcomes.ending[0], outcomes.package[0], outcomes.round[0]) == (Ending.AGREED, 0, 1)


def test_linear_parties_meet_in_the_middle():
    parties = {"p": {"strategy": "linear"}, "q": {"strategy": "linear"}}
    outcomes, said, _ = negotiate(parties, [[1, 0.5, 0], [0, 0.5, 1]])
    # 1 - t is 0.8, 0.6, 0.4: in round 3 the middle package is good enough for both
    assert [who for *who, _ in said[:4]] == [
        [1, "p", "offers"],
        [1, "q", "offers"],
        [2, "p", "offers"],
        [2, "q", "offers"],
    ]
    assert said[4:] == [(3, "p", "offers", 1), (3, "q", "accepts", 1)]
    assert outcomes.utilities.tolist() == [[0.5, 0.5]]


def test_a_party_with_nothing_acceptable_passes_and_the_offer_stays():
    outcomes, said, _ = negotiate(
        {"p": {}, "q": {}, "r": {}}, [[1, 0, 0]] * 3, reservation_values=[[0, 2, 0]], rounds=2
    )
    assert said == [
        (1, "p", "offers", 0), (1, "q", "passes", -1), (1, "r", "accepts", 0),
        (2, "p", "offers", 0), (2, "q", "passes", -1), (2, "r", "accepts", 0),
    ]  # fmt: skip
    assert outcomes.ending[0] == Ending.NO_ZOPA


def test_only_those_a_package_needs_must_accept():
    parties = {"p": {}, "q": {"consent": {"when": {"x": "b"}}}}
    outcomes, said, _ = negotiate(parties, [[1, 0, 0], [0, 1, 0]])
    assert said == [(1, "p", "offers", 0)]
    assert outcomes.ending[0] == Ending.AGREED


def test_a_party_that_never_consents_does_not_speak():
    outcomes, said, _ = negotiate(
        {"p": {}, "q": {"consent": "never"}, "r": {}}, [[1, 0, 0]] * 3, order=[0, 2]
    )
    assert [party for _, party, *_ in said] == ["p", "r"]
    assert outcomes.package[0] == 0


def test_a_held_line_that_softens_lets_the_deal_through_in_its_round():
    parties = {"p": {}, "q": {"red_lines": {"not-a": {"forbid": {"x": "a"}}}}}
    outcomes, said, _ = negotiate(
        parties, [[1, 0, 0], [1, 0.2, 0]], held=[[True]], gives_way=[[3]], reservation_values=0.1
    )
    assert outcomes.ending[0] == Ending.AGREED
    assert (outcomes.package[0], outcomes.round[0]) == (0, 3)
    assert (2, "q", "offers", 1) in said


def test_a_reservation_value_that_drifts_down_opens_a_deal():
    parties = {"p": {"strategy": "conceder"}, "q": {"strategy": "conceder"}}
    utilities = [[1, 0.3, 0], [0, 0.3, 1]]
    stays = negotiate(parties, utilities, reservation_values=0.5)[0]
    falls = negotiate(parties, utilities, reservation_values=0.5, drifts=-0.1)[0]
    assert stays.ending[0] == Ending.NO_ZOPA
    assert (falls.ending[0], falls.package[0], falls.round[0]) == (Ending.AGREED, 1, 4)


def test_a_zopa_that_is_not_found_is_a_deadline():
    outcomes, *_ = negotiate({"p": {}, "q": {}}, [[1, 0.1, 0], [0, 0.1, 1]], rounds=1)
    assert outcomes.ending[0] == Ending.DEADLINE
    assert outcomes.utilities.tolist() == [[0, 0]]


def test_without_a_deal_each_is_left_with_its_reservation_value_of_the_last_round():
    outcomes, *_ = negotiate(
        {"p": {}, "q": {}},
        [[1, 0, 0], [0, 0, 1]],
        reservation_values=[[0.5, 0.4]],
        drifts=[[0.1, 0]],
        rounds=3,
    )
    np.testing.assert_allclose(outcomes.utilities, [[0.7, 0.4]])


def test_each_world_has_its_own_speaking_order():
    case = a_scenario(THREE, {"p": {}, "q": {}}, negotiation={"rounds": 1})
    worlds = some_worlds(np.tile([[1.0, 0, 0], [0, 0, 1]], (2, 1, 1)))
    worlds.order[1] = [1, 0]
    model = Negotiation(case, worlds)
    model.play()
    assert model.table.offered_by.tolist() == [1, 0]


def test_a_refusal_says_why():
    line = {"red_lines": {"not-a": {"forbid": {"x": "a"}}}}
    _, _, crossing = negotiate({"p": {}, "q": line}, [[1, 0, 0], [1, 0.2, 0]], held=[[True]], rounds=1)
    _, _, poor = negotiate({"p": {}, "q": {}}, [[1, 0, 0], [0.2, 0, 1]], reservation_values=0.5, rounds=1)
    _, _, asking = negotiate({"p": {}, "q": {}}, [[1, 0, 0], [0.2, 0, 1]], rounds=1)
    assert crossing.transcript[1].why == "it crosses its red line not-a"
    assert poor.transcript[1].why == "it is worth 0.20 to it, less than no deal (0.50)"
    assert asking.transcript[1].why == "it is worth 0.200 to it, and it still asks for 0.936"
