"""Which runs can be compared, and what is the same package in two scenarios."""

import pytest
from builders import a_run, a_scenario

from sim.analysis.comparing.pairing import demand_pairs, paired, told_apart
from sim.errors import InputError

PARTIES = {"a": {"no_deal": {"value": [0.2, 0.4]}}}
CASE = a_scenario({"x": "none some"}, PARTIES, name="base")
MORE = a_scenario({"y": "low high", "x": "none some"}, PARTIES, name="more")
DEAL, NO_DEAL = ("AGREED", 1, 1, [0.5], ""), ("DEADLINE", -1, 40, [0.5], "")


def designed(case, design):
    return case.but(ensemble=case.ensemble.but(design=design))


def test_runs_drawn_alike_are_paired():
    demand_pairs(a_run(CASE, DEAL), a_run(MORE, DEAL))


def test_everything_that_sets_runs_apart_is_told():
    a = a_run(CASE, DEAL, DEAL, seed=1)
    b = a_run(designed(MORE, "latin_hypercube"), DEAL, seed=2)
    with pytest.raises(InputError) as caught:
        demand_pairs(a, b)
    told = [problem.message for problem in caught.value.problems]
    assert told == [
        "the seed of base is 1 and that of more is 2, expected the same: play one of them again",
        "the number of worlds of base is 2 and that of more is 1, expected the same: play one of them again",
        "the design of base is random and that of more is latin_hypercube, expected the same: "
        "play one of them again",
    ]


def test_a_factorial_design_is_spelled_out():
    value = "parties.a.no_deal.value"
    cases = [
        CASE.model_validate(
            {**CASE.model_dump(by_alias=True), "ensemble": {"design": {"factorial": {value: n}}}}
        )
        for n in (2, 3)
    ]
    with pytest.raises(
        InputError, match=rf"is 2 levels of {value} and that of scenario \(.*\) is 3 levels of {value}"
    ):
        demand_pairs(*(a_run(case, *[DEAL] * 6) for case in cases))
    demand_pairs(*(a_run(cases[0], *[DEAL] * 6) for _ in "ab"))


def test_under_sobol_both_must_have_the_same_quantities():
    line = {"red_lines": {"no-x": {"forbid": {"x": "some"}}}}
    parties = {"a": line}, {"a": {**line, "no_deal": {"value": [0.2, 0.4]}}}, {"a": {}}
    a, surer, other = (
        a_run(designed(a_scenario({"x": "none some"}, each), "sobol"), DEAL) for each in parties
    )
    demand_pairs(a, surer)
    with pytest.raises(InputError, match=r"no-x.firmness is in one alone\).*--set ensemble.design=random"):
        demand_pairs(a, other)


def test_under_sobol_the_order_counts_too():
    a, b = (
        a_run(
            designed(a_scenario({"x": "none some"}, {name: {} for name in names}), "sobol"),
            ("AGREED", 1, 1, [0, 0], ""),
        )
        for names in ("ab", "ba")
    )
    with pytest.raises(InputError, match="their order differs"):
        demand_pairs(a, b)


def test_a_package_is_the_same_by_what_it_holds_whatever_its_index():
    other = a_scenario({"x": "some none"}, {"a": {}})
    table = paired(a_run(CASE, DEAL, DEAL, NO_DEAL), a_run(other, ("AGREED", 0, 1, [0], ""), DEAL, NO_DEAL))
    assert (table["package_a"] == table["package_b"]).tolist() == [True, False, True]
    assert table["package_a"].tolist()[2] == -1
    assert table["ending_a"].tolist() == table["ending_b"].tolist() == [0, 0, 1]


def test_packages_are_compared_on_the_issues_of_both():
    table = paired(a_run(CASE, DEAL), a_run(MORE, DEAL))
    assert (table["package_a"] == table["package_b"]).all()


def test_runs_of_the_same_name_are_told_apart():
    a, b, c = a_run(CASE, DEAL), a_run(CASE, DEAL, seed=2), a_run(MORE, DEAL)
    assert told_apart([a, a, c]) == ["base", "base", "more"]
    assert told_apart([a, b, c]) == [f"base ({a.hash})", f"base ({b.hash})", "more"]
