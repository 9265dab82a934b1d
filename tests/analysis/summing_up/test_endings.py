"""Shares of endings and agreements, counted by hand."""

import numpy as np
import pytest
from builders import a_run, a_scenario

from sim.analysis.summing_up.endings import agreements, endings, outcome_distribution

NINE = a_scenario({"x": " ".join(f"o{n}" for n in range(9))}, {"a": {}})
NOBODY = ("DEADLINE", -1, 40, [0.5], "")


def agreed(*packages):
    return [("AGREED", package, 1, [0.5], "") for package in packages]


RUN = a_run(NINE, *agreed(3, 5, 3, 1, 5, 3), NOBODY, ("NO_ZOPA", -1, 40, [0.5], "a.no_deal"))


def test_endings_are_all_listed_and_counted():
    table = endings(RUN)
    assert table["ending"].tolist() == ["AGREED", "DEADLINE", "NO_ZOPA", "WALKED_OUT"]
    assert table["count"].tolist() == [6, 1, 1, 0]
    assert table["share"].tolist() == [0.75, 0.125, 0.125, 0]
    assert table["label"].str.startswith(("A deal", "No deal")).all()


def test_intervals_lie_around_the_shares():
    table = endings(RUN)
    assert (table["low"] <= table["share"]).all()
    assert (table["share"] < table["high"]).all()
    assert table["high"].iloc[3] == pytest.approx(0.3244, abs=1e-4)  # none of 8: z^2 / (8 + z^2)


def test_agreements_are_listed_most_frequent_first():
    table = agreements(RUN)
    assert table["package"].tolist() == [3, 5, 1]
    assert table["label"].tolist() == ["O3", "O5", "O1"]
    assert table["count"].tolist() == [3, 2, 1]
    assert table["share"].tolist() == [0.375, 0.25, 0.125]  # of all worlds, not of the agreements


def test_equally_frequent_agreements_are_listed_in_index_order():
    assert agreements(a_run(NINE, *agreed(7, 2, 4))).package.tolist() == [2, 4, 7]


def test_agreements_add_up_to_the_share_of_deals():
    assert agreements(RUN)["count"].sum() == endings(RUN)["count"].iloc[0]


def test_the_distribution_shows_endings_then_agreements():
    table = outcome_distribution(RUN)
    assert list(table.columns) == ["kind", "ending", "label", "count", "share", "low", "high"]
    assert table["kind"].tolist() == ["ending"] * 4 + ["agreement"] * 3
    assert table["count"].tolist() == [6, 1, 1, 0, 3, 2, 1]


def test_the_distribution_puts_rare_agreements_together():
    run = a_run(NINE, *agreed(0, 0, 1, 1, 2, 3, 4, 5, 6, 7), *[NOBODY] * 10)
    shown = outcome_distribution(run)
    deals = shown[shown["kind"] == "agreement"]
    assert deals["label"].tolist() == ["O0", "O1", "O2", "O3", "O4", "O5", "2 other packages"]
    assert deals["count"].tolist() == [2, 2, 1, 1, 1, 1, 2]
    assert deals["share"].sum() == pytest.approx(0.5)
    assert np.allclose(deals[["low", "high"]].iloc[0], deals[["low", "high"]].iloc[6])


def test_one_rare_agreement_is_one_other_package():
    run = a_run(NINE, *agreed(0, 1, 2))
    assert outcome_distribution(run, most=2)["label"].iloc[-1] == "1 other package"
