"""Regret, told a second time world by world."""

import numpy as np
import pytest
from builders import a_scenario
from mixed_case import WITHIN, by_package, possible

import sim
from sim.analysis.acceptability import acceptability


def test_regret(found, told, run):
    for place, (_, rows) in enumerate(found.regret.set_index("package").groupby("party", sort=False)):
        for package in possible(run.case):
            regrets, satisfied = zip(*(regret_of(world, place, package) for world in told), strict=True)
            row = rows.loc[package]
            assert row["mean"] == pytest.approx(np.mean(regrets))
            assert row["max"] == pytest.approx(max(regrets))
            assert row["p90"] == pytest.approx(np.quantile(regrets, 0.9, method="inverted_cdf"), abs=0.00051)
            assert row["satisfied"] == pytest.approx(np.mean(satisfied))
            assert row["within"] == pytest.approx(np.mean(np.array(regrets) <= WITHIN + 1e-12))


def regret_of(world, party, package):
    worth, value = world.utilities[party], world.reservation_values[party]
    signed = package in world.zopa
    best = max([value, *(worth[other] for other in world.zopa)])
    return best - (worth[package] if signed else value), signed and worth[package] >= value


def test_regret_beyond_one_is_told_by_its_most():
    telling = {"no_deal": {"value": -3}, "red_lines": {"l": {"forbid": {"x": "b"}}}}
    run = sim.run(a_scenario({"x": "a b"}, {"p": telling}), worlds=3, seed=1)
    found = by_package(acceptability(run).regret)
    assert found["p90"].tolist() == [0.0, found["max"].iloc[1]]
    assert found["max"].iloc[1] >= 3
