"""Ranks and central weights, told a second time world by world, and by hand."""

from math import log

import numpy as np
import pytest
from builders import a_scenario
from mixed_case import WORLDS, by_package, possible

import sim
from sim.analysis.acceptability import acceptability


def test_ranks(found, told, run):
    for place, (_, rows) in enumerate(found.ranks.set_index("package").groupby("party", sort=False)):
        for package in possible(run.case):
            ranks = [rank_of(world.utilities[place], package, possible(run.case)) for world in told]
            shares = np.bincount(ranks, minlength=len(possible(run.case)) + 1)[1:] / WORLDS
            assert found.rank_acceptability[place, package].tolist() == pytest.approx(shares.tolist())
            assert rows.loc[package, "first"] == pytest.approx(shares[0])
            assert rows.loc[package, "top5"] == pytest.approx(shares[:5].sum())
            assert rows.loc[package, "mean_rank"] == pytest.approx(np.mean(ranks))


def rank_of(utilities, package, among):
    return 1 + sum(utilities[other] > utilities[package] + 1e-12 for other in among)


def test_ranks_add_up(found, run):
    every = found.rank_acceptability
    assert every[:, possible(run.case)].sum(axis=2) == pytest.approx(1)
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
        best = [rank_of(world.utilities[0], row["package"], possible(run.case)) == 1 for world in told]
        assert row["count"] == sum(best) > 0
        mean = [row[f"weight_{issue}"] for issue in run.case.issues]
        assert mean == pytest.approx(scaled[best].mean(axis=0))


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
