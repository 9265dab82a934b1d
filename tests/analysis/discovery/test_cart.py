"""The leaves of a tree as boxes."""

import sys

import numpy as np
import pandas as pd
import pytest

import sim
from sim.analysis.discovery import Among, Between, cart
from sim.analysis.discovery.bounds import within


def a_table(seed, worlds=400):
    rng = np.random.default_rng(seed)
    inputs = pd.DataFrame({
        "cost": rng.random(worlds).round(seed % 3 + 1),
        "who": rng.choice(list("abc"), worlds),
        "held": rng.random(worlds) < 0.5,
        "tiny": 1 + rng.random(worlds) * 1e-12,
    })  # fmt: skip
    wanted = (inputs["cost"] > 0.5) & (inputs["who"] != "b") & (inputs["tiny"] < 1 + 7e-13)
    return inputs, (wanted ^ (rng.random(worlds) < 0.05)).to_numpy()


@pytest.mark.parametrize("seed", range(6))
def test_every_world_is_in_one_leaf_and_the_leaves_count_them(seed):
    inputs, of_interest = a_table(seed)
    leaves = cart(inputs, of_interest)
    inside = np.array([within(leaves.columns, step.bounds) for step in leaves.path])
    assert (inside.sum(axis=0) == 1).all()
    assert [box.worlds for box in leaves] == inside.sum(axis=1).tolist()
    assert [box.of_interest for box in leaves] == inside[:, of_interest].sum(axis=1).tolist()
    assert sum(box.coverage for box in leaves) == pytest.approx(1)
    assert leaves.table["mass"].min() >= 0.05
    assert leaves.table["density"].is_monotonic_decreasing


def test_it_finds_numbers_events_and_categories_that_matter():
    inputs, _ = a_table(2, worlds=1000)
    leaves = cart(inputs, (inputs["cost"] > 0.5) & (inputs["who"] != "b") & inputs["held"], depth=3)
    best = leaves[0]
    assert best.coverage == best.density == 1
    assert best.limits == {
        "cost": Between(best.limits["cost"].low, np.inf),
        "who": Among(("a", "c")),
        "held": Among((True,)),
    }
    assert best.limits["cost"].low == pytest.approx(0.5, abs=0.01)
    assert list(leaves.limits["box"].unique()) == list(range(len(leaves)))


def test_numbers_that_are_one_in_single_precision_are_told_apart():
    values = 1 + np.arange(100) * 1e-12
    leaves = cart(pd.DataFrame({"tiny": values}), np.arange(100) >= 40)
    assert [box.worlds for box in leaves] == [60, 40]


def test_the_same_seed_grows_the_same_tree():
    inputs, of_interest = a_table(1)
    one, other = (cart(inputs, of_interest, seed=3).limits for _ in range(2))
    pd.testing.assert_frame_equal(one, other)


def test_without_scikit_learn_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.tree", None)
    with pytest.raises(sim.InputError, match=r"pip install 'guarantee-sim\[discovery\]'"):
        cart(*a_table(0))


def test_what_makes_no_sense_is_refused():
    inputs, of_interest = a_table(0)
    with pytest.raises(sim.InputError) as caught:
        cart(inputs, of_interest, least_mass=0.0, depth=0)
    assert len(caught.value.problems) == 2
    with pytest.raises(sim.InputError, match="no world is of interest"):
        cart(inputs, np.zeros(len(inputs)))
    with pytest.raises(sim.InputError, match="no inputs"):
        cart(inputs[[]], of_interest)
