"""The table of worlds, on negotiations whose end is plain."""

import numpy as np
from builders import a_scenario

from sim.ensemble.runner import play_and_diagnose
from sim.ensemble.worlds_table import worlds_table
from sim.negotiation.diagnosis.diagnose import Diagnosis
from sim.negotiation.diagnosis.obstacles import Obstacles
from sim.negotiation.endings import Ending
from sim.negotiation.outcomes import Outcomes

TROOPS = {"troops": "none some"}
NO_TROOPS = {"no troops": {"forbid": {"troops": "some"}}}
TROOPS_NEEDED = {"troops needed": {"forbid": {"troops": "none"}}}


def likes(option, **more):
    scores = {"none": float(option == "none"), "some": float(option == "some")}
    return {"preferences": {"weights": {"troops": 1}, "scores": {"troops": scores}}, **more}


def table_of(a, b, worlds=2, **more):
    case = a_scenario(TROOPS, {"a": a, "b": b}, **more)
    return worlds_table(case, *play_and_diagnose(case, worlds=worlds, seed=0)).to_pandas()


def test_columns_and_dtypes():
    table = table_of(likes("none"), likes("none"))
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == {
        "world": "int64",
        "ending": "category",
        "package": "int32",
        "round": "int32",
        "utility_a": "float64",
        "utility_b": "float64",
        "in_the_way": "category",
        "left_by": "category",
        "closest": "int32",
        "acceptances": "int16",
        "would_help": "category",
        "to_frontier": "float32",
    }


def test_those_who_want_the_same_agree_at_once():
    table = table_of(likes("some"), likes("some"))
    told = table[["ending", "package", "round", "utility_a", "utility_b", "in_the_way", "to_frontier"]]
    assert told.drop_duplicates().to_numpy().tolist() == [["AGREED", 1, 1, 1.0, 1.0, "", 0.0]]


def test_crossed_lines_are_sets_of_their_own_if_either_giving_way_is_enough():
    table = table_of({"red_lines": NO_TROOPS}, {"red_lines": TROOPS_NEEDED}, negotiation={"rounds": 3})
    assert table["in_the_way"].tolist() == ["no troops | troops needed"] * 2
    assert table[["ending", "package", "round"]].to_numpy().tolist() == [["NO_ZOPA", -1, 3]] * 2


def test_all_minimal_sets_that_would_have_to_give_are_named_smallest_first():
    # "some" crosses a's line and is worth too little to a: two obstacles. "none" meets one, b's line.
    a = likes("none", red_lines=NO_TROOPS, no_deal={"value": 0.5})
    table = table_of(a, {"red_lines": TROOPS_NEEDED})
    assert table["in_the_way"].tolist() == ["troops needed | no troops; a.no_deal"] * 2


def test_reservation_values_stand_in_the_way_under_the_partys_name():
    table = table_of(likes("none", no_deal={"value": 0.5}), likes("some", no_deal={"value": 0.25}))
    assert table["in_the_way"].tolist() == ["a.no_deal | b.no_deal"] * 2


def test_every_diagnosis_has_its_column():
    case = a_scenario(TROOPS, {"a": {"red_lines": NO_TROOPS}, "b": {}, "w": {"consent": "never"}})
    outcomes = Outcomes(
        world=np.array([10, 11, 12, 13]),
        package=np.array([-1, -1, -1, 1]),
        round=np.array([4, 4, 2, 1]),
        ending=np.array([Ending.NO_ZOPA, Ending.DEADLINE, Ending.WALKED_OUT, Ending.AGREED]),
        utilities=np.zeros((4, 3)),
        left_by=np.array([-1, -1, 1, -1]),
        closest=np.array([-1, 1, -1, 1]),
        acceptances=np.array([0, 1, 0, 2]),
    )
    helps = np.zeros((4, 3), dtype=bool)
    helps[1] = [True, False, True]
    words = np.array([[0b0001], [0b0110]], dtype=np.uint64)
    diagnosis = Diagnosis(
        Obstacles(np.array([10, 10]), words, cut=np.array([10])),
        helps,
        np.array([np.nan, np.nan, np.nan, 0.25]),
    )
    table = worlds_table(case, outcomes, diagnosis).to_pandas()
    assert table["in_the_way"].tolist() == ["no troops | a.no_deal; b.no_deal | …", "", "", ""]
    assert table["left_by"].tolist() == ["", "", "b", ""]
    assert table["closest"].tolist() == [-1, 1, -1, 1]
    assert table["acceptances"].tolist() == [0, 1, 0, 2]
    assert table["would_help"].tolist() == ["", "more_rounds; softer.b", "", ""]
    assert table["to_frontier"].isna().tolist() == [True, True, True, False]
    assert table["to_frontier"].iloc[3] == 0.25


def test_without_a_deal_a_party_is_left_with_its_reservation_value_in_the_last_round():
    a = likes("none", no_deal={"value": 0.5, "drift": 0.125})
    table = table_of(a, likes("some", no_deal={"value": 0.25}), negotiation={"rounds": 3})
    assert table[["utility_a", "utility_b"]].to_numpy().tolist() == [[0.75, 0.25]] * 2
