"""Acceptability beside the same told a second time world by world, beside endings, and by hand."""

from itertools import combinations
from math import log

import numpy as np
import pandas as pd
import pytest
from builders import a_scenario
from mixed_case import a_mixed_case, plain_worlds

import sim
from sim.analysis.acceptability import acceptability
from sim.analysis.acceptability.acceptances import Acceptances
from sim.analysis.last_round import last_rounds
from sim.analysis.paired_intervals import paired_shares
from sim.compatibility import positions
from sim.errors import InputError

WORLDS, SEED, WITHIN = 120, 3, 0.1
TABLES = ("packages", "coalitions", "ranks", "central_weights", "shortlist", "regret")


@pytest.fixture(scope="module")
def run():
    return sim.run(a_mixed_case(), worlds=WORLDS, seed=SEED)


@pytest.fixture(scope="module")
def found(run):
    return acceptability(run, within=WITHIN)


@pytest.fixture(scope="module")
def told(run):
    return plain_worlds(run.case, SEED, WORLDS)


def possible(run):
    return np.flatnonzero(run.case.space.possible).tolist()


def by_package(table):
    return table.set_index("package")


def test_who_accepts_each_package(found, told, run):
    table = by_package(found.packages)
    assert table.index.tolist() == possible(run)
    for package, row in table.iterrows():
        assert row["count"] == sum(package in world.zopa for world in told)
        for place, party in enumerate(run.case.parties):
            share = np.mean([package in world.accepts[place] for world in told])
            assert row[f"share_{party}"] == pytest.approx(share)
            assert row[f"low_{party}"] <= share <= row[f"high_{party}"]
    assert table.loc[0, "consent"] == "p + s"


def test_which_coalitions_accept_each_package(found, told, run):
    at_table = [list(run.case.parties).index(party) for party in run.case.at_the_table]
    members = [each for size in (2, 3) for each in combinations(at_table, size)]
    tables = [by_package(rows) for _, rows in found.coalitions.groupby("coalition", sort=False)]
    assert [rows["size"].iloc[0] for rows in tables] == [2, 2, 2, 3]
    for rows, each in zip(tables, members, strict=True):
        for package in possible(run):
            together = sum(all(package in world.accepts[party] for party in each) for world in told)
            assert rows.loc[package, "count"] == together


def test_ranks(found, told, run):
    for place, (_, rows) in enumerate(found.ranks.set_index("package").groupby("party", sort=False)):
        for package in possible(run):
            ranks = [rank_of(world.utilities[place], package, possible(run)) for world in told]
            shares = np.bincount(ranks, minlength=len(possible(run)) + 1)[1:] / WORLDS
            assert found.rank_acceptability[place, package].tolist() == pytest.approx(shares.tolist())
            assert rows.loc[package, "first"] == pytest.approx(shares[0])
            assert rows.loc[package, "top5"] == pytest.approx(shares[:5].sum())
            assert rows.loc[package, "mean_rank"] == pytest.approx(np.mean(ranks))


def rank_of(utilities, package, among):
    return 1 + sum(utilities[other] > utilities[package] + 1e-12 for other in among)


def test_ranks_add_up(found, run):
    every = found.rank_acceptability
    assert every[:, possible(run)].sum(axis=2) == pytest.approx(1)
    assert every[:, ~run.case.space.possible].sum() == 0
    assert every[:3].sum(axis=1) == pytest.approx(1)  # there are no ties
    assert every[3, :, 0].sum() > 1  # the last party cares for one issue only


def test_central_weights(found, told, run):
    names = [f"parties.p.preferences.weights.{issue}" for issue in run.case.issues]
    drawn = np.stack([run.draws([name])[name] for name in names], axis=1)
    scaled = drawn / drawn.sum(axis=1, keepdims=True)
    rows = found.central_weights.query("party == 'p'")
    assert rows["count"].sum() == WORLDS
    assert rows["count"].is_monotonic_decreasing
    for row in rows.to_dict("records"):
        best = [rank_of(world.utilities[0], row["package"], possible(run)) == 1 for world in told]
        assert row["count"] == sum(best) > 0
        mean = [row[f"weight_{issue}"] for issue in run.case.issues]
        assert mean == pytest.approx(scaled[best].mean(axis=0))


def test_regret(found, told, run):
    for place, (_, rows) in enumerate(found.regret.set_index("package").groupby("party", sort=False)):
        for package in possible(run):
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


def test_the_shortlist_is_of_what_is_not_clearly_worse(found, told, run):
    has = {package: np.array([package in world.zopa for world in told]) for package in possible(run)}
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


def test_a_world_without_a_zopa_ended_so_and_no_other(told, run):
    empty = np.array([not world.zopa for world in told])
    assert np.array_equal(run.table["ending"] == "NO_ZOPA", empty & (run.table["ending"] != "AGREED"))
    assert np.count_nonzero(run.table["ending"] == "NO_ZOPA") > 0


def test_the_zopa_is_that_of_the_endings():
    run = sim.run("2025-08-21", worlds=300, seed=4)
    found = Acceptances(run.case, positions(run.case))
    zopa = np.concatenate([found.add(part) for part in last_rounds(run)])
    assert np.array_equal(~zopa.any(axis=1), run.table["ending"] == "NO_ZOPA")
    agreed = run.table[run.table["ending"] == "AGREED"]
    assert zopa[agreed["world"], agreed["package"]].all()


def test_larger_coalitions_accept_no_more(found):
    counts = {
        frozenset(name.split(" + ")): rows["count"].to_numpy()
        for name, rows in found.coalitions.groupby("coalition")
    }
    for one, other in combinations(sorted(counts, key=len), 2):
        if one < other:
            assert (counts[one] >= counts[other]).all()


@pytest.mark.parametrize("batch", [1, 7, 64])
def test_the_batches_change_nothing(run, found, batch):
    other = acceptability(run, within=WITHIN, batch=batch)
    assert np.array_equal(other.rank_acceptability, found.rank_acceptability)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(other, name), getattr(found, name), check_exact=True)


def test_it_says_where_it_comes_from(run):
    found = acceptability(run, worlds=20, within=0.25)
    for name in TABLES:
        assert getattr(found, name).attrs["worlds"] == found.worlds == 20
    assert found.regret.attrs["within"] == 0.25
    assert not found.coalitions.attrs["cut"]


def test_every_problem_is_told_at_once(run):
    with pytest.raises(InputError) as raised:
        acceptability(run, worlds=WORLDS + 1, within=-1.0)
    assert "expected 1 to 120" in str(raised.value)
    assert "expected 0 or more" in str(raised.value)


def test_too_many_packages_are_refused():
    issues = {f"i{issue}": "a b c d" for issue in range(7)}
    run = sim.run(a_scenario(issues, {"p": {}}), worlds=1, seed=1)
    with pytest.raises(InputError, match="16,384 packages are too many to rank for 1 parties"):
        acceptability(run)


def test_coalitions_of_too_many_are_left_out():
    run = sim.run(a_scenario({"x": "a b"}, {f"p{party}": {} for party in range(9)}), worlds=3, seed=1)
    found = acceptability(run)
    assert found.coalitions.attrs["cut"]
    assert found.coalitions.empty
    assert found.packages["count"].tolist() == [3, 3]


def test_nothing_is_robust_where_nothing_is_acceptable():
    run = sim.run(a_scenario({"x": "a b"}, {"p": {"no_deal": {"value": 2}}}), worlds=3, seed=1)
    found = acceptability(run)
    assert found.shortlist.empty
    assert (found.regret[["mean", "max"]] == 0).all(axis=None)


def test_regret_beyond_one_is_told_by_its_most():
    telling = {"no_deal": {"value": -3}, "red_lines": {"l": {"forbid": {"x": "b"}}}}
    run = sim.run(a_scenario({"x": "a b"}, {"p": telling}), worlds=3, seed=1)
    found = by_package(acceptability(run).regret)
    assert found["p90"].tolist() == [0.0, found["max"].iloc[1]]
    assert found["max"].iloc[1] >= 3


@pytest.fixture(scope="module")
def smaa():
    """Look at three packages worth (1, 0), (0, 1) and (0.6, 0.6) on two issues, weighing 1 and b.

    b is uniform from 0 to 2. With w = 1 / (1 + b) the first is best where w > 0.6, so b < 2/3; the second
    where w < 0.4, so b > 3/2. The third is never last, since 0.6 is above one half.
    """
    scores = {"c": 1, "d": 0, "e": 0.6}
    wants = {"weights": {"x": 1, "y": [0, 2]}, "scores": {"x": scores, "y": scores}}
    others = [("c", "c"), ("c", "e"), ("d", "d"), ("d", "e"), ("e", "c"), ("e", "d")]
    case = a_scenario(
        {"x": "c d e", "y": "c d e"},
        {"p": {"preferences": wants}},
        rules=[{"forbid": {"x": x, "y": y}, "because": "It is not offered."} for x, y in others],
        ensemble={"design": "latin_hypercube"},
    )
    return acceptability(sim.run(case, worlds=6000, seed=1))


FIRST, SECOND, THIRD = 1, 3, 8


def test_rank_acceptability_of_three_packages_by_hand(smaa):
    shares = smaa.rank_acceptability[0, [FIRST, SECOND, THIRD]]
    first = [1 / 3, 1 / 2 - 1 / 3, 1 / 2]  # it is worth more than the second where b < 1
    second = [1 / 4, 1 / 2 - 1 / 4, 1 / 2]
    third = [5 / 12, 7 / 12, 0]
    assert shares.tolist() == [pytest.approx(each, abs=2 / 6000) for each in (first, second, third)]


@pytest.mark.parametrize(
    ("package", "weight"),
    [
        (FIRST, log(5 / 3) / (2 / 3)),
        (SECOND, log(3 / 2.5) / (1 / 2)),
        (THIRD, log(2.5 / (5 / 3)) / (5 / 6)),
    ],
)
def test_central_weights_of_three_packages_by_hand(smaa, package, weight):
    """They are the mean of 1 / (1 + b) over those b."""
    row = by_package(smaa.central_weights).loc[package]
    assert row["weight_x"] == pytest.approx(weight, abs=1e-3)
    assert row["weight_x"] + row["weight_y"] == pytest.approx(1)
