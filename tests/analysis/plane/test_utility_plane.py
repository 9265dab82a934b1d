"""What lies where in the plane, told a second time."""

from importlib import import_module

import numpy as np
import pandas as pd
import pytest
from builders import a_run, a_scenario
from mixed_case import SEED, a_mixed_case

import sim
from sim.analysis.landing import landing
from sim.analysis.plane import utility_plane
from sim.analysis.plane.mean_worlds import mean_worlds
from sim.errors import InputError
from sim.solutions import is_pareto_efficient

NO_PICKS = pd.DataFrame({"concept": [], "package": []})


@pytest.fixture(scope="module")
def run():
    return sim.run(a_mixed_case(), worlds=60, seed=SEED)


@pytest.fixture(scope="module")
def picks(run):
    return landing(run).picks


def of(table, kind):
    return table[table["kind"] == kind]


def test_packages_lie_at_their_means_and_the_frontier_is_theirs(run, picks):
    table = utility_plane(run, picks)
    means, parties = mean_worlds(run), list(run.case.parties)
    packages = of(table, "package")
    assert packages["package"].tolist() == np.flatnonzero(means.negotiable).tolist()
    places = [parties.index(party) for party in table.attrs["parties"]]
    worth = means.utilities[places].round(12)
    for row in packages.to_dict("records"):
        assert [row["x"], row["y"]] == worth[:, row["package"]].tolist()
        assert row["frontier"] == is_pareto_efficient(worth, row["package"], means.negotiable)
        assert row["count"] == means.zopa[row["package"]]
    assert table.attrs["half"] == (packages["share"] >= 0.5).sum()


def test_no_two_at_the_table_are_more_opposed(run, picks):
    chosen = utility_plane(run, picks).attrs
    table = run.case.at_the_table
    others = [(one, other) for one in table for other in table if one != other]
    assert chosen["parties"] in others
    for pair in others:
        assert utility_plane(run, picks, pair).attrs["correlation"] >= chosen["correlation"]


def test_points_are_what_concepts_pick_most_often(run, picks):
    points = of(utility_plane(run, picks), "point").set_index("name")
    most = picks[picks["package"] >= 0].groupby("concept")["count"].max()
    assert points.loc["Kalai-Smorodinsky", "count"] == most["kalai_smorodinsky"]
    assert len(points) == len(most)


def test_deals_lie_where_they_are_worth_it_in_their_world(run, picks):
    table = utility_plane(run, picks)
    deals, cell = of(table, "deals"), table.attrs["cell"]
    columns = [f"utility_{party}" for party in table.attrs["parties"]]
    worth = run.ended("AGREED", columns)[columns].to_numpy()
    assert deals["count"].sum() == len(worth) == table.attrs["worlds_agreed"] > 0
    assert deals["share"].sum() == pytest.approx(1)
    for row in deals.to_dict("records"):
        near = np.abs(worth - [row["x"], row["y"]]).max(axis=1) <= cell / 2 + 1e-12
        assert near.sum() >= row["count"]


def test_no_deal_has_its_spread_in_the_last_round(run, picks):
    table = utility_plane(run, picks, ("p", "q"))
    least = mean_worlds(run).reservation_values
    no_deal = of(table, "no deal").set_index("name")
    assert no_deal.loc["median", "x"] == pytest.approx(np.median(least[:, 0]))
    assert no_deal.loc["p95", "y"] == pytest.approx(np.quantile(least[:, 1], 0.95))


def test_of_many_packages_a_sample_is_listed(run, picks, monkeypatch):
    every = of(utility_plane(run, picks), "package")
    monkeypatch.setattr(import_module("sim.analysis.plane.utility_plane"), "MOST_PACKAGES", 8)
    table = utility_plane(run, picks)
    some = of(table, "package")
    assert len(some) < len(every) == table.attrs["packages"]
    assert set(of(table, "point")["package"]) <= set(some["package"])
    assert some["count"].max() == every["count"].max()


@pytest.mark.parametrize(
    ("parties", "messages"),
    [(("p", "nobody"), ["unknown party 'nobody'"]), (("p", "p"), ["party 'p' stands for both axes"])],
)
def test_parties_that_are_no_two_are_refused(run, picks, parties, messages):
    with pytest.raises(InputError) as caught:
        utility_plane(run, picks, parties)
    assert [p.message.split(",")[0] for p in caught.value.problems] == messages


def test_one_party_has_no_plane():
    run = a_run(a_scenario({"x": "u v"}, {"a": {}}), ("DEADLINE", -1, 4, [0.5], ""))
    table = utility_plane(run, NO_PICKS)
    assert table.empty
    assert table.attrs["parties"] == ()


def test_an_order_is_told():
    run = sim.run("published/prisoners-dilemma", worlds=5, seed=1)
    table = utility_plane(run, landing(run).picks)
    assert table.attrs["orders"] == ("First prisoner", "Second prisoner")
    assert table.attrs["correlation"] == pytest.approx(-0.8)


def test_russia_and_ukraine_are_most_opposed_in_august():
    run = sim.run("2025-08-21", worlds=40, seed=1)
    assert utility_plane(run, NO_PICKS).attrs["parties"] == ("russia", "ukraine")
