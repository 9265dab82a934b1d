"""Two runs compared, counted by hand and on the August case."""

import json

import numpy as np
import pytest
from builders import a_run, a_scenario

import sim
from sim.analysis.comparing.comparison import comparison, comparison_table, comparisons, comparisons_as_dict
from sim.errors import InputError
from sim.worlds import draw

LINE = {"forbid": {"x": "some"}, "firmness": 0.5}
CASE = a_scenario({"x": "none some"}, {"a": {"red_lines": {"no-x": LINE}}, "b": {}}, name="base")
SOFT = a_scenario({"x": "none some"}, {"a": {}, "b": {}}, name="soft")
FIRMNESS = "parties.russia.red_lines.no-foreign-troops.firmness"


def agreed(package=0, left_with=(0.5, 0.5)):
    return ("AGREED", package, 1, left_with, "")


def no_zopa(sets="no-x", left_with=(0.2, 0.2)):
    return ("NO_ZOPA", -1, 40, left_with, sets)


LATE = ("DEADLINE", -1, 40, (0.2, 0.2), "")
A = a_run(CASE, agreed(), no_zopa("no-x | a.no_deal; b.no_deal"), LATE, agreed(), agreed(0), no_zopa())
B = a_run(SOFT, agreed(), agreed(1), agreed(1), LATE, agreed(1), no_zopa("a.no_deal"))


@pytest.fixture(scope="module")
def found():
    return comparison(A, B)


@pytest.fixture(scope="module")
def august():
    base = sim.load("2025-08-21")
    return [sim.run(case, worlds=300, seed=5) for case in (base, sim.load("2025-08-21", {FIRMNESS: 0.0}))]


def test_shares_are_counted(found):
    told = found.as_dict()
    assert told["agreed"]["a"] == pytest.approx(3 / 6)
    assert told["agreed"]["b"] == pytest.approx(4 / 6)
    assert told["agreed"]["difference"] == pytest.approx(1 / 6)
    assert told["agreed"]["interval"][0] < 1 / 6 < told["agreed"]["interval"][1]
    assert told["endings"]["NO_ZOPA"]["difference"] == pytest.approx(-1 / 6)
    assert told["endings"]["WALKED_OUT"]["difference"] == 0
    assert list(told["endings"]) == ["AGREED", "DEADLINE", "NO_ZOPA", "WALKED_OUT"]


def test_flips_are_counted_each_way(found):
    assert (found.flipped, found.to_agreement.worlds, found.from_agreement.worlds) == (3, 2, 1)
    assert (found.to_agreement.first, found.from_agreement.first) == ((1, 2), (3,))
    assert found.p_value == 1


def test_worlds_that_agree_on_another_package_are_changed_and_not_flipped(found):
    assert found.changed == 4


def test_transitions_add_up_to_all_worlds(found):
    assert found.transitions.to_numpy().tolist() == [
        ["AGREED", "AGREED", 2],
        ["AGREED", "DEADLINE", 1],
        ["DEADLINE", "AGREED", 1],
        ["NO_ZOPA", "AGREED", 1],
        ["NO_ZOPA", "NO_ZOPA", 1],
    ]


def test_what_the_run_without_agreement_ran_into(found):
    told = found.to_agreement.as_dict()
    assert told["without_agreement"] == [
        {"ending": "DEADLINE", "count": 1},
        {"ending": "NO_ZOPA", "count": 1},
    ]
    assert told["in_the_way"] == [{"id": name, "count": 1} for name in ("no-x", "a.no_deal", "b.no_deal")]
    assert found.from_agreement.as_dict()["in_the_way"] == []


def test_a_line_that_one_scenario_lacks_counts_as_not_held(found):
    held = draw(CASE, 1, 0, 6).held[:, 0]
    assert held.any()
    assert not held.all()
    flipped = held[[1, 2]].sum()
    lines = [{"id": "no-x", "a_only": flipped, "b_only": 0}] if flipped else []
    assert found.to_agreement.as_dict()["lines"] == lines
    assert found.to_agreement.same_lines == 2 - flipped
    back = comparison(B, A)
    assert back.from_agreement.as_dict()["lines"] == [{"id": "no-x", "a_only": 0, "b_only": flipped}] * bool(
        flipped
    )


def test_the_json_shape(found):
    told = json.loads(json.dumps(found.as_dict(), allow_nan=False))
    assert list(told) == [
        "a", "b", "pairs", "agreed", "flipped", "p_value", "flips", "changed", "endings", "transitions",
        "parties", "only_in_a", "only_in_b", "seed", "worlds", "version", "hashes",
    ]  # fmt: skip
    assert (told["a"], told["b"], told["pairs"], told["seed"], told["worlds"]) == ("base", "soft", 6, 1, 6)
    assert told["hashes"] == [A.hash, B.hash]
    assert set(told["parties"]["a"]) == {
        "difference",
        "interval",
        "better",
        "worse",
        "equal",
        "same_preferences",
    }


def test_a_run_compared_with_itself(august):
    same = comparison(august[0], august[0])
    assert (same.flipped, same.changed, same.p_value) == (0, 0, 1)
    assert same.endings["difference"].tolist() == [0, 0, 0, 0]
    assert (same.endings["low"] < 0).all()
    assert (same.endings["high"] > 0).all()
    assert same.parties[["difference", "low", "high"]].to_numpy().tolist() == [[0, 0, 0]] * 6


def test_the_other_way_round_is_the_mirror_image(august):
    there, back = comparison(*august), comparison(*reversed(august))
    assert there.flipped > 0
    assert there.endings["difference"].tolist() == (-back.endings["difference"]).tolist()
    assert there.endings["low"].to_numpy() == pytest.approx(-back.endings["high"].to_numpy())
    assert there.to_agreement.first == back.from_agreement.first
    assert there.parties["better"].tolist() == back.parties["worse"].tolist()


def test_one_line_that_is_no_longer_held_explains_every_flip(august):
    found = comparison(*august)
    held = draw(august[0].case, 5, 0, 300).held[:, list(august[0].case.red_lines).index("no-foreign-troops")]
    for told in (found.to_agreement, found.from_agreement):
        assert told.lines[["id", "a_only", "b_only"]].to_numpy().tolist() == [
            ["no-foreign-troops", told.worlds, 0]
        ]
        assert told.same_lines == 0
        assert held[list(told.first)].all()
    endings = [run.frame(["ending"])["ending"].to_numpy() == "NO_ZOPA" for run in august]
    assert not (endings[1] & ~endings[0]).any()  # a line less cannot close what was open
    assert np.count_nonzero(endings[0] & ~endings[1]) == round(-300 * found.endings["difference"][2])


def test_several_runs_against_one():
    found = comparisons(A, [B, A])
    told = comparisons_as_dict(found)
    assert told["base"] == "base"
    assert [each["b"] for each in told["comparisons"]] == ["soft", "base"]
    assert comparisons_as_dict(found[:1]) == found[0].as_dict()
    table = comparison_table(found)
    assert table["variant"].tolist() == ["soft"] * 4 + ["base"] * 4
    assert table.attrs["pairs"] == 6
    assert table.attrs["scenario"] == "base"


def test_all_runs_that_do_not_belong_are_told_at_once():
    with pytest.raises(InputError) as caught:
        comparisons(A, [a_run(SOFT, LATE), B, a_run(SOFT, *[LATE] * 6, seed=3)])
    assert len(caught.value.problems) == 2
