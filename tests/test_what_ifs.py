"""What the heads of the what-ifs say of their answers, looked at again."""

from functools import cache

import numpy as np
import pytest

import sim
from sim.analysis.checked.plain import variant_as_dict

BASE = "2025-08-21"
WORLDS, SEED = 200, 20250821


@cache
def run(name, firmness=None):
    changes = {"parties.ukraine.red_lines.assurances-must-bind.firmness": firmness} if firmness == 0 else {}
    return sim.run(sim.load(name, changes), worlds=WORLDS, seed=SEED)


def agreed(name, **changes):
    return (run(name, **changes).table["ending"] == "AGREED").to_numpy()


def compatible(name):
    return len(sim.check(name).compatible)


@pytest.mark.parametrize(
    ("name", "packages"),
    {
        "american-ground-troops": 8,
        "britain-and-france-alone": 4,
        "nato-membership-back": 8,
        "no-american-air-support": 4,
        "political-assurances": 20,
        "russia-as-guarantor": 4,
        "russia-only-consulted": 4,
        "russia-shut-out": 0,
        "troop-line-is-bluff": 8,
        "without-russias-consent": 36,
    }.items(),
)
def test_how_many_packages_cross_nobodys_line(name, packages):
    assert compatible(f"what-if/{name}") == packages
    assert compatible(BASE) == 8


def test_a_line_that_is_stated_also_tells_the_others_what_not_to_offer():
    """More packages cross nobody's line without it, and fewer worlds agree; as bluff it does less harm."""
    unstated, bluff = agreed("what-if/political-assurances"), agreed(BASE, firmness=0)
    assert unstated.mean() < bluff.mean() <= agreed(BASE).mean()


def test_what_is_agreed_is_worth_less_above_no_deal_to_ukraine_than_to_russia():
    rows = agreed(BASE)
    table = run(BASE).table
    value = {p: run(BASE).draws([f"parties.{p}.no_deal.value"]).iloc[:, 1] for p in ("russia", "ukraine")}
    gain = {p: (table[f"utility_{p}"] - value[p])[rows].mean() for p in value}
    assert 0 < gain["ukraine"] < gain["russia"]


def test_fatigue_of_the_same_size_does_more_in_ukraine_and_most_on_both_sides():
    base, russia, ukraine, both = (
        agreed(name).mean()
        for name in (
            BASE,
            *(f"what-if/fatigue-{who}" for who in ("in-russia", "in-ukraine", "on-both-sides")),
        )
    )
    assert base < russia < ukraine < both


def test_fatigue_is_the_same_on_both_sides():
    drifts = {
        (party, name): sim.load(f"what-if/fatigue-{name}").parties[party].no_deal.drift
        for party in ("russia", "ukraine")
        for name in ("in-russia", "in-ukraine", "on-both-sides")
    }
    tired = [
        ("russia", "in-russia"),
        ("ukraine", "in-ukraine"),
        *((p, "on-both-sides") for p in ("russia", "ukraine")),
    ]
    assert len({drifts[one] for one in tired}) == 1
    assert (
        drifts["russia", "in-ukraine"]
        == drifts["ukraine", "in-russia"]
        == sim.load(BASE).parties["uk"].no_deal.drift
    )


def test_an_american_offer_can_matter_only_where_russias_line_on_troops_is_bluff():
    held = run(BASE).draws(["parties.russia.red_lines.no-foreign-troops.held"]).iloc[:, 1].to_numpy() == 1
    packages = run("what-if/american-ground-troops").table["package"].to_numpy()
    space = sim.load(BASE).space
    troops = np.append(~space.matches({"foreign_troops": ["none"]}), False)[
        packages
    ]  # -1, no package, is last
    assert not (troops & held).any()


def test_russias_objections_are_shown_though_nobody_waits_for_them():
    answer = sim.check("what-if/without-russias-consent")
    told = variant_as_dict(answer, answer.variant("reassurance-force"))
    assert "no-foreign-troops" in str(told)
    assert answer.survey.compatible == 36
    assert answer.survey.objected > 0


def test_time_is_what_more_rounds_give():
    five, base, hundred = (
        agreed(name).mean() for name in ("what-if/five-rounds", BASE, "what-if/hundred-rounds")
    )
    assert five < base < hundred
