"""What stood in the way, counted by hand."""

import pytest
from builders import a_run, a_scenario

from sim.analysis.in_the_way import in_the_way, obstacles

CASE = a_scenario(
    {"troops": "none some"},
    {
        "a": {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}},
        "b": {"red_lines": {"troops": {"require": {"troops": "some"}}}},
    },
)
DEAL = ("AGREED", 0, 1, [0.5, 0.5], "")


def failed(ids):
    return ("NO_ZOPA", -1, 40, [0.5, 0.5], ids)


RUN = a_run(
    CASE, DEAL, failed("no-troops; b.no_deal"), failed("b.no_deal"), failed("b.no_deal; troops"),
    failed("troops; no-troops; b.no_deal"),
)  # fmt: skip


def test_everything_that_may_stand_in_the_way_is_listed():
    assert obstacles(CASE).to_numpy().tolist() == [
        ["no-troops", "a", "A", "red line", "no troops"],
        ["troops", "b", "B", "red line", "troops"],
        ["a.no_deal", "a", "A", "reservation value", "what no deal is worth to it"],
        ["b.no_deal", "b", "B", "reservation value", "what no deal is worth to it"],
    ]


def test_shares_are_of_the_worlds_without_an_acceptable_package():
    table = in_the_way(RUN)
    assert table["id"].tolist() == ["b.no_deal", "no-troops", "troops"]  # equals in the scenario's order
    assert table["count"].tolist() == [4, 2, 2]
    assert table["share"].tolist() == [1, 0.5, 0.5]
    assert table.attrs["no_zopa_worlds"] == 4


def test_an_id_inside_another_is_not_counted_for_it():
    table = in_the_way(a_run(CASE, failed("no-troops"))).set_index("id")
    assert list(table.index) == ["no-troops"]


def test_intervals_are_of_the_same_worlds():
    table = in_the_way(RUN).set_index("id")
    assert table.loc["b.no_deal", "low"] == pytest.approx(4 / (4 + 1.959963984540054**2))
    assert table.loc["b.no_deal", "high"] == 1


def test_nothing_stands_in_the_way_where_everybody_agrees():
    table = in_the_way(a_run(CASE, DEAL))
    assert len(table) == 0
    assert table.attrs["no_zopa_worlds"] == 0


def test_a_table_not_found_in_time_is_nobodys_line():
    assert len(in_the_way(a_run(CASE, ("DEADLINE", -1, 40, [0.5, 0.5], "")))) == 0


def test_ids_of_several_words_are_counted_whole():
    line = {"forbid": {"troops": "some"}}
    case = a_scenario({"troops": "none some"}, {"a": {"red_lines": {"no troops": line, "troops": line}}})
    assert in_the_way(a_run(case, ("NO_ZOPA", -1, 1, [0], "no troops")))["id"].tolist() == ["no troops"]
