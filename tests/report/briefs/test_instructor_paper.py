"""The instructor's paper: its tables hold the numbers, and its questions what is so in this world."""

import re

import pytest
from builders import a_scenario

import sim
from sim.analysis.briefing import briefing
from sim.report.briefs import brief
from sim.report.briefs.naming import Naming
from sim.report.briefs.questions import questions

SEED = 20250821


def asked(case, seed=1, world=0):
    found = briefing(case, seed, world, worlds=3)
    return questions(found, Naming(found))


def rows_of(text, caption):
    """Return the rows of a table of a Markdown paper."""
    table = text.partition(f"\n{caption}")[2].partition("\n\n")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]


def test_packages_that_can_be_signed_are_worth_what_the_points_add_up_to(august):
    text = august.pages("md")["instructor.md"]
    points = {row[0]: row[1:] for row in rows_of(text, "Points of each option") if "**" not in row[0]}
    common = re.search(r"All packages of the list say: (.*)\.", text)[1]
    listed = rows_of(text, "Packages that every party")
    assert len(listed) == august.found.room.acceptable.sum()
    for _, says, *worth in listed:
        options = f"{common}; {says}".split("; ")
        for party, told in enumerate(worth):
            assert float(told.strip("()")) == pytest.approx(sum(float(points[o][party]) for o in options))
            assert float(told.strip("()")) >= (
                0 if points["Needed"][party] == "any package" else float(points["Needed"][party])
            )


def test_it_tells_what_the_simulator_did_and_in_how_many_worlds(august):
    text = august.pages("md")["instructor.md"]
    agreed = next(iter(august.found.endings.values()))
    assert f"In {agreed} of 20 worlds" in text
    assert f"In round {august.found.watched.round} they agree on package 1" in text
    assert "```text\nsim brief 2025-08-21 --seed 20250821 --world 0\n" in text


def test_without_a_zopa_it_says_why():
    papers = brief("2025-08-21", seed=SEED, world=1, worlds=1)
    text = papers.pages("md")["instructor.md"]
    for reason in papers.found.watched.reasons:
        assert reason in text
    assert "There are none: no package leaves every party" in text
    conflict = "No package could be signed by all who had to. No package satisfies "
    assert [one for one in papers.questions if one.startswith(conflict)]


def test_bluff_is_asked_about_and_what_is_real_is_not():
    lines = {
        "real": {"forbid": {"x": "u"}, "firmness": 1},
        "bluff": {"forbid": {"x": "v"}, "firmness": 0},
        "soft": {"forbid": {"x": "u"}, "firmness": 1, "softens": {"round": 2}},
    }
    told = asked(a_scenario({"x": "u v w"}, {"a": {"red_lines": lines}, "b": {}}))
    assert [one for one in told if "A's line bluff was bluff" in one]
    assert [one for one in told if one.startswith("From round 2 on A's line soft was no longer real")]
    assert not [one for one in told if "line real" in one]
    assert [one for one in told if "cross a line that somebody stated" in one]


def wanting(weights, x, y):
    scores = {"x": {x: 1}, "y": {y: 1}}
    return {"preferences": {"weights": dict(zip("xy", weights, strict=True)), "scores": scores}}


def test_a_trade_is_asked_about_where_stakes_differ_and_wishes_clash():
    case = a_scenario(
        {"x": "u v", "y": "u v"}, {"a": wanting((3, 1), "u", "u"), "b": wanting((1, 3), "v", "v")}
    )
    (trade,) = [one for one in asked(case) if "trade one for the other" in one]
    assert trade.startswith('On "x?" A has 75.0 points at stake and B 25.0; on "y?" it is 25.0 against 75.0')


def test_a_common_interest_is_asked_about():
    case = a_scenario(
        {"x": "u v", "y": "u v"}, {"a": wanting((3, 1), "u", "u"), "b": wanting((1, 3), "u", "v")}
    )
    told = asked(case)
    assert [one for one in told if one.startswith('On "x?" all who care like "U" best.')]
    assert not [one for one in told if "trade one for the other" in one]


def test_who_has_no_say_is_asked_about():
    parties = {
        "a": wanting((1, 1), "u", "u"),
        "b": {**wanting((1, 1), "v", "v"), "consent": {"when": {"x": "v"}}, "no_deal": {"value": 0.4}},
    }
    told = asked(a_scenario({"x": "u v", "y": "u v"}, parties))
    assert [one for one in told if one.startswith("The consent of B is not needed for package 1")]


def test_something_better_for_all_than_the_simulators_agreement_is_asked_about():
    case = sim.load("2025-08-21")
    for world in range(40):
        found = briefing(case, SEED, world, worlds=1)
        package = found.watched.package
        told = [one for one in questions(found, Naming(found)) if "as well or better" in one]
        if package is not None and not found.room.efficient[package]:
            assert told
            return
        assert not told or package is not None
    pytest.fail("no agreement that could be bettered")
