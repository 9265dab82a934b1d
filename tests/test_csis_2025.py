"""The CSIS peace agreement simulator as a scenario: its figures, and what follows from them.

What should follow is counted here in whole numbers, from CSIS's figures alone: half-points of score above
or below a threshold, added up over the chosen items.
"""

import csv

import numpy as np
import pytest

import sim
from sim.compatibility import positions
from sim.worlds import draw

THRESHOLDS = {"ukraine": 5, "russia": 6.5, "us": 3, "europe": 4}
ITEMS = [
    "kursk_returned", "russia_keeps_all", "russia_keeps_south", "annexations_recognised", "nato_renounced",
    "nato_joined", "western_pacts", "army_limited", "arms_industry", "army_nato_standard", "peacekeepers",
    "sanctions_eased", "sanctions_kept", "assets_returned", "assets_rebuild", "gas_transit",
    "resource_access", "war_crimes", "people_returned", "elections_first",
]  # fmt: skip
LINES = {
    "no-recognised-annexations": ("ukraine", "annexations_recognised"),
    "no-limited-army": ("ukraine", "army_limited"),
    "no-nato-accession": ("russia", "nato_joined"),
    "no-account-for-war-crimes": ("russia", "war_crimes"),
}
POINTS = 128  # to one unit of utility
EMPTY = 0  # the index of the draft that chooses nothing
CHOSEN = (np.arange(2**20, dtype=np.int32)[:, None] >> np.arange(19, -1, -1, dtype=np.int32) & 1).astype(
    np.int8
)
"""Packages x items, in index order: the last item changes fastest."""


@pytest.fixture(scope="module")
def rows(reference):
    with (reference / "csis-simulator.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def half_points(rows):
    """For each party, how far the chosen items of each package lie above its threshold, in half-points."""
    above = {party: [round(2 * (int(row[party]) - t)) for row in rows] for party, t in THRESHOLDS.items()}
    return np.array([CHOSEN @ np.array(items, dtype=np.int32) for items in above.values()])


@pytest.fixture(scope="module")
def possible(rows):
    left = np.ones(len(CHOSEN), dtype=bool)
    for place, row in enumerate(rows):
        if row["excludes"]:
            left &= (CHOSEN[:, place] & CHOSEN[:, int(row["excludes"]) - 1]) == 0
    return left


@pytest.fixture(scope="module")
def drafts(possible):
    return possible & CHOSEN.any(axis=1)


@pytest.fixture(scope="module")
def accepted(drafts, half_points):
    return drafts & (half_points >= 0).all(axis=0)


@pytest.fixture(scope="module")
def lowest(rows):
    """Mark the packages with an item that Ukraine or Russia scores 2 or less."""
    items = [place for place, row in enumerate(rows) if min(int(row["ukraine"]), int(row["russia"])) <= 2]
    return CHOSEN[:, items].any(axis=1)


@pytest.fixture(scope="module")
def case():
    return sim.load("published/csis-2025-03")


@pytest.fixture(scope="module")
def with_lines():
    return sim.load("published/csis-2025-03-red-lines")


@pytest.fixture(scope="module")
def world(case):
    return draw(case, seed=1, first=0, worlds=1)


def acceptable(case, world):
    """Mark what every party accepts whose consent is needed, where somebody's is, by the program's arrays."""
    public = positions(case)
    enough = world.utilities[0] >= world.reservation_values[0][:, None]
    return public.possible & (enough | ~public.consent).all(axis=0) & public.consent.any(axis=0)


def test_the_issues_are_the_items_left_out_or_chosen(case):
    assert {name: issue.ids for name, issue in case.issues.items()} == dict.fromkeys(ITEMS, ("no", "yes"))


def test_the_parties_and_what_they_are_asked(case):
    assert list(case.parties) == list(THRESHOLDS)
    for party in case.parties.values():
        assert party.consent.when == dict.fromkeys(ITEMS, ("yes",))


def test_the_rules_are_the_excluded_pairs_each_once(case, rows):
    pairs = {frozenset({row["item"], row["excludes"]}) for row in rows if row["excludes"]}
    named = [frozenset(str(1 + ITEMS.index(item)) for item in rule.forbid) for rule in case.rules]
    assert len(named) == 5
    assert set(named) == pairs
    assert all(options == ("yes",) for rule in case.rules for options in rule.forbid.values())


@pytest.mark.parametrize("party", THRESHOLDS)
def test_the_scores_and_the_threshold_are_those_of_csis(case, rows, party):
    told = case.parties[party]
    weights = {item: weight.value for item, weight in told.preferences.weights.items()}
    assert sum(weights.values()) == 32
    lacking = 0
    for item, row in zip(ITEMS, rows, strict=True):
        scores = {option: score.value for option, score in told.preferences.scores[item].items()}
        assert min(scores.values()) == 0
        above = (scores["yes"] - scores["no"]) * weights[item] / 32 * POINTS
        assert THRESHOLDS[party] + above == int(row[party])
        lacking += max(0, THRESHOLDS[party] - int(row[party]))
    assert told.no_deal.value.value * POINTS == lacking


def test_nothing_is_uncertain(case):
    one, other = (draw(case, seed, 0, 1) for seed in (1, 2))
    assert np.array_equal(one.utilities, other.utilities)
    assert case.ensemble.worlds == 1


def test_how_many_drafts_are_possible_and_accepted_on_average(possible, drafts, accepted):
    assert int(possible.sum()) == 2**10 * 3**5 == 248_832
    assert possible[EMPTY]
    assert int(drafts.sum()) == 248_831
    assert int(accepted.sum()) == 118_136


def test_utilities_are_exact(world, half_points):
    surplus = world.utilities[0] - world.reservation_values[0][:, None]
    assert np.array_equal(surplus * POINTS * 2, half_points)


def test_a_mean_equal_to_the_threshold_reaches_it(world, drafts, half_points):
    boundary = drafts & (half_points == 0)
    assert boundary.sum(axis=1).tolist() == [2164, 6933, 0, 15]
    assert int(boundary.any(axis=0).sum()) == 9112
    on_it = np.broadcast_to(world.reservation_values[0][:, None], boundary.shape)[boundary]
    assert np.array_equal(world.utilities[0][boundary], on_it)


def test_the_program_counts_what_csis_counts(case, world, possible, accepted):
    assert np.array_equal(positions(case).possible, possible)
    assert np.array_equal(acceptable(case, world), accepted)


def test_nobody_has_to_sign_the_empty_draft_and_everybody_any_other(case):
    assert case.space.package(EMPTY) == dict.fromkeys(ITEMS, "no") == case.packages["empty-draft"]
    needed = positions(case).consent
    assert not needed[:, EMPTY].any()
    assert needed[:, EMPTY + 1 :].all()


def test_without_red_lines_none_is_crossed(case):
    assert not case.red_lines
    assert not positions(case).crossing.any()


def test_the_red_lines_are_the_scores_of_2_or_less(with_lines, rows):
    low = {
        (party, item)
        for party in ("ukraine", "russia")
        for item, row in zip(ITEMS, rows, strict=True)
        if int(row[party]) <= 2
    }
    assert set(LINES.values()) == low
    found = {name: (party, dict(line.forbid)) for name, (party, line) in with_lines.red_lines.items()}
    assert found == {name: (party, {item: ("yes",)}) for name, (party, item) in LINES.items()}


def test_the_red_lines_are_our_reading_and_always_held(with_lines):
    for name, (_, line) in with_lines.red_lines.items():
        assert line.firmness.bounds == (1, 1)
        assert with_lines.statement_of(name).kind == "inferred"
        assert "CSIS" in with_lines.statement_of(name).outlet
        assert "by us" in with_lines.statement_of(name).claim


def test_an_eighth_of_the_drafts_cross_no_line(with_lines, accepted, lowest):
    left = int((accepted & ~lowest).sum())
    assert left == 15_295
    assert round(100 * left / int(accepted.sum())) == 13
    world = draw(with_lines, seed=1, first=0, worlds=1)
    assert world.held.all()
    uncrossed = ~positions(with_lines).crossing.any(axis=1)
    assert np.array_equal(uncrossed, ~lowest)
    assert int((acceptable(with_lines, world) & uncrossed).sum()) == left


def test_a_draft_can_please_everybody_on_average_and_cross_a_line_of_either_side(with_lines, accepted):
    draft = with_lines.space.index(with_lines.packages["kursk-annexations-war-crimes"])
    assert accepted[draft]
    crossing = positions(with_lines).crossing[draft]
    assert int(np.bitwise_count(crossing).sum()) == 2
