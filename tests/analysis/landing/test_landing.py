"""Where agreements land, told a second time world by world."""

from math import dist

import numpy as np
import pandas as pd
import pytest
from builders import a_run, a_scenario
from mixed_case import a_mixed_case, plain_worlds

import sim
from sim.analysis.landing import landing
from sim.solutions import CONCEPTS

WORLDS, SEED = 150, 3
NOTHING = ("DEADLINE", -1, 4, [0.5, 0.5], "")


@pytest.fixture(scope="module")
def run():
    return sim.run(a_mixed_case(), worlds=WORLDS, seed=SEED)


@pytest.fixture(scope="module")
def landed(run):
    return landing(run)


@pytest.fixture(scope="module")
def told(run):
    """Tell each world: what was agreed, what may be picked, and what each concept picks of it."""
    seats = [list(run.case.parties).index(party) for party in run.case.at_the_table]
    worlds = []
    for agreed, plain in zip(run.table["package"], plain_worlds(run.case, SEED, WORLDS), strict=True):
        worth = np.array(plain.utilities)[seats]
        least = np.array(plain.reservation_values)[seats]
        among = np.array([package in plain.unblocked for package in range(run.case.space.size)])
        allowed = {k for k in plain.unblocked if (worth[:, k] >= least).all()}
        points = {name: int(concept(worth, least, among)) for name, concept in CONCEPTS.items()}
        worlds.append((int(agreed), worth, allowed, points))
    return worlds


def test_it_counts_what_the_worlds_say(landed, told):
    agreed = [world for world in told if world[0] >= 0]
    for row in landed.concepts.to_dict("records"):
        compared = [(a, worth, points[row["concept"]]) for a, worth, _, points in agreed]
        compared = [(worth[:, a], worth[:, point]) for a, worth, point in compared if point >= 0]
        assert row["worlds_agreed"] == len(agreed)
        assert row["not_among"] == sum(a not in allowed for a, _, allowed, _ in agreed)
        assert row["no_point"] == len(agreed) - len(compared)
        assert row["worlds_compared"] == len(compared)
        assert row["count"] == sum(np.allclose(a, point, atol=1e-12, rtol=0) for a, point in compared)
        distances = [dist(a, point) for a, point in compared]
        assert row["distance_mean"] == pytest.approx(np.mean(distances))
        assert row["distance_p95"] == pytest.approx(np.quantile(distances, 0.95))
    assert (landed.concepts["not_among"] > 0).all()
    assert (landed.concepts["no_point"] > 0).all()


def test_it_tells_who_has_more_and_who_has_less(landed, told, run):
    assert landed.parties["party"].tolist() == ["p", "q", "s"] * len(CONCEPTS)
    for row in landed.parties.to_dict("records"):
        place = run.case.at_the_table.index(row["party"])
        gaps = np.array(
            [
                worth[place, agreed] - worth[place, points[row["concept"]]]
                for agreed, worth, _, points in told
                if agreed >= 0 and points[row["concept"]] >= 0
            ]
        )
        assert row["difference"] == pytest.approx(gaps.mean())
        assert row["better"] == pytest.approx((gaps > 1e-12).mean())
        assert row["worse"] == pytest.approx((gaps < -1e-12).mean())


def test_picks_are_of_all_worlds(landed, told):
    for concept, rows in landed.picks.groupby("concept", sort=False):
        counts = dict(zip(rows["package"], rows["count"], strict=True))
        picked = [points[concept] for *_, points in told]
        assert counts == {package: picked.count(package) for package in set(picked)}
        assert sum(counts.values()) == WORLDS
        assert rows["count"].is_monotonic_decreasing


def test_the_batches_change_nothing(run, landed):
    for batch in (1, 7, 64):
        other = landing(run, batch=batch)
        for name in ("concepts", "parties", "picks", "efficient"):
            pd.testing.assert_frame_equal(getattr(other, name), getattr(landed, name), check_exact=True)


def test_it_says_where_it_comes_from(landed, run):
    for name in ("concepts", "parties", "picks", "efficient"):
        assert getattr(landed, name).attrs["seed"] == SEED


def test_without_agreements_there_is_nothing_to_compare():
    case = a_scenario({"x": "u v"}, {"a": {}, "b": {}})
    landed = landing(a_run(case, NOTHING, NOTHING))
    assert (landed.concepts["worlds_compared"] == 0).all()
    assert landed.concepts[["share", "distance_mean", "distance_p95"]].isna().all(axis=None)
    assert landed.parties[["difference", "better", "worse"]].isna().all(axis=None)
    assert landed.picks["share"].tolist() == [1.0] * len(CONCEPTS)


def test_with_nobody_at_the_table_there_is_no_point():
    run = sim.run(a_scenario({"x": "u v"}, {"a": {"consent": "never"}}), worlds=3, seed=1)
    assert landing(run).picks["package"].tolist() == [-1] * len(CONCEPTS)
