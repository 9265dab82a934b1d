"""Small cases worked by hand."""

import pytest
from builders import a_scenario

from sim.compatibility import check
from sim.compatibility.survey import survey

NO_TROOPS = {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}}
TROOPS = {"red_lines": {"troops-needed": {"require": {"troops": "some"}}}}
TWO = {"troops": "none some", "army": "small big"}


def test_a_line_leaves_what_it_does_not_forbid():
    answer = check(a_scenario(TWO, {"a": NO_TROOPS}))
    assert answer.packages_total == answer.packages_possible == 4
    assert answer.compatible == (0, 1)
    assert answer.conflicts == ()
    assert answer.concessions[0][0] == ("no-troops",)
    assert answer.concessions[0][1].opens == 2


def test_two_lines_that_cannot_be_held_together_are_named():
    answer = check(a_scenario({"troops": "none some"}, {"a": NO_TROOPS, "b": TROOPS}))
    assert answer.compatible == ()
    assert answer.conflicts == (("no-troops", "troops-needed"),)
    assert [names for names, _ in answer.concessions] == [("no-troops",), ("troops-needed",)]
    assert answer.pairs == {("a", "b"): 0}


def test_three_lines_of_which_two_at_a_time_can_be_held():
    lines = {
        "a": {"red_lines": {"x-not-y": {"forbid": {"x": "on", "y": "on"}}}},
        "b": {"red_lines": {"x-on": {"require": {"x": "on"}}}},
        "c": {"red_lines": {"y-on": {"require": {"y": "on"}}}},
    }
    answer = check(a_scenario({"x": "off on", "y": "off on"}, lines))
    assert answer.conflicts == (("x-not-y", "x-on", "y-on"),)
    assert [names for names, _ in answer.concessions] == [("x-not-y",), ("x-on",), ("y-on",)]
    assert set(answer.pairs.values()) == {1}


def test_a_rule_can_make_lines_conflict_and_that_is_told():
    rule = {"forbid": {"troops": "none", "army": "small"}, "because": "nobody is left"}
    small = {"red_lines": {"small-army": {"require": {"army": "small"}}}}
    assert check(a_scenario(TWO, {"a": NO_TROOPS, "b": small})).conflicts == ()
    ruled = check(a_scenario(TWO, {"a": NO_TROOPS, "b": small}, rules=[rule]))
    assert ruled.conflicts == (("no-troops", "small-army"),)
    assert [conflict.needs_rules for conflict in ruled.survey.conflicts] == [True]
    against = {"a": NO_TROOPS, "b": TROOPS}
    assert [c.needs_rules for c in check(a_scenario(TWO, against, rules=[rule])).survey.conflicts] == [False]


def test_a_partial_package_is_judged_by_its_best_completion():
    case = a_scenario(
        TWO,
        {"a": NO_TROOPS, "b": {"red_lines": {"no-small-army": {"forbid": {"army": "small"}}}}},
        packages={"big": {"army": "big"}, "some": {"troops": "some"}},
    )
    big, some = check(case).variants
    assert (big.compatible, dict(big.best.package)) == (True, {"troops": "none", "army": "big"})
    assert (some.compatible, some.best.blocks, some.left_open) == (False, ("no-troops",), {"army": "big"})
    assert [(v.package, v.party, v.ok, v.crosses) for v in check(case).verdicts] == [
        ("big", "a", True, ()),
        ("big", "b", True, ()),
        ("some", "a", False, ("no-troops",)),
        ("some", "b", True, ()),
    ]


def test_the_completions_that_can_be_signed_are_told_and_the_conflict_if_none_can():
    small = {"red_lines": {"small-army": {"require": {"army": "small"}}}}
    big = {"red_lines": {"big-if-none": {"forbid": {"army": "small", "troops": "none"}}}}
    case = a_scenario(
        TWO, {"a": small, "b": big}, packages={"none": {"troops": "none"}, "some": {"troops": "some"}}
    )
    none, some = check(case).variants
    assert (none.completions.possible, none.completions.compatible) == (2, 0)
    assert [check(case).names(c.lines) for c in none.completions.conflicts] == [("small-army", "big-if-none")]
    assert [some.inside.space.package(index) for index in some.completions.examples] == [
        {"troops": "some", "army": "small"}
    ]


def test_lines_of_parties_that_are_not_needed_object_and_do_not_block():
    case = a_scenario(
        {"troops": "none some"},
        {"a": {}, "b": {**NO_TROOPS, "consent": "never"}},
        packages={"s": {"troops": "some"}},
    )
    answer = check(case)
    assert answer.compatible == (0, 1)
    assert answer.survey.objected == 1
    assert (answer.variants[0].best.crosses, answer.variants[0].best.blocks) == (("no-troops",), ())
    assert answer.variants[0].p_acceptable == 1


def test_no_red_lines_at_all():
    answer = check(a_scenario({"troops": "none some"}, {"a": {}}))
    assert answer.compatible == (0, 1)
    assert (answer.conflicts, answer.concessions, answer.opens_most, answer.likeliest) == ((), (), (), ())


def test_probabilities_are_products_and_sums_of_mean_firmness():
    lines = {
        "l1": {"forbid": {"troops": "some"}, "firmness": [0.5, 0.7]},
        "l2": {"forbid": {"troops": "some"}, "firmness": 0.5},
        "l3": {"forbid": {"army": "big"}, "firmness": 0.1},
    }
    case = a_scenario(TWO, {"a": {"red_lines": lines}}, packages={"all": {"troops": "some", "army": "big"}})
    answer = check(case)
    assert answer.variants[0].p_acceptable == pytest.approx(0.4 * 0.5 * 0.9)
    assert answer.variants[0].expected_held == pytest.approx(0.6 + 0.5 + 0.1)
    assert [chance for _, chance in answer.likeliest] == pytest.approx([0.9, 0.2, 0.18])
    assert dict(answer.likeliest[0][0].package) == {"troops": "none", "army": "big"}


def test_near_misses_come_softest_first_and_ties_open_most_together():
    lines = {
        "firm": {"forbid": {"troops": "some"}, "firmness": 0.9},
        "soft": {"forbid": {"army": "big"}, "firmness": 0.2},
    }
    answer = check(a_scenario(TWO, {"a": {"red_lines": lines}}))
    assert [(miss.line, miss.packages) for miss in answer.near_misses] == [("soft", 1), ("firm", 1)]
    assert set(answer.opens_most) == {"soft", "firm"}


def test_conflicts_are_told_only_if_all_concessions_are_known():
    lines = {f"l{n}": {"require": {f"i{n}": "b"}} for n in range(5)} | {
        f"m{n}": {"require": {f"i{n}": "a"}} for n in range(5)
    }
    case = a_scenario({f"i{n}": "a b" for n in range(5)}, {"p": {"red_lines": lines}})
    assert (len(survey(case).openings), len(survey(case).conflicts), survey(case).whole) == (32, 5, True)
    cut = survey(case, most=7)
    assert (len(cut.openings), cut.conflicts, cut.whole) == (7, (), False)
    some = survey(case, most=8)
    assert (len(some.openings), len(some.conflicts), some.whole) == (8, 5, False)
