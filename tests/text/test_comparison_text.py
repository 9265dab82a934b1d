"""A comparison as people read it."""

import pytest
from builders import a_run, a_scenario

import sim
from sim.analysis.comparing.comparison import comparisons
from sim.text.comparison_text import comparison_text

LINE = {"red_lines": {"no-x": {"forbid": {"x": "some"}}}}
LIKES = {"preferences": {"weights": {"x": 1}, "scores": {"x": {"some": 1}}}}
ISSUES = {"x": "none some"}
CASE = a_scenario(ISSUES, {"a": LINE, "b": {"name": "The [b]party[/b]"}}, name="base")
SOFT = a_scenario(ISSUES, {"a": {}, "b": {"name": "The [b]party[/b]"}}, name="[i]soft[/i]", scenario="Talks")
OTHER = a_scenario(ISSUES, {"a": LIKES, "c": {}}, name="other")
DEAL, LATE = ("AGREED", 0, 1, [0.5, 0.75], ""), ("DEADLINE", -1, 40, [0.25, 0.75], "")
NO_ZOPA = ("NO_ZOPA", -1, 40, [0.25, 0.75], "no-x")
A = a_run(CASE, DEAL, NO_ZOPA, NO_ZOPA, LATE, DEAL)
B = a_run(SOFT, DEAL, DEAL, DEAL, LATE, LATE)


def told(*others, base=A):
    return comparison_text(comparisons(base, others))


def test_sentences_come_first(flowing):
    text = flowing(told(B))
    assert text.startswith(
        "Test | Talks [i]soft[/i] compared with base: 5 pairs of worlds, seed 1, version 0.0 "
        "Agreement in 40.0% of worlds, 60.0% with [i]soft[/i]: +20.0 points (95% interval -47.4 to 76.0). "
        "The ending or the package agreed differ in 60.0% of worlds. 3 of 5 flip, 2 to agreement and 1 "
        "from it; if either way were as likely, the probability of flips as one-sided as these would be 1 "
        "(McNemar's exact test). How it ends base [i]soft[/i] points 95% interval"
    )


def test_endings_that_come_in_neither_are_left_out(flowing):
    text = flowing(told(B))
    assert "nothing acceptable to all 40.0% 0.0% -40.0" in text
    assert "walked out" not in text


def test_what_flipped_them(flowing):
    text = flowing(told(B))
    assert "nothing acceptable to all -> agreement 2 40.0% agreement -> past the deadline 1 20.0%" in text
    assert (
        "Agreement in [i]soft[/i] alone: 2 worlds (1, 2) How they end in base: nothing acceptable to all 2. "
        "Red lines held in base alone: A: no x (2). In the way in base: A: no x (2)." in text
    )
    assert "Agreement in base alone: 1 world (4) How they end in [i]soft[/i]: past the deadline 1." in text
    assert "`sim watch CASE --seed 1 --world NUMBER` follows one of the worlds that flip." in text


def test_flips_without_another_line_are_put_down_to_something_else(flowing):
    same = a_run(CASE.but(name="same"), DEAL, DEAL, NO_ZOPA, LATE, DEAL)
    assert (
        "In all of them the same red lines are held in both: something else made the difference."
        in flowing(told(same))
    )


def test_many_worlds_are_not_all_named(flowing):
    text = flowing(told(a_run(SOFT, *[DEAL] * 7), base=a_run(CASE, *[NO_ZOPA] * 7)))
    assert "Agreement in [i]soft[/i] alone: 7 worlds (0, 1, 2, 3, 4, ...)" in text


def test_gains_world_by_world(flowing):
    text = flowing(told(B))
    assert "A +0.050 -0.210 to +0.310 40.0% 20.0% 40.0%" in text
    assert "The [b]party[/b] 0.000 0.000 to 0.000 0.0% 0.0% 100.0%" in text
    assert "*" not in text


def test_other_preferences_and_other_parties_are_marked(flowing):
    text = flowing(told(a_run(OTHER, *[DEAL] * 5)))
    assert "A * +0.150" in text
    assert "* What it wants is assumed differently in the two: its difference is no gain and no loss." in text
    assert "Only in base, and left out here: The [b]party[/b]." in text
    assert "Only in other, and left out here: C." in text


def test_nothing_differs(flowing):
    text = flowing(told(A))
    assert "Every world ends as in base, with the same package if any." in text
    assert "0.0 points (95% interval -39.6 to 39.6)" in text
    for absent in ("flip", "What ends otherwise", "in base alone"):
        assert absent not in text


def test_packages_alone_differ(flowing):
    text = flowing(told(a_run(SOFT, ("AGREED", 1, 1, [0.5, 0.75], "")), base=a_run(CASE, DEAL)))
    assert (
        "The ending or the package agreed differ in 100.0% of worlds. None flips to agreement or from it."
        in text
    )
    assert "A 0.000 - 0.0% 0.0% 100.0%" in text  # of one world there is no interval


def test_several_runs_each_have_their_part(flowing):
    text = flowing(told(B, a_run(CASE, *[DEAL] * 5, seed=1)))
    assert "Agreement in 40.0% of worlds, 100.0% with base" in text
    assert text.count("How it ends") == 2
    assert text.count("Intervals are 95%") == 1


@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_august_case_fits(shown, width):
    firmness = "parties.russia.red_lines.no-foreign-troops.firmness"
    runs = [sim.run(sim.load("2025-08-21", {firmness: held}), worlds=60, seed=1) for held in (1, 0)]
    text = shown(comparison_text(comparisons(runs[0], [runs[1]])), width)
    assert {"Coalition", "Willing", "nothing", "acceptable", "past", "deadline"} <= set(text.split())
