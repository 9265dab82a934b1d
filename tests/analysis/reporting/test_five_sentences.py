"""The sentences of a report where runs are unusual: all agree, none can, nothing varies."""

import re
from collections import Counter

import numpy as np
import pytest
from builders import a_run, a_scenario
from calling import TINY, VARIANTS

import sim
from sim.analysis.comparing.comparison import comparison
from sim.analysis.exploring.exploration import explore
from sim.analysis.reporting.deals import deals
from sim.analysis.reporting.five_sentences import ABOUT, five_sentences
from sim.analysis.reporting.paired_sentences import ABOUT as PAIRED
from sim.analysis.reporting.paired_sentences import paired_sentences
from sim.analysis.summing_up.summary import summary

LIKES = {"weights": {"x": 1}, "scores": {"x": {"u": 1, "v": 0}}}
LINE = {"no-u": {"forbid": {"x": "u"}}}


def sentences(case, worlds=20, measure="agreed"):
    run = sim.run(case, worlds=worlds, seed=1)
    found = five_sentences(run.summary(), sim.check(run.case), explore(run, measure))
    assert tuple(one.about for one in found) == ABOUT
    return {one.about: one for one in found}


def two(a, b, **more):
    return a_scenario({"x": "u v"}, {"a": a, "b": b}, **more)


def test_where_all_agree_on_one_package():
    found = sentences(two({"preferences": LIKES}, {"preferences": LIKES}))
    assert found["deals"].text == "The 20 deals are all on the same package: U."
    assert found["without_deal"].text == "Every world ends in a deal."
    assert found["without_deal"].numbers["worlds"] == 0
    assert found["compatible"].text == "No party states a red line, so none of 2 packages crosses one."
    assert found["answer"].text == (
        "There is a deal: nothing in this scenario is uncertain, so that all 20 worlds are one."
    )
    assert found["compatible"].numbers["compatible"] == 2


def test_where_lines_conflict():
    found = sentences(two({"red_lines": LINE}, {"red_lines": {"no-v": {"forbid": {"x": "v"}}}}))
    assert found["deals"].text == "No package is agreed on in any world."
    assert found["compatible"].numbers["conflict"] == ["no-u", "no-v"]
    assert found["compatible"].text == (
        "0 of 2 possible packages cross nobody's red line; the fewest red lines that cannot be held together "
        "are A's “no u” and B's “no v”."
    )
    assert found["without_deal"].numbers["endings"] == {"NO_ZOPA": 20}
    assert found["without_deal"].text.endswith("is A's “no u”: c (S, 21 August 2025; quoted).")


def test_where_only_reservation_values_stand_in_the_way():
    found = sentences(two({"preferences": LIKES, "no_deal": {"value": 1.5}}, {"preferences": LIKES}))
    assert found["without_deal"].text.endswith(
        "; no red line stands in the way, but what no deal is worth to the parties."
    )


def test_where_nothing_varies_it_says_why_there_is_no_driver():
    assert (
        "no number and no event in this scenario is uncertain"
        in sentences(two({}, {}))["hangs_on"].text.lower()
    )


def test_where_one_party_only_objects():
    found = sentences(two({"preferences": LIKES}, {"consent": "never", "red_lines": LINE}))
    assert found["compatible"].numbers == {"compatible": 2, "possible": 2, "objected": 1}
    assert "no red line of a party they need, though others object to 1 of them" in found["compatible"].text


@pytest.mark.parametrize(
    ("measure", "begins"), [("round", "The round in which"), ("utility.b", "What B is left with")]
)
def test_another_measure_has_its_own_driver(tmp_path, measure, begins):
    (tmp_path / "tiny.yaml").write_text(TINY, encoding="utf-8")
    found = sentences(sim.load(tmp_path / "tiny.yaml"), 200, measure)
    assert found["hangs_on"].text.startswith(begins)
    assert found["answer"].text.startswith("There is a deal in")


CHOICE = a_scenario({"x": "u v w"}, {"a": {"preferences": {"weights": {"x": 1}}}, "b": {}})


@pytest.mark.parametrize(
    ("packages", "said"),
    [
        ([0], "The one deal is on this package: U."),
        ([0, 0], "The 2 deals are all on the same package: U."),
        ([0, 1], "The parties agree on 2 different packages, each once; "),
        ([0, 1, 1, 0], "2 different packages, each as often as any other (in 2 of 4 deals, 50%); "),
        ([2, 1, 1, 2, 0], "3 different packages, 2 of them most often (each in 2 of 5 deals, 40%), such as"),
        ([2, 1, 1], "2 different packages, most often (in 2 of 3 deals, 67%) on this: V; "),
    ],
)  # fmt: skip
def test_the_commonest_package_is_so_only_where_it_is(packages, said):
    run = a_run(CHOICE, *[("AGREED", package, 1, (1, 1), "") for package in packages])
    assert said in deals(summary(run)).text


def test_one_world_is_one_and_two_are_many():
    case = two({"preferences": LIKES, "no_deal": {"value": [0, 2]}}, {"preferences": LIKES})
    assert re.match(r"There is a (no )?deal in [01] of 1 world, ", sentences(case, 1)["answer"].text)
    assert " of 2 worlds, " in sentences(case, 2)["answer"].text
    assert sentences(two({}, {}), 1)["answer"].text.endswith("nothing in this scenario is uncertain.")


def test_nothing_is_certain_where_the_order_is_drawn():
    drawn = two({"preferences": LIKES}, {"preferences": LIKES}, negotiation={"order": "drawn"})
    assert "95% interval" in sentences(drawn)["answer"].text


def test_an_event_is_what_it_hangs_on_whether_it_happens():
    wall = {"red_lines": {"no-u": {**LINE["no-u"], "firmness": 0.5}}}
    case = a_scenario({"x": "u"}, {"a": wall, "b": {}})
    said = sentences(case, 100)["hangs_on"].text
    assert said.startswith("Whether there is a deal hangs above all on whether A's red line “no u” is held, ")
    assert "which explains 100% of the differences between worlds" in said
    assert said.endswith(": agreement in 100% of the worlds in which A's red line “no u” is not held.")


def test_what_might_be_chance_is_said_to_be_and_names_keep_their_capitals():
    run = sim.run("2025-08-21", worlds=60, seed=1)
    explored = explore(run, "utility.uk")
    told = five_sentences(run.summary(), sim.check(run.case), explored)[-1]
    table = explored.tables["box_conditions"]
    doubtful = table[table["quasi_p"] > 0.05]
    assert len(doubtful)
    assert told.numbers["might_be_chance"] == doubtful["input"].tolist()
    assert "; might be chance: " in told.text
    assert re.search(r": a utility of at least [\d.]+ for United Kingdom in \d+% of the worlds", told.text)


def test_too_few_worlds_are_told_in_words():
    found = sentences(sim.load("2022-03-29"), 60, "round")
    assert re.fullmatch(
        r"In all but \d+ of 60 worlds it ends in round 40: more worlds are needed to say what drives it\.",
        found["hangs_on"].text,
    )


@pytest.mark.parametrize("worlds", [1, 60])
@pytest.mark.parametrize("name", ["2022-03-29", "what-if/five-rounds", "published/prisoners-dilemma"])
def test_the_numbers_are_those_of_the_worlds(name, worlds):
    run = sim.run(name, worlds=worlds, seed=2)
    table, stated = run.table, sim.check(run.case)
    told = {one.about: one for one in five_sentences(run.summary(), stated, explore(run))}
    agreed = table["ending"] == "AGREED"
    assert told["answer"].numbers["count"] == agreed.sum()
    counts = Counter(table["package"][agreed])
    if counts:
        most = max(counts.values())
        assert (told["deals"].numbers["packages"], told["deals"].numbers["count"]) == (len(counts), most)
        assert told["deals"].numbers["as_often"] == list(counts.values()).count(most) - 1
        assert ("most often" in told["deals"].text) == (
            1 < most < agreed.sum() and len(set(counts.values())) > 1
        )
    assert told["without_deal"].numbers["endings"] == Counter(table["ending"][~agreed])
    assert ("No party states" in told["compatible"].text) == (not run.case.red_lines)
    assert not re.search(
        r"\b1 (worlds|deals|packages) |The 1 |_", " ".join(one.text for one in told.values())
    )
    if "explained" in told["hangs_on"].numbers:
        drawn = run.draws([told["hangs_on"].numbers["quantity"]]).iloc[:, -1].to_numpy(float)
        slices = np.array_split(agreed.to_numpy(float)[np.argsort(drawn, kind="stable")], 10)
        within = sum(((part - part.mean()) ** 2).sum() for part in slices) / (worlds - 10)
        assert told["hangs_on"].numbers["explained"] == pytest.approx(1 - within / agreed.var())


# two runs


def compared(tmp_path, a, b, worlds=60):
    for name, text in VARIANTS.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = sim.compare(tmp_path / f"{a}.yaml", tmp_path / f"{b}.yaml", worlds=worlds, seed=1)
    stated = [sim.check(run.case) for run in (found.a, found.b)]
    told = paired_sentences(found, *stated, (a, b))
    assert tuple(one.about for one in told) == PAIRED
    return {one.about: one for one in told}


def test_a_run_against_itself(tmp_path):
    told = compared(tmp_path, "tiny", "same")
    assert told["flips"].text == "Every world ends as with tiny, with the same package if any."
    assert told["gains"].text == "With same mean utility is not clearly different for A and B."
    assert told["lines"].text == "No world flips, so there is nothing to explain."


def test_a_variant_in_which_nobody_agrees(tmp_path):
    told = compared(tmp_path, "tiny", "hard")
    assert told["agreement"].numbers["b"] == 0
    assert told["flips"].numbers["to_agreement"] == 0
    assert "on another scale for B, whose wants are assumed otherwise" in told["gains"].text
    assert "the same red lines are held in both" in told["lines"].text
    assert "flip from a deal" in told["lines"].text


def test_a_variant_without_a_line(tmp_path):
    told = compared(tmp_path, "tiny", "soft")
    assert told["lines"].numbers["line"] == "no-troops"
    assert told["compatible"].text == (
        "On paper, 2 of 4 packages cross no red line of a party they need with tiny, and 4 of 4 with soft."
    )


def test_one_world_is_compared_in_the_singular(tmp_path):
    told = compared(tmp_path, "tiny", "hard", worlds=1)
    assert re.search(
        r"of 1 world with tiny and in \d+\S* of the same world with hard", told["agreement"].text
    )
    assert not re.search(r"\b1 (worlds|flip) ", " ".join(one.text for one in told.values()))
    if told["flips"].numbers["changed"]:
        assert told["flips"].text.startswith("1 world ends otherwise")


def test_what_is_nearly_all_is_not_all():
    other = two({"preferences": LIKES, "no_deal": {"value": [0, 2]}}, {"preferences": LIKES})
    agreed, failed = ("AGREED", 0, 1, (1, 1), ""), ("DEADLINE", -1, 9, (0, 0), "")
    runs = [a_run(other, *[agreed] * (3000 - missed), *[failed] * missed) for missed in (1, 2)]
    stated = sim.check(other)
    told = {one.about: one.text for one in paired_sentences(comparison(*runs), stated, stated, ("a", "b"))}
    assert told["agreement"].startswith(
        "There is a deal in over 99.9% of 3,000 worlds with a and in 99.9% of"
    )
    assert told["flips"].startswith(
        "1 world ends otherwise or with another package: 0 flip to a deal and 1 from"
    )
    assert told["lines"].startswith("In the 1 world that flips from a deal, ")
    assert told["compatible"] == "No party states a red line in either."


def test_two_scenarios_in_which_nothing_is_uncertain():
    likes, hard = (two({"preferences": LIKES, "no_deal": {"value": v}}, {}) for v in (0, 1.5))
    found = sim.compare(likes, hard, worlds=3, seed=1)
    told = paired_sentences(found, sim.check(likes), sim.check(hard), ("soft", "hard"))
    assert told[0].text == (
        "With soft there is a deal, and with hard there is no deal: nothing is uncertain in either, so that "
        "all 3 worlds are one."
    )
    assert told[1].text == (
        "3 worlds end otherwise or with another package: 0 flip to a deal and 3 from one."
    )
