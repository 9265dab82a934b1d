"""MiCRO on small tables worked by hand."""

import numpy as np
from builders import a_scenario, some_worlds

from sim.negotiation.model import Negotiation


def negotiate(utilities, *, strategies=("micro", "micro"), rounds=6, lines=None, **worlds):
    parties = {f"p{n}": {"strategy": strategy} for n, strategy in enumerate(strategies)}
    if lines:
        parties["p1"]["red_lines"] = lines
    case = a_scenario({"x": "a b c d"}, parties, negotiation={"rounds": rounds})
    model = Negotiation(case, some_worlds([utilities], **worlds), watched=True)
    outcomes = model.play()
    return [(turn.party, turn.action, turn.package) for turn in model.transcript], outcomes


def test_it_goes_down_one_by_one_until_the_offers_meet():
    said, outcomes = negotiate([[1, 0.7, 0.4, 0], [0, 0.4, 0.7, 1]])
    assert said == [
        ("p0", "offers", 0), ("p1", "offers", 3),
        ("p0", "offers", 1), ("p1", "offers", 2),
        ("p0", "accepts", 2),
    ]  # fmt: skip
    assert outcomes.round[0] == 3


def test_it_does_not_concede_to_one_who_repeats_itself():
    said, _ = negotiate([[1, 0.7, 0.4, 0], [0, 0, 0, 1]], strategies=("micro", "boulware"), rounds=3)
    first, second, repeated = (offer for party, action, offer in said if party == "p0")
    assert (first, second) == (0, 1)
    assert repeated in {0, 1}


def test_equal_utilities_go_from_the_highest_index_down():
    said, _ = negotiate([[1, 1, 1, 0], [0, 0, 0, 1]], rounds=2, reservation_values=[[0.5, 0.5]])
    assert [offer for party, _, offer in said if party == "p0"] == [2, 1]


def test_a_line_that_gives_way_brings_its_package_back():
    line = {"not-d": {"forbid": {"x": "d"}}}
    said, _ = negotiate([[1, 0.7, 0.4, 0], [0, 0.4, 0.7, 1]], lines=line, held=[[True]], gives_way=[[2]])
    assert [offer for party, action, offer in said if party == "p1" and action == "offers"][:2] == [2, 3]


def test_repeats_may_be_considerate():
    line = {"not-a": {"forbid": {"x": "a"}}}
    strategies = ({"name": "micro", "considerate": True}, "boulware")
    said, _ = negotiate(
        [[1, 0.7, 0.4, 0], [0, 0, 0, 1]], strategies=strategies, rounds=4, lines=line, held=[[True]]
    )
    assert [offer for party, _, offer in said if party == "p0"] == [0, 1, 1, 1]


def test_what_is_repeated_is_drawn_with_the_world():
    case = a_scenario({"x": "a b c d"}, {"p": {"strategy": "micro"}, "q": {"strategy": "boulware"}})
    worlds = some_worlds(np.tile([[1, 0.7, 0.4, 0.1], [0, 0, 0, 1.0]], (50, 1, 1)))
    worlds.luck[:] = np.linspace(0, 0.99, 50)[:, None]
    model = Negotiation(case, worlds)
    model.step()
    model.step()
    model.round += 1
    model.agents.do("begin_round")
    repeated = model.parties[0].offers(np.arange(50))
    assert set(repeated.tolist()) == {0, 1}
    assert np.array_equal(repeated == 1, model.parties[0].seat.chance(np.arange(50)) >= 0.5)
