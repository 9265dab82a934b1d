"""`sim sensitivity`, as people and programs call it."""

import pytest


def test_sobol_by_party(tiny):
    told = tiny("sensitivity", "tiny.yaml", "--samples", 64, "--json").told
    assert (told["measure"], told["worlds"]) == ("agreed", 64 * 5)
    assert {row["group"] for row in told["groups"]} == {"a", "b", "luck"}
    assert told["second"] is None


def test_pairs_are_told_if_asked_for(tiny):
    told = tiny("sensitivity", "tiny.yaml", "--samples", 64, "--second", "--json").told
    assert len(told["second"]) == 3
    text = tiny("sensitivity", "tiny.yaml", "--samples", 64, "--second").out
    assert "Two together" in text
    assert "A with B" in text


def test_morris_by_quantity(tiny):
    told = tiny("sensitivity", "tiny.yaml", "--method", "morris", "--samples", 20, "--json").told
    assert "parties.b.no_deal.value" in {row["group"] for row in told["groups"]}
    assert "what no deal is worth to B" in tiny("sensitivity", "tiny.yaml", "--method", "morris").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--method", "magic"], "unknown method 'magic', expected one of sobol, morris"),
        (["--method", "morris", "--second"], "pairs are looked at by sobol alone"),
        (["--samples", "100"], "100"),
        (["--by", "colour"], "unknown way of grouping 'colour'"),
        (["--measure", "utility.c"], "unknown party 'c'"),
        (["--seed", "-1"], "seed is -1"),
    ],
)
def test_what_makes_no_sense_is_refused(tiny, words, message):
    called = tiny("sensitivity", "tiny.yaml", *words)
    assert (called.code, called.out) == (2, "")
    assert message in called.err


def test_what_never_changes_is_said(tiny):
    called = tiny("sensitivity", "hard.yaml", "--samples", 64)
    assert called.code == 2
    assert "nothing can drive it" in called.err


@pytest.mark.parametrize(("method", "name"), [("sobol", "sobol_bars"), ("morris", "morris_steps")])
def test_a_picture_is_drawn_where_it_is_asked_for(tiny, method, name):
    called = tiny("sensitivity", "tiny.yaml", "--method", method, "--samples", 64, "--picture", "drawn")
    assert f"Pictures in drawn: {name}.png" in called.err
