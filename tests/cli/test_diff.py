"""`sim diff`: what is written differently."""

import pytest
from calling import TINY_LINE


def test_diff_tells_programs(tiny):
    told = tiny("diff", "tiny.yaml", "hard.yaml", "--json").told
    assert (told["a"], told["b"], told["same"]) == ("tiny", "hard", False)
    assert [change["path"] for change in told["changes"]] == ["scenario", "parties.b.no_deal.value"]
    assert [(change["a"], change["b"]) for change in told["changes"]] == [
        ("Tiny", "Hard"), ([0.1, 0.7], 0.9)
    ]  # fmt: skip


def test_diff_tells_people(tiny):
    called = tiny("diff", "tiny.yaml", "soft.yaml")
    assert called.out.startswith("tiny  ->  soft\n")
    assert "Only in the first: red line no-troops of A" in called.out


@pytest.mark.parametrize("other", ["same.yaml", "swept.yaml"])
def test_nothing_differs(tiny, other):
    assert "Nothing differs: the two are the same scenario." in tiny("diff", "tiny.yaml", other).out
    told = tiny("diff", "tiny.yaml", other, "--json").told
    assert (told["same"], told["changes"]) == (True, [])


def test_changes_are_made_to_both(tiny):
    assert tiny("diff", "tiny.yaml", "soft.yaml", "--set", "scenario=One", "--json").told["changes"] == [
        change
        for change in tiny("diff", "tiny.yaml", "soft.yaml", "--json").told["changes"]
        if change["path"] != "scenario"
    ]
    called = tiny("diff", "tiny.yaml", "soft.yaml", "--set", f"{TINY_LINE}.firmness=0.5")
    assert (called.code, called.out) == (2, "")  # one of them has no such line
    assert "missing key 'statement'" in called.err
