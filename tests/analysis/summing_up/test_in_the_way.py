"""What stood in the way, counted by hand."""

import pytest
from builders import a_run, a_scenario

from sim.analysis.summing_up.in_the_way import in_the_way, in_the_way_parties, obstacles
from sim.analysis.summing_up.in_the_way_sets import conflict_sets, in_the_way_sets
from sim.analysis.summing_up.reasons import reasons

CASE = a_scenario(
    {"troops": "none some"},
    {
        "a": {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}},
        "b": {"red_lines": {"troops": {"require": {"troops": "some"}}}},
    },
)
DEAL = ("AGREED", 0, 1, [0.5, 0.5], "")


def failed(sets):
    return ("NO_ZOPA", -1, 40, [0.5, 0.5], sets)


RUN = a_run(
    CASE, DEAL, failed("no-troops; b.no_deal"), failed("b.no_deal"), failed("b.no_deal; troops"),
    failed("b.no_deal | no-troops; troops"),
)  # fmt: skip


def test_everything_that_may_stand_in_the_way_is_listed():
    assert obstacles(CASE).to_numpy().tolist() == [
        ["no-troops", "a", "A", "red line", "no troops"],
        ["troops", "b", "B", "red line", "troops"],
        ["a.no_deal", "a", "A", "reservation value", "what no deal is worth to it"],
        ["b.no_deal", "b", "B", "reservation value", "what no deal is worth to it"],
    ]


def test_reasons_are_the_distinct_lists_of_sets():
    found = reasons(a_run(CASE, failed("troops"), failed("troops | a.no_deal | …"), failed("troops"), DEAL))
    assert {(reason.sets, reason.cut, reason.worlds) for reason in found} == {
        ((frozenset({"troops"}),), False, 2),
        ((frozenset({"troops"}), frozenset({"a.no_deal"})), True, 1),
    }
    assert (found.worlds, found.worlds_cut) == (3, 1)


def test_shares_are_of_the_worlds_without_an_acceptable_package():
    table = in_the_way(RUN)
    assert table["id"].tolist() == ["b.no_deal", "no-troops", "troops"]  # equals in the scenario's order
    assert table["count"].tolist() == [4, 2, 2]
    assert table["share"].tolist() == [1, 0.5, 0.5]
    assert table.attrs["no_zopa_worlds"] == 4
    assert table.attrs["cut_worlds"] == 0


def test_what_would_be_enough_alone_and_what_is_in_every_set():
    table = in_the_way(RUN).set_index("id")
    assert table["alone"].to_dict() == {"b.no_deal": 0.5, "no-troops": 0, "troops": 0}
    assert table["always"].to_dict() == {"b.no_deal": 0.75, "no-troops": 0.25, "troops": 0.25}


def test_party_by_party():
    table = in_the_way_parties(RUN)
    assert table[["party", "party_name", "count", "share"]].to_numpy().tolist() == [
        ["b", "B", 4, 1.0],
        ["a", "A", 2, 0.5],
    ]
    assert table["alone"].tolist() == [0.75, 0]  # b's line and reservation value together, too
    assert table["always"].tolist() == [1, 0.25]


def test_whole_sets_most_frequent_first():
    table = in_the_way_sets(RUN)
    assert table["ids"].tolist() == [
        ("b.no_deal",),
        ("no-troops", "troops"),
        ("no-troops", "b.no_deal"),
        ("troops", "b.no_deal"),
    ]
    assert table["share"].tolist() == [0.5, 0.25, 0.25, 0.25]
    assert table["label"].tolist() == [
        "B: what no deal is worth to it",
        "A: no troops + B: troops",
        "A: no troops + B: what no deal is worth to it",
        "B: troops, what no deal is worth to it",
    ]
    assert table.attrs["sets"] == 4


def test_conflicts_meet_every_set_of_a_world():
    table = conflict_sets(RUN)
    assert dict(zip(table["ids"], table["count"], strict=True)) == {
        ("b.no_deal",): 3,  # alone in its way, or one of the two that had to give
        ("no-troops",): 1,
        ("troops",): 1,
        ("no-troops", "b.no_deal"): 1,
        ("troops", "b.no_deal"): 1,
    }


def test_worlds_whose_sets_are_cut_have_no_conflicts_that_are_known():
    table = conflict_sets(a_run(CASE, failed("troops | a.no_deal | …"), failed("troops")))
    assert table[["ids", "share"]].to_numpy().tolist() == [[("troops",), 0.5]]
    assert table.attrs["cut_worlds"] == 1


def test_an_id_inside_another_is_not_counted_for_it():
    table = in_the_way(a_run(CASE, failed("no-troops"))).set_index("id")
    assert list(table.index) == ["no-troops"]


def test_intervals_are_of_the_same_worlds():
    table = in_the_way(RUN).set_index("id")
    assert table.loc["b.no_deal", "low"] == pytest.approx(4 / (4 + 1.959963984540054**2))
    assert table.loc["b.no_deal", "high"] == 1


@pytest.mark.parametrize("world", [DEAL, ("DEADLINE", -1, 40, [0.5, 0.5], "")])
def test_nothing_stands_in_the_way_where_something_was_acceptable_to_all(world):
    for table in (in_the_way, in_the_way_parties, in_the_way_sets, conflict_sets):
        found = table(a_run(CASE, world))
        assert len(found) == 0
        assert found.attrs["no_zopa_worlds"] == 0


def test_where_nothing_can_be_negotiated_nothing_is_named():
    found = in_the_way(a_run(CASE, failed("")))
    assert len(found) == 0
    assert found.attrs["no_zopa_worlds"] == 1


def test_ids_of_several_words_are_counted_whole():
    line = {"forbid": {"troops": "some"}}
    case = a_scenario({"troops": "none some"}, {"a": {"red_lines": {"no troops": line, "troops": line}}})
    assert in_the_way(a_run(case, ("NO_ZOPA", -1, 1, [0], "no troops")))["id"].tolist() == ["no troops"]
