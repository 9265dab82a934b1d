"""What the papers rest on, as plain values."""

import json

import pytest
from builders import a_scenario

import sim
from sim.analysis.briefing import LISTED, briefing
from sim.analysis.briefing.briefing import few_worlds

SEED = 20250821


@pytest.fixture(scope="module")
def case():
    return sim.load("2025-08-21")


@pytest.fixture(scope="module")
def found(case):
    return briefing(case, SEED, 0, worlds=40)


def test_other_worlds_end_as_in_a_run(case, found):
    table = sim.run(case, worlds=40, seed=SEED).summary().endings
    assert dict(zip(table["ending"], table["count"], strict=True)) == {
        ending.name: count for ending, count in found.endings.items()
    }


def test_the_world_is_that_of_watch(case, found):
    assert found.watched.as_dict() == sim.watch(case, SEED, 0).as_dict()


def test_plain_values_add_up(found):
    told = json.loads(json.dumps(found.as_dict()))
    assert (told["worlds"], told["seed"], told["world"]) == (40, SEED, 0)
    for party in told["parties"].values():
        assert sum(max(options.values()) for options in party["points"].values()) == pytest.approx(100)
    for one in told["zopa"]["packages"]:
        assert one["can_be_signed"]
        for party, worth in one["worth"].items():
            points = told["parties"][party]["points"]
            total = sum(points[issue][option] for issue, option in one["package"].items())
            assert worth == pytest.approx(total)


def test_lists_begin_with_the_efficient_and_are_cut(found):
    efficient = [one["efficient"] for one in found.as_dict()["zopa"]["packages"]]
    assert efficient == sorted(efficient, reverse=True)
    assert len(found.listed) == found.room.acceptable.sum() == 8


def test_the_list_is_cut():
    everybody = {"a": {"preferences": {"weights": {"x": 1}, "scores": {"x": {"u": 1}}}}, "b": {}}
    case = a_scenario(dict.fromkeys("xyzpqr", "u v"), everybody, negotiation={"rounds": 1})
    found = briefing(case, 1, 0, worlds=1)
    assert (int(found.room.acceptable.sum()), len(found.listed)) == (64, LISTED)
    assert [index < 32 for index in found.listed] == [True] * 32 + [False] * 8  # those with u are efficient


def test_a_factorial_design_has_all_its_combinations():
    case = sim.load("2025-08-21", {"ensemble.design": {"factorial": {"parties.russia.no_deal.value": 7}}})
    assert few_worlds(case) == 994
