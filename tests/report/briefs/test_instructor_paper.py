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
    assert [one for one in told if 'A\'s line bluff (no package with "V") was bluff.' in one]
    assert [one for one in told if "a line was no longer real: A's line soft from round 2 on. How" in one]
    assert not [one for one in told if "line real" in one]
    assert [one for one in told if one.startswith("A line that somebody stated is crossed by ")]


def test_several_lines_are_asked_about_in_one_question():
    bluff = {"forbid": {"x": "v"}, "firmness": 0}
    soft = {"forbid": {"x": "u"}, "firmness": 1, "softens": {"round": 2}}
    parties = {party: {"red_lines": {f"{party}-b": bluff, f"{party}-s": soft}} for party in "ab"}
    told = asked(a_scenario({"x": "u v w"}, parties))
    (bluffs,) = [one for one in told if "bluff" in one]
    assert "2 red lines were bluff: A's line a-b (no package with \"V\"); B's line b-b (no p" in bluffs
    (gave_way,) = [one for one in told if "lines were no longer real" in one]
    assert "A's line a-s from round 2 on and B's line b-s from round 2 on" in gave_way


def test_a_single_package_is_spoken_of_as_one():
    lines = {
        "bluff": {"forbid": {"x": "u"}, "firmness": 0},
        "real": {"forbid": {"x": "v"}, "firmness": 1},
    }
    found = brief(a_scenario({"x": "u v"}, {"a": {"red_lines": lines}, "b": {}}), worlds=1)
    text, told = found.pages("md")["instructor.md"], " ".join(found.questions)
    assert "- 1 of 2 packages can be signed by every party whose consent it needs.\n" in text
    assert "- 1 of 2 red lines is real in this classroom. Bluff: bluff.\n" in text
    assert "1 of 2 packages could be signed by all whose consent it needs. Is it what you agreed?" in told
    assert "A line that somebody stated is crossed by package 1 (U). Could you have found it" in told


def test_several_that_cross_a_line_are_counted():
    lines = {"bluff": {"require": {"x": "u"}, "firmness": 0}}
    told = asked(a_scenario({"x": "u v w"}, {"a": {"red_lines": lines}, "b": {}}))
    assert [one for one in told if one.startswith("2 of these cross a line that somebody stated, such as ")]


def test_it_says_to_keep_the_seed_and_when_everybody_knows_it():
    own, known = (
        brief("published/prisoners-dilemma", seed, worlds=1).pages("md")["instructor.md"]
        for seed in (81726354, None)
    )
    assert "Choose a seed of your own, of many figures, and keep it" in own
    assert "the seed that the case itself comes with" in known
    assert "the seed that the case itself comes with" not in own


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
