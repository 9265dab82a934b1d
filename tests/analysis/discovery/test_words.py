"""Boxes in words."""

import numpy as np
import pandas as pd
import pytest

import sim
from sim.analysis.discovery import prim
from sim.analysis.discovery.words import box_words, conditions
from sim.analysis.quantity_words import quantity_words

TROOPS = "parties.russia.red_lines.no-foreign-troops.held"


def last_conditions(inputs, of_interest, name=str):
    found = prim(inputs, of_interest, least_mass=0.01)
    return conditions(found, len(found) - 1, name)


def numbers(wanted, values):
    return last_conditions(pd.DataFrame({"cost": values}), wanted(values))


def test_numbers_are_below_above_or_between():
    values = np.arange(100) / 100
    assert numbers(lambda cost: cost < 0.3, values) == ["cost is below 0.275"]
    assert numbers(lambda cost: cost >= 0.5, values) == ["cost is above 0.545"]
    assert numbers(lambda cost: (cost >= 0.2) & (cost < 0.8), values) == ["cost is between 0.235 and 0.745"]


def test_whole_numbers_are_at_least_or_at_most():
    rounds = np.repeat(np.arange(10.0), 10)
    assert numbers(lambda at: at < 3, rounds) == ["cost is at most 2"]
    assert numbers(lambda at: at > 3, rounds) == ["cost is at least 4"]
    assert numbers(lambda at: (at > 3) & (at < 7), rounds) == ["cost is 4 to 6"]
    assert numbers(lambda at: at == 3, rounds) == ["cost is 3"]


@pytest.mark.parametrize(
    ("quantity", "so", "not_so"),
    [
        (
            TROOPS,
            "Russia's red line “no foreign troops” is held",
            "Russia's red line “no foreign troops” is not held",
        ),
        (
            "parties.russia.red_lines.no-foreign-troops.softens",
            "Russia's red line “no foreign troops” softens",
            "Russia's red line “no foreign troops” does not soften",
        ),
        ("parties.us.walks_out", "United States may walk out", "United States will not walk out"),
        ("us.mood", "us.mood", "not: us.mood"),
    ],
)
def test_events_happen_or_do_not(quantity, so, not_so):
    case, happens = sim.load("2025-08-21"), np.array([True, False] * 20)
    inputs = pd.DataFrame({quantity: happens})
    assert last_conditions(inputs, happens, lambda name: quantity_words(name, case)) == [so]
    assert last_conditions(inputs, ~happens, lambda name: quantity_words(name, case)) == [not_so]


def test_categories_are_listed():
    inputs = pd.DataFrame({"who": list("abcd") * 10})
    assert last_conditions(inputs, inputs["who"].isin(["a", "b"])) == ["who is a or b"]


def test_one_sentence_says_where_and_how_often():
    rng = np.random.default_rng(0)
    inputs = pd.DataFrame({TROOPS: rng.random(2000) < 0.5, "cost": rng.random(2000)})
    found = prim(inputs, ~inputs[TROOPS] & (inputs["cost"] < 0.5) & (rng.random(2000) < 0.9))
    number = next(n for n, box in enumerate(found) if len(box.limits) == 2)
    box, case = found[number], sim.load("2025-08-21")
    name = {TROOPS: quantity_words(TROOPS, case), "cost": "what no deal is worth to Ukraine"}.__getitem__
    assert box_words(found, number, "Agreement", name) == (
        f"Agreement in {box.density:.0%} of the worlds in which "
        "Russia's red line “no foreign troops” is not held and "
        f"what no deal is worth to Ukraine is below {box.limits['cost'].high:.3g} "
        f"(coverage {box.coverage:.2f}, density {box.density:.2f}; {box.of_interest} of {box.worlds} worlds)."
    )


def test_a_box_without_conditions_is_all_worlds():
    found = prim(pd.DataFrame({"cost": [1.0, 1.0]}), [1, 0])
    assert box_words(found, 0, "Peace") == (
        "Peace in 50% of all worlds (coverage 1.00, density 0.50; 1 of 2 worlds)."
    )


def test_a_later_box_is_told_to_be_about_other_worlds():
    inputs = pd.DataFrame({"who": list("abcd") * 10})
    found = prim(inputs, inputs["who"].isin(["a", "b"]), covered=inputs["who"] == "a")
    assert box_words(found, 1, "Peace").startswith("Peace in 50% of the other worlds in which who is ")


def test_conditions_that_might_be_chance_are_named():
    inputs = pd.DataFrame({"cost": np.arange(10.0)})
    found = prim(inputs, np.arange(10) != 9, least_mass=0.5)
    told = box_words(found, 1, "Peace")
    assert told.endswith("Might be chance: cost is at most 8 (quasi-p 0.39).")


def test_of_two_ends_the_doubtful_one_is_named():
    cost = np.arange(100.0)
    found = prim(pd.DataFrame({"cost": cost}), (cost >= 50) & (cost < 97))
    number = len(found) - 1
    low, high, _ = found.quasi_p_values(number)["cost"]
    assert low < 0.05 < high
    assert "its upper end (quasi-p" in box_words(found, number, "Peace")
