"""The robust shortlist, told a second time."""

import numpy as np
import pytest
from builders import a_scenario
from mixed_case import WORLDS, by_package, possible

import sim
from sim.analysis.acceptability import acceptability
from sim.analysis.paired_intervals import paired_shares


def test_the_shortlist_is_of_what_is_not_clearly_worse(found, told, run):
    has = {package: np.array([package in world.zopa for world in told]) for package in possible(run.case)}
    best = max(has, key=lambda package: has[package].sum())
    assert found.shortlist["package"].iloc[0] == best
    for package, member in has.items():
        gained, lost = ((member & ~has[best]).sum(), (has[best] & ~member).sum())
        _, high = paired_shares(np.array([float(gained)]), np.array([float(lost)]), WORLDS)
        listed = by_package(found.shortlist).index.tolist()
        assert (package in listed) == (high[0] >= 0 and member.any())
        if package in listed:
            row = by_package(found.shortlist).loc[package]
            assert (row["gained"], row["lost"], row["difference_high"]) == (gained, lost, high[0])
            assert row["difference"] == pytest.approx(member.mean() - has[best].mean())
    assert 1 < len(found.shortlist) < len(has)


def test_nothing_is_robust_where_nothing_is_acceptable():
    run = sim.run(a_scenario({"x": "a b"}, {"p": {"no_deal": {"value": 2}}}), worlds=3, seed=1)
    found = acceptability(run)
    assert found.shortlist.empty
    assert (found.regret[["mean", "max"]] == 0).all(axis=None)
