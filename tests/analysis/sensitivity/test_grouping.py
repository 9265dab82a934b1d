"""What varies, and what varies together."""

import pytest
from builders import a_scenario
from uncertain_case import an_uncertain_case

import sim
from sim.analysis.sensitivity.grouping import grouped, labelled, varied
from sim.errors import InputError
from sim.scenario.quantities import drawn_names

VALUES = ("parties.p.no_deal.value", "parties.q.no_deal.value")


def test_every_drawn_quantity_is_in_one_group():
    case = an_uncertain_case()
    for by in ("party", "quantity", {VALUES[0]: "values", VALUES[1]: "values"}):
        names = [name for some in grouped(case, by).values() for name in some]
        assert sorted(names) == sorted(drawn_names(case))


def test_by_party_what_is_the_tables_and_luck_are_groups():
    groups = grouped(an_uncertain_case(), "party")
    assert list(groups) == ["p", "q", "table", "luck"]
    assert groups["table"] == ("negotiation.order.p", "negotiation.order.q")
    assert groups["luck"] == ("parties.p.luck", "parties.q.luck", "negotiation.luck")
    assert groups["q"] == ("parties.q.no_deal.value",)


def test_by_a_mapping_the_others_are_the_rest():
    groups = grouped(an_uncertain_case(), {VALUES[0]: "value"})
    assert list(groups) == ["value", "rest"]
    assert groups["value"] == (VALUES[0],)


def test_what_cannot_come_out_otherwise_is_left_out():
    line = {"forbid": {"x": "a"}, "firmness": 1.0}
    case = a_scenario({"x": "a b"}, {"p": {"red_lines": {"l": line}, "no_deal": {"value": [0, 1]}}})
    assert "parties.p.red_lines.l.held" in drawn_names(case)
    assert varied(case) == [VALUES[0], "parties.p.luck", "negotiation.luck"]


def test_labels_are_for_people():
    case = sim.load("2025-08-21")
    assert labelled(case, ["us", "luck"], "party")["label"].tolist() == [
        "United States",
        "luck: all throws of dice",
    ]
    assert labelled(case, ["parties.us.no_deal.value"], "quantity")["label"].tolist() == [
        "what no deal is worth to United States"
    ]
    assert labelled(case, ["mine"], {"parties.us.no_deal.value": "mine"})["label"].tolist() == ["mine"]


@pytest.mark.parametrize(
    ("by", "message"),
    [
        ("partie", "unknown way of grouping 'partie', did you mean 'party'"),
        ({"parties.p.no_deal.valu": "a", "x": "b"}, "unknown quantity 'parties.p.no_deal.valu'.*\nunknown"),
    ],
)
def test_what_is_refused(by, message):
    with pytest.raises(InputError, match=message):
        grouped(an_uncertain_case(), by)


def test_what_is_correlated_belongs_together():
    case = an_uncertain_case(correlate=[(*VALUES, 0.5)])
    with pytest.raises(InputError) as error:
        grouped(case, "quantity")
    (problem,) = error.value.problems
    assert problem.path == "correlate"
    assert problem.message == (
        "parties.p.no_deal.value, parties.q.no_deal.value are correlated, so one does not move without the "
        "others, but they are in the groups parties.p.no_deal.value, parties.q.no_deal.value; expected one: "
        "give their names the same group (from Python, by={quantity: group})"
    )
    with pytest.raises(InputError, match="in the groups p, q;"):
        grouped(case, "party")
    assert grouped(case, dict.fromkeys(VALUES, "values"))["values"] == VALUES
