import numpy as np
import pytest

import sim
from sim.analysis.sensitivity.explained import explained, explained_by_chance
from sim.analysis.sensitivity.given_data import sensitivity
from sim.analysis.sensitivity.morris import morris
from sim.analysis.sensitivity.pictured import pictured
from sim.analysis.sensitivity.sobol import sobol

AUGUST = sim.load("2025-08-21")


def test_sobol_says_whose_groups_are():
    found = sobol(AUGUST, samples=64, seed=1)
    table = pictured(found, AUGUST)["sobol_bars"]
    assert dict(zip(table["group"], table["party"], strict=True)) == {p: p for p in AUGUST.parties} | {
        "luck": ""
    }
    assert table.attrs["about"] == "whether there is a deal"
    assert table.drop(columns="party").equals(found.table)
    assert "about" not in found.table.attrs


def test_a_step_of_morris_is_how_often_the_answer_changes():
    found = morris(AUGUST, samples=4, seed=1)
    table = pictured(found, AUGUST)["morris_steps"]
    assert table["step"].tolist() == pytest.approx((found.table["mu_star"] / 2).tolist())
    assert set(table["step"] * 4) <= {0, 1, 2, 3, 4}
    assert set(table["party"]) <= {*AUGUST.parties, ""}


def test_what_does_nothing_explains_no_more_than_dummies_in_nearly_all_cases():
    rng = np.random.default_rng(5)
    inputs, outputs = rng.random((400, 60)), (rng.random(400) < 0.4) * 1.0
    chance = explained_by_chance(inputs, outputs, dummies=200)
    assert len(set(chance)) == 1  # all are cut into slices of the same sizes
    assert (explained(inputs, outputs).share > chance).sum() <= 3
    assert (explained_by_chance(inputs[:, :1], outputs, dummies=5) <= chance[0]).all()


def test_the_share_of_a_dummy_is_what_explained_finds():
    """One dummy: the same slices of the same worlds in the lot's order."""
    rng = np.random.default_rng(5)
    outputs = rng.random(120)
    order = np.random.default_rng(7).permutation(outputs - outputs.mean())
    ranks = np.arange(120.0)[:, None]
    assert explained_by_chance(ranks, outputs, dummies=1, seed=7)[0] == pytest.approx(
        explained(ranks, order).share[0]
    )


def test_the_table_of_a_run_says_what_chance_reaches():
    table = sensitivity(sim.run(AUGUST, worlds=200, seed=1)).table
    assert table["explained"][0] > table["chance"][0] > 0
    assert table.attrs["about"] == "whether there is a deal"
