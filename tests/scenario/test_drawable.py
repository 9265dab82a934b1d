"""Correlations and designs that cannot be; each problem with its path."""

import pytest
from builders import a_scenario
from uncertain_case import LINE, NUMBERS, OTHER_LINE, an_uncertain_case

from sim.errors import InputError
from sim.scenario import Factorial
from sim.scenario.drawable import demand_drawable

A, B, C = NUMBERS["uniform"], NUMBERS["normal"], NUMBERS["beta"]


def problems(case):
    with pytest.raises(InputError) as caught:
        demand_drawable(case)
    return [(problem.message, problem.path) for problem in caught.value.problems]


def test_what_can_be_drawn_passes():
    demand_drawable(an_uncertain_case(correlate=[(A, B, 0.5), (f"{LINE}.held", f"{OTHER_LINE}.held", 0.9)]))
    demand_drawable(an_uncertain_case({"factorial": {A: 5, f"{LINE}.held": 2}}, correlate=[(B, C, 0.5)]))
    demand_drawable(an_uncertain_case({"factorial": {A: 5}}, worlds=5))


def test_all_at_once():
    case = an_uncertain_case(
        {"factorial": {A: 7, "parties.p.luck": 3, f"{OTHER_LINE}.firmness": 2}},
        worlds=100,
        correlate=[
            (A, B.replace("drift", "drit"), 0.5),
            (C, C, 0.5),
            (A, B, 0.1),
            (B, A, 0.2),
            (f"{OTHER_LINE}.firmness", "parties.q.no_deal.drift", 0.3),
        ],
    )
    some = "expected the path of one, such as parties.p.red_lines.l.firmness"
    assert problems(case) == [
        (f"unknown quantity 'parties.p.no_deal.drit', did you mean '{B}'? {some}", "correlate.0.between.1"),
        (f"{C} twice, expected two different quantities", "correlate.1.between"),
        (f"{B} and {A} have a rank already, in correlate.2", "correlate.3.between"),
        (f"{OTHER_LINE}.firmness is certain (0.5): nothing to correlate", "correlate.4.between.0"),
        ("parties.q.no_deal.drift is certain (0): nothing to correlate", "correlate.4.between.1"),
        (
            f"{A} is correlated too: its levels are combined with all others, expected one of the two",
            f"ensemble.design.factorial.{A}",
        ),
        (
            f"unknown quantity 'parties.p.luck', did you mean 'parties.p.walks_out'? {some}",
            "ensemble.design.factorial.parties.p.luck",
        ),
        (
            f"{OTHER_LINE}.firmness is certain (0.5): nothing to vary",
            f"ensemble.design.factorial.{OTHER_LINE}.firmness",
        ),
        (
            "100 worlds are no multiple of the 42 combinations of the design, expected 84 or 126",
            "ensemble.worlds",
        ),
    ]


def test_ranks_that_cannot_be_together_name_their_quantities():
    case = an_uncertain_case(
        correlate=[(LINE + ".held", OTHER_LINE + ".held", 0.5), (A, B, 0.9), (B, C, 0.9)]
    )
    together = f"{A}, {B} and {C} cannot be correlated so all together, expected weaker ranks"
    assert problems(case) == [(f"{together}, or a rank of {A} and {C} too (0 unless said)", "correlate.1")]
    more = an_uncertain_case(correlate=[(A, B, 0.9), (B, C, 0.9), (A, C, -0.5)])
    assert problems(more) == [(together, "correlate.0")]


def test_a_line_that_is_always_held_has_nothing_to_correlate():
    lines = {"sure": {"forbid": {"x": "a"}}}
    case = an_uncertain_case(correlate=[("parties.q.red_lines.sure.held", A, 0.5)], red_lines=lines)
    told = "parties.q.red_lines.sure.held is certain (1): nothing to correlate"
    assert problems(case) == [(told, "correlate.0.between.0")]


def test_fewer_worlds_than_combinations():
    case = an_uncertain_case().but(
        ensemble=an_uncertain_case().ensemble.but(worlds=4, design=Factorial(factorial={A: 6}))
    )
    told = "4 worlds are no multiple of the 6 combinations of the design, expected 6"
    assert problems(case) == [(told, "ensemble.worlds")]


def test_without_correlations_and_levels_nothing_is_asked():
    demand_drawable(a_scenario({"x": "a b"}, {"p": {}}))
