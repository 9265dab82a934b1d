"""Stability of scenarios: the published conflicts, and shares of worlds where something is uncertain."""

import numpy as np
import pytest
from builders import a_scenario

import sim
from sim.analysis.stability.conflict import preferences
from sim.analysis.stability.stability import stability
from sim.compatibility import positions
from sim.graph_model import CONCEPTS
from sim.worlds import draw

OPTION = {False: "no", True: "yes"}
PUBLISHED = {  # case -> what GMCR+ and its literature print: options taken in the Nash and GMR equilibria
    "prisoners-dilemma": {"nash": ["NN"], "gmr": ["NN", "YY"], "smr": ["NN", "YY"], "seq": ["NN", "YY"]},
    "syria-iraq-1975": {"nash": ["NYY"], "gmr": ["NNN", "NYY"], "smr": ["NYY"], "seq": ["NYY"]},
    "elmira": {
        "nash": ["NYNNY", "YNYNY", "NNNYN", "NNNYY", "YNNYN", "YNNYY"],
        "gmr": ["NYNNN", "YNYNN", "NYNNY", "YNYNY", "NNNYN", "NNNYY", "YNNYN", "YNNYY"],
    },
}


def packages(case, equilibria):
    return {"".join("Y" if option == "yes" else "N" for option in one.values()) for one in equilibria}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_equilibria(name):
    found = sim.stability(f"published/{name}").as_dict()
    for concept, printed in PUBLISHED[name].items():
        assert packages(name, found["equilibria"][concept]) == set(printed), concept


@pytest.mark.parametrize("sanctions", ["legal", "once", "single"])
def test_garrison_equilibria_by_its_published_numbers(sanctions):
    found = sim.stability("published/garrison-1976", sanctions)
    names = {found.case.space.index(package): name for name, package in found.case.packages.items()}
    assert {names[one] for one in found.equilibria("nash")} == {f"s{n}" for n in (2, 3, 11, 17, 18, 21, 22)}
    more = {"legal": {4, 6, 10}, "once": {4, 10}, "single": set()}[sanctions]
    printed = {2, 3, 8, 11, 13, 14, 15, 17, 18, 19, 21, 22} | more
    assert {names[one] for one in found.equilibria("gmr")} == {f"s{n}" for n in printed}


def an_uncertain_conflict():
    wants = {"weights": {"army": [1, 3], "role": [0, 4]}, "scores": {}}
    wants["scores"] = {"army": {"small": [0, 1], "large": [0, 1]}, "role": {"none": [0, 1], "some": 0.5}}
    lines = {"no-army": {"forbid": {"army": "large"}, "firmness": 0.5}}
    return a_scenario(
        {"army": "small large", "role": "none some"},
        {"a": {"preferences": wants, "red_lines": lines}, "b": {"preferences": wants}},
        controls={"a": "army", "b": "role"},
        ensemble={"worlds": 40, "seed": 3},
    )


def test_shares_are_those_of_worlds_looked_at_one_by_one():
    case = an_uncertain_conflict()
    found = stability(case)
    assert found.worlds == 40
    for concept, stable in CONCEPTS.items():
        counts = np.zeros(4)
        for world in range(40):
            wanted = preferences(positions(case), draw(case, 3, world, 1))[0]
            counts += stable(found.moves, wanted).all(axis=0)
        for row in found.table.to_dict("records"):
            assert row[concept] == counts[row["package"]] / 40
            assert row[f"{concept}_low"] <= row[concept] <= row[f"{concept}_high"]


def test_a_party_without_moves_is_stable_everywhere():
    case = an_uncertain_conflict().but(controls={"a": ("army",)})
    parties = stability(case, worlds=5).parties
    assert (parties.loc[parties["party"] == "b", list(CONCEPTS)] == 1).all(axis=None)


def test_json_has_the_shape_others_call():
    found = stability(an_uncertain_conflict(), worlds=10, seed=5).as_dict()
    assert list(found["equilibria"]) == ["nash", "gmr", "smr", "seq"]
    for concept, listed in found["equilibria"].items():
        assert all(set(one) == {"army", "role"} for one in listed)
        shares = found["shares"][concept]
        assert len(shares) == len(listed)
        assert shares == sorted(shares, reverse=True)
    assert (found["worlds"], found["seed"]) == (10, 5)


def test_only_what_somebody_can_move_on_is_within_reach():
    found = sim.stability("2025-08-21-alone", worlds=20)
    assert found.fixed == ("nato_membership", "russian_role")
    spelled = [found.case.space.package(one) for one in found.within_reach["package"]]
    assert spelled
    assert {(one["nato_membership"], one["russian_role"]) for one in spelled} == {("none", "none")}


def test_there_are_four_concepts():
    with pytest.raises(sim.InputError, match="unknown concept 'nas', did you mean 'nash'"):
        sim.stability("published/elmira").equilibria("nas")


@pytest.mark.parametrize("wrong", [{"sanctions": "all"}, {"worlds": 0}, {"seed": -1}])
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(sim.InputError):
        sim.stability("published/elmira", **wrong)
