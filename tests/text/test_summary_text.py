"""A run's summary as people read it."""

from collections import Counter

import pytest
from builders import a_run, a_scenario

import sim
from sim.analysis.summing_up.summary import summary
from sim.text import summary_text

CASE = a_scenario(
    {"x": " ".join(f"o{n}" for n in range(12))},
    {
        "a": {"no_deal": {"value": 0.25}, "red_lines": {"no-o1": {"forbid": {"x": "o1"}}}},
        "b": {"name": "The [b]party[/b]"},
    },
)


def agreed(*packages):
    return [("AGREED", package, 1, [0.5, 0.75], "") for package in packages]


NO_ZOPA = ("NO_ZOPA", -1, 40, [0.25, 0.0], "no-o1; a.no_deal")


@pytest.fixture(scope="module")
def august():
    return sim.run("2025-08-21", worlds=40, seed=1).summary()


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_word_is_lost_at_any_width(august, shown, width):
    words = Counter(shown(summary_text(august), width).split())
    for label in [
        *august.endings.loc[august.endings["count"] > 0, "label"],
        *august.agreements["label"].head(8),
        *august.utilities["name"],
        *august.in_the_way["party_name"],
    ]:
        assert Counter(label.split()) <= words + Counter(f"{word}:" for word in label.split()), label


@pytest.mark.parametrize("width", [40, 160])
def test_shares_stand_beside_their_intervals(shown, width):
    run = a_run(CASE, *agreed(3, 3, 3), NO_ZOPA)
    lines = [" ".join(line.split()) for line in shown(summary_text(summary(run)), width).splitlines()]
    assert any(line.startswith("O3") and line.endswith("75.0% 30.1% to 95.4%") for line in lines)


def test_where_it_comes_from(flowing):
    text = flowing(summary_text(summary(a_run(CASE, *agreed(3), seed=7))))
    assert text.startswith("Test 1 world, seed 7, scenario, version 0.0")


def test_where_nothing_is_uncertain_it_is_said(flowing, august):
    said = "Nothing in this scenario is uncertain"
    assert said in flowing(summary_text(summary(a_run(CASE, *agreed(3)))))
    assert said not in flowing(summary_text(august))


def test_utilities(flowing):
    text = flowing(summary_text(summary(a_run(CASE, *agreed(3, 4, 5), NO_ZOPA))))
    assert "A 0.44 0.50 0.25 The [b]party[/b] 0.56 0.75 0.00" in text


def test_without_deals_there_is_no_mean_of_agreed_packages(flowing):
    text = flowing(summary_text(summary(a_run(CASE, NO_ZOPA))))
    assert "A 0.25 - 0.25" in text
    assert "What is agreed" not in text


def test_endings_that_did_not_come_are_left_out(flowing):
    text = flowing(summary_text(summary(a_run(CASE, *agreed(3)))))
    assert "A deal: every party whose consent the package needs accepted it. 100.0%" in text
    assert "a party left the table" not in text


def test_what_stood_in_the_way(flowing):
    either = ("NO_ZOPA", -1, 40, [0.25, 0.0], "no-o1 | a.no_deal")
    text = flowing(summary_text(summary(a_run(CASE, *agreed(3), NO_ZOPA, either))))
    assert "In 2 worlds no package was acceptable to all." in text
    assert "alone in every set A: no o1 100.0% 34.2% to 100.0% 50.0% 50.0%" in text
    assert "Enough from one party alone, lines and reservation value together: A 100.0%." in text
    assert "each of these sets share 95% interval A: no o1, what no deal is worth to it 50.0%" in text
    assert "What could not be had together share 95% interval A: no o1 50.0%" in text
    assert "more sets than were kept" not in text


def test_lists_that_are_cut_are_said_to_be(flowing):
    cut = ("NO_ZOPA", -1, 40, [0.25, 0.0], "no-o1 | a.no_deal | …")
    assert "In 1 world there are more sets than were kept." in flowing(
        summary_text(summary(a_run(CASE, cut)))
    )


def test_where_time_ran_out(flowing):
    missed = ("DEADLINE", -1, 40, [0.25, 0.0], "")
    helped = {
        "would_help": ["more_rounds", "softer.a; more_rounds"],
        "closest": [3, -1],
        "acceptances": [1, 0],
    }
    text = flowing(summary_text(summary(a_run(CASE, missed, missed, **helped))))
    assert "In 2 worlds the table did not settle on what all could have signed." in text
    assert "had 1 of the 2 acceptances it needed 50.0%" in text
    assert "none was accepted but by its proposer 50.0%" in text
    assert "twice the rounds 100.0% 34.2% to 100.0% A alone concedes early 50.0%" in text
    assert "none of these alone 0.0%" in text
    assert "party[/b] alone concedes early" not in text


def test_what_was_left_on_the_table(flowing):
    text = flowing(summary_text(summary(a_run(CASE, *agreed(3, 4), to_frontier=[0.0, 0.5]))))
    assert "50.0% (9.5% to 90.5%) of the agreements are efficient" in text
    assert "mean 0.25, 95th percentile 0.47" in text
    assert "efficient" not in flowing(summary_text(summary(a_run(CASE, NO_ZOPA))))


def test_nothing_stood_in_the_way(flowing):
    text = flowing(summary_text(summary(a_run(CASE, *agreed(3)))))
    assert "In every world some package was acceptable to all whose consent it needs." in text


@pytest.mark.parametrize(("packages", "rest"), [(9, "1 other 11.1%"), (10, "2 others 20.0%")])
def test_rare_agreements_are_told_together(flowing, packages, rest):
    text = flowing(summary_text(summary(a_run(CASE, *agreed(*range(packages))))))
    assert f"{rest} Mean utility" in text


def test_it_says_what_intervals_are_not(flowing):
    text = flowing(summary_text(summary(a_run(CASE, *agreed(3)))))
    assert "not how right the assumptions are" in text
    assert "not comparable between parties" in text
