"""Screening of a scenario."""

import numpy as np
import pytest
from sensitivity_functions import two_lines

import sim
from sim.analysis.sensitivity.morris import morris
from sim.errors import InputError


def test_a_line_held_more_often_means_fewer_deals():
    """Half of its range turns a line of firmness 1/2: where the other one is not held, it decides."""
    table = morris(two_lines(), samples=500).table.set_index("group")
    line = table.loc["parties.p.red_lines.lp.held"]
    assert line["mu_star_low"] < 1 < line["mu_star_high"]
    assert line["mu"] == line["mu_star"]  # a low number means that it is held
    assert table.loc["negotiation.luck", "note"] == "changed nothing in 500 pairs of worlds"


@pytest.mark.parametrize("levels", [None, 4])
def test_a_line_that_is_seldom_held_is_seen_unless_levels_hide_it(levels):
    table = morris(two_lines(p=0.05), samples=200, levels=levels, by="party").table.set_index("group")
    assert (table.loc["p", "mu_star"] > 0) == (levels is None)


def test_columns_of_groups_and_of_quantities():
    case = sim.load("2025-08-21")
    ends = ["group", "label", "mu_star", "mu_star_low", "mu_star_high"]
    assert list(morris(case, samples=10).table) == [*ends, "mu", "sigma", "note"]
    table = morris(case, samples=20, by="party").table
    assert list(table) == [*ends, "note"]
    assert (np.diff(table["mu_star"]) <= 0).all()
    assert table.attrs["design"] == "trajectories, 20 times 8"


def test_it_needs_two_paths_and_even_levels():
    with pytest.raises(InputError, match="1 samples, expected at least 2"):
        morris(two_lines(), samples=1)
    with pytest.raises(InputError, match="5 levels, expected an even number"):
        morris(two_lines(), levels=5)
