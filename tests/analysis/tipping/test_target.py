"""Targets: how they are read, and what is measured."""

import numpy as np
import pytest
from builders import a_scenario

from sim.analysis.intervals import wilson
from sim.analysis.paired_intervals import mean_with_interval
from sim.analysis.tipping.target import Target, measure_of, read_target, unknown_party
from sim.errors import InputError
from sim.negotiation.endings import Ending
from sim.negotiation.outcomes import Outcomes

CASE = a_scenario({"x": "none some"}, {"russia": {}, "us": {}})
NOTHING = np.full(4, -1)
OUTCOMES = Outcomes(
    world=np.arange(4),
    package=np.array([0, 1, -1, -1]),
    round=np.array([3, 5, 40, 40]),
    ending=np.array([Ending.AGREED, Ending.AGREED, Ending.NO_ZOPA, Ending.DEADLINE]),
    utilities=np.array([[0.1, 1.0], [0.2, 1.0], [0.3, 1.0], [0.4, 1.0]]),
    left_by=NOTHING,
    closest=NOTHING,
    acceptances=np.zeros(4, dtype=int),
)


@pytest.mark.parametrize("text", ["agreed >= 0.5", " agreed>=0.50 ", "agreed  >=  5e-1"])
def test_targets_are_read_as_people_write_them(text):
    assert read_target(text) == Target("agreed", ">=", 0.5)
    assert str(read_target(text)) == "agreed >= 0.5"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("agreed", ["the target is 'agreed', expected a measure, a relation and a number"]),
        ("agreed = 0.5", ["expected a measure, a relation and a number"]),
        ("0.2 < agreed < 0.5", ["expected a measure, a relation and a number"]),
        ("agred >= 0.5", ["unknown measure 'agred', did you mean 'agreed'?"]),
        ("agreed >= 50", ["compared with '50', expected a share of the worlds from 0 to 1"]),
        ("agreed >= half", ["compared with 'half', expected a share"]),
        ("round < nan", ["compared with 'nan', expected a number"]),
        ("ending > many", ["unknown measure 'ending'", "compared with 'many', expected a number"]),
        (">= 0.5", ["unknown measure ''"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_target_is_told(text, told):
    with pytest.raises(InputError) as caught:
        read_target(text)
    assert len(caught.value.problems) == len(told)
    for problem, words in zip(caught.value.problems, told, strict=True):
        assert words in problem.message


def test_a_party_must_be_known():
    assert not list(unknown_party(read_target("utility.us > 0"), CASE))
    assert not list(unknown_party(read_target("round > 0"), CASE))
    (problem,) = unknown_party(read_target("utility.uss > 0"), CASE)
    assert "unknown party 'uss', did you mean 'us'?" in problem.message


@pytest.mark.parametrize(
    ("measure", "count"), [("agreed", 2), ("no_zopa", 1), ("deadline", 1), ("walked_out", 0)]
)
def test_endings_are_measured_by_their_share(measure, count):
    low, high = wilson(np.array([float(count)]), 4)
    assert measure_of(Target(measure, ">", 0.5), CASE, OUTCOMES) == (count / 4, low[0], high[0])


def test_means_are_measured():
    assert measure_of(Target("round", ">", 9.0), CASE, OUTCOMES) == mean_with_interval(
        np.array([3.0, 5, 40, 40])
    )
    assert measure_of(Target("utility.russia", ">", 0.0), CASE, OUTCOMES).mean == pytest.approx(0.25)
    assert measure_of(Target("utility.us", ">", 0.0), CASE, OUTCOMES) == (1, 1, 1)


@pytest.mark.parametrize(
    ("relation", "holds"), [(">=", [0, 1, 1]), (">", [0, 0, 1]), ("<=", [1, 1, 0]), ("<", [1, 0, 0])]
)
def test_relations(relation, holds):
    target = Target("agreed", relation, 0.5)
    assert [target.holds(mean) for mean in (0.4, 0.5, 0.6)] == holds
