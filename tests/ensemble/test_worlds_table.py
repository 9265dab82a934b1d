"""The table of worlds, on negotiations whose end is plain."""

from builders import a_scenario

from sim.ensemble.runner import play
from sim.ensemble.worlds_table import worlds_table

TROOPS = {"troops": "none some"}
NO_TROOPS = {"no troops": {"forbid": {"troops": "some"}}}
TROOPS_NEEDED = {"troops needed": {"forbid": {"troops": "none"}}}


def likes(option, **more):
    scores = {"none": float(option == "none"), "some": float(option == "some")}
    return {"preferences": {"weights": {"troops": 1}, "scores": {"troops": scores}}, **more}


def table_of(a, b, worlds=2, **more):
    case = a_scenario(TROOPS, {"a": a, "b": b}, **more)
    return worlds_table(case, play(case, worlds=worlds, seed=0))


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
    }


def test_those_who_want_the_same_agree_at_once():
    table = table_of(likes("some"), likes("some"))
    assert table.drop(columns="world").drop_duplicates().values.tolist() == [["AGREED", 1, 1, 1.0, 1.0, ""]]


def test_crossed_lines_stand_in_the_way_together_if_either_giving_way_is_enough():
    table = table_of({"red_lines": NO_TROOPS}, {"red_lines": TROOPS_NEEDED}, negotiation={"rounds": 3})
    assert table["in_the_way"].tolist() == ["no troops; troops needed"] * 2
    assert table[["ending", "package", "round"]].to_numpy().tolist() == [["NO_ZOPA", -1, 3]] * 2


def test_only_the_smallest_set_that_would_have_to_give_is_named():
    # "some" crosses a's line and is worth too little to a: two obstacles. "none" meets one, b's line.
    a = likes("none", red_lines=NO_TROOPS, no_deal={"value": 0.5})
    table = table_of(a, {"red_lines": TROOPS_NEEDED})
    assert table["in_the_way"].tolist() == ["troops needed"] * 2


def test_reservation_values_stand_in_the_way_under_the_partys_name():
    table = table_of(likes("none", no_deal={"value": 0.5}), likes("some", no_deal={"value": 0.25}))
    assert table["in_the_way"].tolist() == ["a.no_deal; b.no_deal"] * 2


def test_without_a_deal_a_party_is_left_with_its_reservation_value_in_the_last_round():
    a = likes("none", no_deal={"value": 0.5, "drift": 0.125})
    table = table_of(a, likes("some", no_deal={"value": 0.25}), negotiation={"rounds": 3})
    assert table[["utility_a", "utility_b"]].to_numpy().tolist() == [[0.75, 0.25]] * 2
