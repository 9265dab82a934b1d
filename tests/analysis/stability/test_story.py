"""Why a package is stable, where things go from it, and who leaves it together."""

import pytest

import sim
from sim.answers import story
from sim.graph_model import CONCEPTS

ELMIRA = "published/elmira"


@pytest.fixture(scope="module")
def elmira():
    return sim.stability(ELMIRA)


def test_it_tells_what_the_table_says(elmira):
    shares = elmira.parties.set_index(["package", "party"])
    for name in ("appeal", "appeal-and-insistence", "modified-appeal"):
        told = story(elmira, name)
        for place, party in enumerate(told.case.parties):
            for one in told.of(place):
                assert one.stable == (shares.loc[(told.package, party), one.concept] == 1)
        assert len(told.explanations) == 3 * len(CONCEPTS)


def test_the_published_transfer_of_a_coalition(elmira):
    told = story(elmira, "appeal-and-insistence")
    goal = told.case.space.index(told.case.packages["modified-and-accepted"])
    assert told.together == {(0, 1): [goal]}
    assert all(one.rational for one in told.explanations)


def test_fewer_members_are_told_instead_of_more(elmira):
    assert story(elmira, "appeal").together == {}


def test_the_status_quo_is_told_unless_another_is_asked_for(elmira):
    told = story(elmira)
    assert told.case.space.package(told.package) == dict(told.case.packages["appeal"])
    assert [len(path) for path in told.ends.values()] == [1]
    assert story(sim.stability("published/garrison-1976")) is None


def test_json(elmira):
    told = story(elmira).as_dict()
    assert told["stable"]["local"] == {"nash": False, "gmr": True, "smr": True, "seq": False}
    assert told["ends"][0]["path"][0]["party"] == "local"


@pytest.mark.parametrize(
    ("package", "world", "message"),
    [
        ("nowhere", 0, "unknown package 'nowhere'"),
        ("plant-abandoned", 0, "stands for 4 packages"),
        ("appeal", 1, "world is 1, expected 0"),
    ],
)
def test_what_makes_no_sense_is_refused(elmira, package, world, message):
    with pytest.raises(sim.InputError, match=message):
        story(elmira, package, world)
