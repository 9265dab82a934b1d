"""Small cases worked by hand."""

from builders import a_scenario

from sim.compatibility import check

NO_TROOPS = {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}}
TROOPS = {"red_lines": {"troops-needed": {"require": {"troops": "some"}}}}


def test_a_line_leaves_what_it_does_not_forbid():
    answer = check(a_scenario({"troops": "none some", "army": "small big"}, {"a": NO_TROOPS}))
    assert answer.packages_total == answer.packages_possible == 4
    assert answer.compatible == (0, 1)
    assert answer.conflicts == ()


def test_two_lines_that_cannot_be_held_together_are_named():
    answer = check(a_scenario({"troops": "none some"}, {"a": NO_TROOPS, "b": TROOPS}))
    assert answer.compatible == ()
    assert answer.conflicts == (("no-troops", "troops-needed"),)


def test_a_rule_can_make_lines_conflict():
    rule = {"forbid": {"troops": "none", "army": "small"}, "because": "nobody is left"}
    small = {"red_lines": {"small-army": {"require": {"army": "small"}}}}
    issues = {"troops": "none some", "army": "small big"}
    assert check(a_scenario(issues, {"a": NO_TROOPS, "b": small})).conflicts == ()
    assert check(a_scenario(issues, {"a": NO_TROOPS, "b": small}, rules=[rule])).conflicts == (
        ("no-troops", "small-army"),
    )


def test_a_partial_package_is_judged_by_its_best_completion():
    case = a_scenario(
        {"troops": "none some", "army": "small big"},
        {"a": NO_TROOPS, "b": {"red_lines": {"no-small-army": {"forbid": {"army": "small"}}}}},
        packages={"big": {"army": "big"}, "some": {"troops": "some"}},
    )
    answer = check(case)
    assert answer.best_completions == {"big": 1, "some": 3}
    assert [(v.package, v.party, v.ok, v.crosses) for v in answer.verdicts] == [
        ("big", "a", True, ()),
        ("big", "b", True, ()),
        ("some", "a", False, ("no-troops",)),
        ("some", "b", True, ()),
    ]


def test_lines_of_parties_that_are_not_needed_object_and_do_not_stop():
    case = a_scenario({"troops": "none some"}, {"a": {}, "b": {**NO_TROOPS, "consent": "never"}})
    answer = check(case)
    assert answer.compatible == (0,)
    assert answer.only_objected == (1,)


def test_no_red_lines_at_all():
    answer = check(a_scenario({"troops": "none some"}, {"a": {}}))
    assert answer.compatible == (0, 1)
    assert answer.conflicts == ()
