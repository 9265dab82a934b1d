"""Numbers in every form a scenario may use, and the sentences for those that make no sense."""

import pytest
from scipy import stats

from sim.scenario.distributions import Beta, Certain, Choice, Triangular, TruncatedNormal, Uniform
from sim.scenario.uncertain import parse, within

FORMS = [
    (0.6, Certain(0.6)),
    (1, Certain(1.0)),
    ([0.4, 0.8], Uniform(0.4, 0.8)),
    ({"triangular": [0.2, 0.5, 0.9]}, Triangular(0.2, 0.5, 0.9)),
    ({"normal": {"mean": 0.5, "sd": 0.1, "low": 0, "high": 1}}, TruncatedNormal(0.5, 0.1, 0.0, 1.0)),
    ({"beta": {"mean": 0.9, "concentration": 20}}, Beta(0.9, 20.0)),
    ({"choice": {"0.2": 1, "0.8": 3}}, Choice((0.2, 0.8), (1.0, 3.0))),
]


@pytest.mark.parametrize(("written", "number"), FORMS)
def test_every_form_is_read_and_written_back(written, number):
    assert parse(written) == number
    assert parse(number.written()) == number
    assert parse(number) is number


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ([0.8, 0.4], "empty range"),
        ([0.4, 0.4], "empty range"),
        ([0.1, 0.2, 0.3], "expected a number"),
        ("many", "expected a number"),
        (True, "expected a number"),
        (None, "expected a number"),
        (float("nan"), "expected a number"),
        (float("inf"), "expected a number"),
        ({"triangular": [0.5, 0.2, 0.9]}, "out of order"),
        ({"triangular": [0.5, 0.9]}, "expected a number"),
        ({"triangular": "abc"}, "expected a number"),
        ({"normal": {"mean": 0.5, "sd": 0, "low": 0, "high": 1}}, "sd is 0"),
        ({"normal": {"mean": 0.5, "sd": 1, "low": 1, "high": 0}}, "empty range"),
        ({"normal": {"mean": 0.5, "sd": 1}}, "expected a number"),
        ({"beta": {"mean": 1, "concentration": 2}}, "between 0 and 1"),
        ({"beta": {"mean": 0.5, "concentration": 0}}, "above 0"),
        ({"choice": {}}, "choice of nothing"),
        ({"choice": {"0.2": -1}}, "chances below 0"),
        ({"choice": {"0.2": 0}}, "all 0"),
        ({"gamma": 1}, "expected a number"),
        ({"beta": {"mean": 0.5, "concentration": 2}, "choice": {"1": 1}}, "expected a number"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(written, said):
    with pytest.raises(ValueError, match=said):
        parse(written)


@pytest.mark.parametrize("written", [1.2, -0.1, [0.5, 1.5], {"choice": {"2": 1}}])
def test_a_probability_outside_0_to_1_is_refused(written):
    with pytest.raises(ValueError, match=r"probability of .*, expected 0 to 1"):
        within(0, 1, "probability")(written)


def test_bounds_are_those_of_what_can_be_drawn():
    assert [number.bounds for _, number in FORMS] == [
        (0.6, 0.6), (1, 1), (0.4, 0.8), (0.2, 0.9), (0, 1), (0, 1), (0.2, 0.8)
    ]  # fmt: skip


def test_a_choice_written_in_two_ways_has_the_chances_of_both():
    assert parse({"choice": {"0.2": 1, "0.20": 3, "0.8": 4}}) == Choice((0.2, 0.8), (4, 4))


@pytest.mark.parametrize(
    ("mean", "sd", "low", "high"),
    [(0.5, 0.1, 0, 1), (0.5, 2, 0.4, 0.7), (0, 1, 3, 9), (0, 1, -9, -3), (0, 1, 6.5, 7)],
)
def test_the_mean_of_a_truncated_normal_is_scipys(mean, sd, low, high):
    oracle = stats.truncnorm((low - mean) / sd, (high - mean) / sd, mean, sd)
    assert TruncatedNormal(mean, sd, low, high).mean == pytest.approx(oracle.mean(), rel=1e-9)


def test_means():
    assert Triangular(0.2, 0.5, 0.8).mean == pytest.approx(0.5)
    assert Choice((0.2, 0.8), (1, 3)).mean == pytest.approx(0.65)
    assert TruncatedNormal(0, 1, 0, 1e-80).mean == pytest.approx(5e-81)


def test_a_normal_far_from_its_ends_is_refused():
    with pytest.raises(ValueError, match=r"next to nothing between 0\.9 and 1"):
        TruncatedNormal(0.5, 0.01, 0.9, 1)


def test_no_number_is_minus_0():
    assert str(parse(-0.0).value) == str(parse("-0").value) == "0.0"
