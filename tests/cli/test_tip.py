"""`sim tip`: where the answer tips."""

import pytest
from calling import QUANTITY, STRATEGY, TINY_LINE, files_in

TIP = ("tip", "tiny.yaml", QUANTITY)
QUICK = ("--between", "0,1", "--tolerance", "0.2", "--worlds", 30)


def test_tip_tells_programs(tiny):
    told = tiny(*TIP, "--target", "agreed >= 0.2", *QUICK, "--json").told
    assert (told["scenario"], told["path"], told["target"]) == ("tiny", QUANTITY, "agreed >= 0.2")
    assert (told["worlds"], told["seed"], told["between"]) == (30, 3, [0, 1])
    assert told["tips"]
    low, high = told["interval"]
    assert 0 <= low <= told["value"] <= high <= 1
    below = [each for each in told["evaluations"] if each["value"] < told["value"]]
    above = [each for each in told["evaluations"] if each["value"] > told["value"]]
    assert below[-1]["holds"]
    assert not above[0]["holds"]


def test_tip_tells_people_and_leaves_nothing_behind(tiny, tmp_path):
    before = files_in(tmp_path)
    called = tiny(*TIP, "--target", "agreed >= 0.2", *QUICK)
    assert f"agreed >= 0.2 holds below and not above {QUANTITY} = " in called.out
    assert "95% interval" in called.out
    assert files_in(tmp_path) == before


def test_an_answer_may_never_tip(tiny):
    told = tiny(*TIP, "--target", "agreed > 0.99", *QUICK, "--json").told
    assert (told["tips"], told["value"], told["interval"]) == (False, None, None)


def test_all_that_is_wrong_with_the_question_is_told(tiny):
    called = tiny(*TIP, "--target", "utility.uk > 1", "--between", "1,0", "--tolerance", "-1")
    assert (called.code, called.out) == (2, "")
    assert called.err.splitlines() == [
        "in the target, unknown party 'uk', expected one of a, b",
        "the ends are 1 and 0, expected the lower one first",
        "the tolerance is -1, expected a number above 0",
    ]


@pytest.mark.parametrize(
    ("path", "target", "said"),
    [
        (QUANTITY, "agred >= 0.5", "unknown measure 'agred', did you mean 'agreed'? expected one of agreed,"),
        (QUANTITY, "agreed = 0.5", "expected a measure, a relation and a number, such as 'agreed >= 0.5'"),
        (QUANTITY, "agreed >= 50%", "compared with '50%', expected a share of the worlds from 0 to 1"),
        ("parties.b.no_deal.valu", "agreed >= 0.5", f"did you mean '{QUANTITY}'?"),
        ("negotiation.rounds", "agreed >= 0.5", "unknown quantity 'negotiation.rounds'"),
        ("parties.a.preferences.weights.aid", "agreed >= 0.5", "expected the ends between which to look"),
    ],
)
def test_what_would_be_right_is_told(tiny, path, target, said):
    called = tiny("tip", "tiny.yaml", path, "--target", target)
    assert (called.code, called.out) == (2, "")
    assert said in called.err


def test_probabilities_are_looked_for_from_0_to_1(tiny):
    quick = ("--tolerance", "0.3", "--worlds", 10, "--json")
    told = tiny("tip", "tiny.yaml", f"{TINY_LINE}.firmness", "--target", "agreed >= 0.6", *quick).told
    assert told["between"] == [0, 1]


def test_what_code_prints_does_not_get_into_json(tiny, example, tmp_path):
    with (tmp_path / f"{STRATEGY}.py").open("a") as file:
        file.write("\n\nprint('here I am')\n")
    called = tiny(
        "tip", example, "parties.russia.no_deal.value", "--target", "agreed >= 0.5", "--worlds", 2,
        "--tolerance", 1, "--allow-code", "--json",
    )  # fmt: skip
    assert called.told["scenario"] == "split-the-difference"
    assert "here I am" in called.err


def test_a_picture_is_drawn_where_it_is_asked_for(tiny, tmp_path):
    called = tiny(*TIP, "--target", "agreed >= 0.2", *QUICK, "--picture", "drawn")
    assert "Pictures in drawn: tipping_curve.png" in called.err
    assert (tmp_path / "drawn" / "tipping_curve.svg").is_file()
