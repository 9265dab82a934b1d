"""Sobol indices of a scenario whose outcome is a known function of what is drawn."""

import numpy as np
import pytest
from sensitivity_functions import two_lines

import sim
from sim.analysis.sensitivity.sobol import sobol


def test_a_product_of_two_events():
    """Of X Y, chances a and b: first a b^2 (1 - a), second a (1 - a) b (1 - b), by ab (1 - ab)."""
    found = sobol(two_lines(), samples=4096, second=True)
    table = found.table.set_index("group")
    assert table.loc["p", "first"] == pytest.approx(1 / 3, abs=0.02)
    assert table.loc["q", "total"] == pytest.approx(2 / 3, abs=0.02)
    assert found.second.loc[0, ["group", "other"]].tolist() == ["p", "q"]
    assert found.second["second"][0] == pytest.approx(1 / 3, abs=0.04)
    assert found.second["second_low"][0] < 1 / 3 < found.second["second_high"][0]


def test_what_changes_nothing_says_so():
    table = sobol(two_lines(), samples=64).table
    assert table["group"].tolist()[-1] == "luck"
    assert table["note"].tolist() == ["", "", "changed nothing in 64 pairs of worlds"]
    assert table["total"].tolist()[-1] == 0


def test_rows_fall_by_total_and_hold_their_ends():
    table = sobol(sim.load("2025-08-21"), samples=32, by="quantity", seed=3).table
    assert (np.diff(table["total"]) <= 0).all()
    for name in ("first", "total"):
        assert (table[f"{name}_low"] <= table[name]).all()
        assert (table[name] <= table[f"{name}_high"]).all()
    assert len(table) == 119
    assert table["label"][0] == "what no deal is worth to Ukraine"


def test_a_seed_is_a_sample():
    case = sim.load("2025-08-21")
    one, again, other = (sobol(case, samples=64, seed=seed).table for seed in (1, 1, 2))
    assert one.equals(again)
    assert not one.equals(other)
