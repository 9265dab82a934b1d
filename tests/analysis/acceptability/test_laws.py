"""Laws of acceptability, over worlds of any seed and any way to cut them into batches."""

from itertools import combinations

import numpy as np
import pandas as pd
from builders import a_run
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from mixed_case import a_mixed_case

from sim.analysis.acceptability import acceptability

CASE = a_mixed_case()
WORLDS = 25
UNPLAYED = ("DEADLINE", -1, 1, [0.5] * 4, "")  # how a world ended is not looked at
seeds = st.integers(0, 2**32)
few = settings(deadline=None, max_examples=examples(15))


def looked_at(seed, **how):
    return acceptability(a_run(CASE, *[UNPLAYED] * WORLDS, seed=seed), **how)


@few
@given(seeds, st.integers(1, WORLDS))
def test_a_batch_is_its_worlds_one_at_a_time(seed, batch):
    whole, cut = looked_at(seed), looked_at(seed, batch=batch)
    assert np.array_equal(whole.rank_acceptability, cut.rank_acceptability)
    for name in ("packages", "coalitions", "ranks", "central_weights", "shortlist", "regret"):
        pd.testing.assert_frame_equal(getattr(whole, name), getattr(cut, name), check_exact=True)


@few
@given(seeds)
def test_every_package_has_one_rank_and_without_ties_every_rank_one_package(seed):
    shares = looked_at(seed).rank_acceptability
    assert np.allclose(shares[:, CASE.space.possible].sum(axis=2), 1)
    assert np.allclose(shares[:3].sum(axis=1), 1)


@few
@given(seeds)
def test_more_parties_accept_no_more_together(seed):
    found = looked_at(seed)
    counts = {
        frozenset(name.split(" + ")): rows.set_index("package")["count"]
        for name, rows in found.coalitions.groupby("coalition")
    }
    alone = found.packages.set_index("package")
    for one, other in combinations(sorted(counts, key=len), 2):
        assert not one < other or (counts[one] >= counts[other]).all()
    for coalition, together in counts.items():
        for party in coalition:
            assert (alone[f"share_{party}"] * WORLDS >= together - 1e-9).all()


@few
@given(seeds)
def test_all_accept_where_the_coalition_does_whose_consent_is_needed(seed):
    found = looked_at(seed)
    shares = found.coalitions.set_index(["coalition", "package"])["count"]
    for row in found.packages.to_dict("records"):
        if " + " in row["consent"]:
            assert row["count"] == shares[row["consent"], row["package"]]
        else:
            assert row["share"] == row[f"share_{row['consent']}"]


@few
@given(seeds)
def test_regret_is_never_negative_and_none_where_all_is_had(seed):
    regret = looked_at(seed, within=9.0).regret
    assert (regret["mean"] >= 0).all()
    assert (regret["max"] >= regret["mean"] - 1e-12).all()
    assert (regret["within"] == 1).all()
