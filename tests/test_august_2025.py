"""The August 2025 case says what its article says, and no more."""

from datetime import date

import numpy as np
import pytest

import sim
from sim.compatibility import bits, positions

REPORTED = {
    "no-foreign-troops": ("russia", "quoted", date(2025, 8, 21)),
    "not-without-russia": ("russia", "reported", date(2025, 8, 21)),
    "assurances-must-bind": ("ukraine", "reported", date(2025, 8, 21)),
    "membership-not-in-package": ("france", "reported", date(2025, 8, 18)),
    "a-strong-army": ("france", "reported", date(2025, 8, 18)),
    "no-us-ground-troops": ("us", "reported", date(2025, 8, 19)),
}
INFERRED = {
    "no-nato-for-ukraine": ("russia", "inferred", date(2025, 8, 21)),
    "not-weak-and-alone": ("ukraine", "inferred", date(2025, 8, 21)),
    "uk-stands-by-coalition": ("uk", "inferred", date(2025, 8, 18)),
    "coalition-keeps-its-word": ("coalition", "inferred", date(2025, 8, 18)),
}
COMMITMENTS = ("uk-stands-by-coalition", "coalition-keeps-its-word")
SAFE = {
    "nato_membership": "none", "foreign_troops": "none", "us_role": "air_support", "ukrainian_army": "strong",
    "commitment": "binding", "russian_role": "consulted",
}  # fmt: skip
LITTLE = {"commitment": "political", "us_role": "none", "ukrainian_army": "limited"}


@pytest.fixture(scope="module")
def case():
    return sim.load("2025-08-21")


@pytest.fixture(scope="module")
def answer(case):
    return sim.check(case)


@pytest.fixture(scope="module")
def public(case):
    return positions(case)


def test_the_parties(case):
    assert list(case.parties) == ["russia", "ukraine", "france", "uk", "us", "coalition"]


def test_the_issues(case):
    assert {name: issue.ids for name, issue in case.issues.items()} == {
        "nato_membership": ("none", "left_open", "membership"),
        "foreign_troops": ("none", "franco_british", "multinational"),
        "us_role": ("none", "air_support", "ground_troops"),
        "ukrainian_army": ("limited", "strong"),
        "commitment": ("political", "binding"),
        "russian_role": ("none", "consulted", "guarantor"),
    }


def test_the_named_packages(case):
    named = [
        "reassurance-force",
        "british-french",
        "air-shield",
        "strong-army",
        "istanbul-2022",
        "nato-membership",
    ]
    assert list(case.packages) == named


def test_the_rule_leaves_out_american_ground_troops_among_no_foreign_ones(case, answer):
    assert answer.packages_total == 3 * 3 * 3 * 2 * 2 * 3 == 324
    left_out = 324 // 9  # one option in three on each of two issues
    assert answer.packages_possible == 324 - left_out == 288
    assert not case.space.possible[case.space.index(SAFE | {"us_role": "ground_troops"})]


def test_every_red_line_rests_on_its_statement(case):
    found = {}
    for line, (party, _) in case.red_lines.items():
        statement = case.statement_of(line)
        assert statement.party == party
        found[line] = (party, statement.kind, statement.date)
    assert found == REPORTED | INFERRED


def test_who_said_it(case):
    speakers = {line: case.statement_of(line).speaker.split(",")[0] for line in REPORTED}
    assert speakers == {
        "no-foreign-troops": "Sergey Lavrov",
        "not-without-russia": "Sergey Lavrov",
        "assurances-must-bind": "Volodymyr Zelensky",
        "membership-not-in-package": "Emmanuel Macron",
        "a-strong-army": "Emmanuel Macron",
        "no-us-ground-troops": "Donald Trump",
    }


def test_no_statement_is_younger_than_the_case(case):
    assert case.as_of == date(2025, 8, 21)
    assert max(statement.date for statement in case.statements.values()) == case.as_of


def test_every_statement_carries_a_line(case):
    assert {line.statement for _, line in case.red_lines.values()} == set(case.statements)


def test_the_uk_said_nothing_of_its_own(case):
    kinds = [statement.kind for statement in case.statements.values() if statement.party == "uk"]
    assert kinds == ["inferred"]
    assert "No statement of its own" in case.statement_of("uk-stands-by-coalition").speaker


def test_what_is_inferred_is_softer_than_what_was_said(case):
    firmness = {line: told.firmness.bounds for line, (_, told) in case.red_lines.items()}
    assert max(firmness[line][1] for line in INFERRED) < min(firmness[line][0] for line in REPORTED)


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({}, ()),
        ({"foreign_troops": "franco_british"}, ("no-foreign-troops",)),
        ({"foreign_troops": "multinational"}, ("no-foreign-troops",)),
        ({"russian_role": "none"}, ("not-without-russia",)),
        ({"russian_role": "guarantor"}, ()),
        ({"commitment": "political"}, ("assurances-must-bind",)),
        ({"nato_membership": "left_open"}, ()),
        (
            {"nato_membership": "membership"},
            ("no-nato-for-ukraine", "membership-not-in-package", *COMMITMENTS),
        ),
        ({"ukrainian_army": "limited"}, ("a-strong-army", *COMMITMENTS)),
        (
            {"ukrainian_army": "limited", "us_role": "none"},
            ("not-weak-and-alone", "a-strong-army", *COMMITMENTS),
        ),
        (
            {"foreign_troops": "multinational", "us_role": "ground_troops"},
            ("no-foreign-troops", "no-us-ground-troops"),
        ),
    ],
)
def test_which_lines_a_package_crosses(case, public, changes, lines):
    assert bits.names(public.crossing[case.space.index(SAFE | changes)], public.lines) == lines


def test_some_package_is_compatible_and_none_with_what_was_ruled_out(case, answer):
    packages = [case.space.package(index) for index in answer.compatible]
    assert packages
    for package in packages:
        assert package["foreign_troops"] == "none"
        assert package["us_role"] != "ground_troops"
        assert package["nato_membership"] != "membership"


def test_the_compatible_packages_are_those_counted_by_hand(case, answer):
    # no membership (2 of 3), no troops, no US ground troops (2), a strong army, binding, with Russia (2)
    assert len(answer.compatible) == 2 * 1 * 2 * 1 * 1 * 2 == 8
    assert case.space.index(SAFE) in answer.compatible


def test_the_reassurance_force_crosses_russias_line_and_no_other_partys(answer):
    rows = [row for row in answer.as_dict()["table"] if row["package"] == "reassurance-force"]
    assert {row["party"]: row["crosses"] for row in rows if row["crosses"]} == {
        "russia": ["no-foreign-troops"]
    }
    assert {row["party"] for row in rows if row["ok"]} == {"ukraine", "france", "uk", "us", "coalition"}


def test_the_verdicts_on_the_named_packages(answer):
    crosses = {}
    for row in answer.as_dict()["table"]:
        crosses.setdefault(row["package"], []).extend(row["crosses"])
    assert crosses == {
        "reassurance-force": ["no-foreign-troops"],
        "british-french": ["no-foreign-troops"],
        "air-shield": [],
        "strong-army": [],
        "istanbul-2022": [],
        "nato-membership": ["no-nato-for-ukraine", "membership-not-in-package", *COMMITMENTS],
    }


def test_all_lines_can_be_held_together(answer):
    assert answer.conflicts == ()


@pytest.mark.parametrize(
    ("changes", "needed"),
    [
        (LITTLE, "russia ukraine"),
        (LITTLE | {"ukrainian_army": "strong"}, "russia ukraine coalition"),
        (LITTLE | {"commitment": "binding"}, "russia ukraine france uk coalition"),
        (LITTLE | {"us_role": "air_support"}, "russia ukraine us"),
        (LITTLE | {"foreign_troops": "franco_british"}, "russia ukraine france uk"),
        (LITTLE | {"foreign_troops": "multinational"}, "russia ukraine france uk coalition"),
        (LITTLE | {"nato_membership": "membership"}, "russia ukraine france uk us"),
    ],
)
def test_who_signs_what(case, public, changes, needed):
    consent = public.consent[:, case.space.index(SAFE | changes)]
    assert [party for party, signs in zip(case.parties, consent, strict=True) if signs] == needed.split()


def test_every_judgement_says_why(case):
    for party in case.parties.values():
        assert party.preferences.because
        assert party.no_deal.because


def test_weights_and_scores_cover_every_issue_and_option(case):
    for party in case.parties.values():
        assert list(party.preferences.weights) == list(case.issues)
        covered = {issue: tuple(scores) for issue, scores in party.preferences.scores.items()}
        assert covered == {name: issue.ids for name, issue in case.issues.items()}


def test_everybody_but_russia_would_rather_have_a_strong_army(case):
    model = sim.Negotiation(case, worlds=50, rng=1)
    strong, limited = case.space.index(SAFE), case.space.index(SAFE | {"ukrainian_army": "limited"})
    gain = model.worlds.utilities[:, :, strong] - model.worlds.utilities[:, :, limited]
    assert np.array_equal(gain > 0, np.tile(np.arange(6) > 0, (50, 1)))


def test_no_deal_crosses_a_line_held_by_a_party_that_signs_it(case, public):
    model = sim.Negotiation(case, worlds=60, rng=1)
    outcomes = model.play()
    agreed = [(row, package) for row, package in enumerate(outcomes.package) if package >= 0]
    assert agreed
    for row, package in agreed:
        held = model.worlds.held_at(int(outcomes.round[row]))[row]
        for line in bits.names(public.crossing[package] & held, public.lines):
            party, _ = case.red_lines[line]
            assert not public.consent[public.parties.index(party), package], (row, line)
