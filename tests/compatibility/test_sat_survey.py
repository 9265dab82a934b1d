"""The SAT model tells what the walk over the grid tells, as far as it can."""

from builders import a_scenario
from examples import examples
from generators import scenarios
from hypothesis import given, settings

from sim.compatibility import check
from sim.compatibility.sat_survey import sat_survey
from sim.compatibility.stand import stand
from sim.compatibility.survey import survey


@settings(max_examples=examples(25), deadline=None)
@given(scenarios())
def test_it_finds_what_the_grid_finds(case):
    walked, asked = survey(case), sat_survey(case, most=1000)
    assert bool(asked.examples) == bool(walked.examples)
    assert list(asked.examples) == list(walked.examples[: len(asked.examples)])
    assert [(o.lines, o.example) for o in asked.openings] == [(o.lines, o.example) for o in walked.openings]
    assert asked.conflicts == walked.conflicts
    assert asked.whole == walked.whole
    assert len(stand(case, asked.best).blocks) == len(stand(case, walked.best).blocks)


def a_large_case(**more):
    issues = {f"i{n}": "a b c d" for n in range(14)}
    lines = {"p": {"red_lines": {"x": {"forbid": {"i0": ["a", "b"]}}}}}
    lines["q"] = {"red_lines": {"y": {"forbid": {"i0": ["c", "d"], "i1": ["a"]}}}}
    return a_scenario(issues, lines, **more)


def test_a_check_of_too_many_packages_to_list_says_what_it_can():
    answer = check(a_large_case(packages={"some": {"i0": "a"}, "all": {f"i{n}": "d" for n in range(14)}}))
    assert answer.packages_total == 4**14
    assert (answer.packages_possible, answer.survey.compatible) == (None, None)
    assert answer.compatible
    assert [names for names, _ in answer.concessions] == [("x",), ("y",)]
    some, all_ = answer.variants
    assert (some.compatible, some.best.blocks) == (False, ("x",))
    assert all_.compatible
    assert answer.pairs == {("p", "q"): None}


def test_no_package_at_all_among_many():
    rule = {"forbid": {"i0": ["c", "d"], "i1": ["b", "c", "d"]}, "because": "no sense"}
    answer = check(a_large_case(rules=[rule]))
    assert answer.compatible == ()
    assert answer.conflicts == (("x", "y"),)
    assert answer.survey.conflicts[0].needs_rules
