"""The sentences of a report where runs are unusual: all agree, none can, nothing varies."""

import pytest
from builders import a_scenario
from calling import TINY, VARIANTS

import sim
from sim.analysis.exploring.exploration import explore
from sim.analysis.reporting.five_sentences import ABOUT, five_sentences
from sim.analysis.reporting.paired_sentences import ABOUT as PAIRED
from sim.analysis.reporting.paired_sentences import paired_sentences

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
    assert found["compatible"].text == "2 of 2 possible packages cross nobody's red line."
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
