"""The points of a sweep side by side."""

import json

import pytest
from builders import a_run, a_scenario

from sim.analysis.intervals import wilson
from sim.analysis.sweep_table import sweep_as_dict, sweep_table
from sim.errors import InputError

ISSUES = {"x": "u v"}
DEAL, LATE, NOTHING = ("AGREED", 0, 3), ("DEADLINE", -1, 4), ("NO_ZOPA", -1, 4)


def played(*ends, parties=("a", "b"), seed=1):
    case = a_scenario(ISSUES, {party: {} for party in parties})
    worlds = [(*end, [0.1 * (at + 1)] * len(parties), "") for at, end in enumerate(ends)]
    return a_run(case, *worlds, seed=seed)


POINTS = [
    ({"p.x": 0, "p.y": None}, played(DEAL, DEAL, LATE, NOTHING)),
    ({"p.x": 0.5, "p.y": [0.2, 0.4]}, played(DEAL, LATE, LATE, LATE, parties=("a", "c"))),
    ({"p.x": 1, "p.y": {"name": "no", "considerate": True}}, played(LATE, LATE, LATE, LATE)),
]


def test_one_row_for_each_point():
    table = sweep_table(iter(POINTS))
    assert list(table.columns) == [
        "p.x", "p.y", "agreed", "low", "high", "DEADLINE", "NO_ZOPA", "WALKED_OUT",
        "mean_left_with_a", "mean_left_with_b", "hash", "mean_left_with_c",
    ]  # fmt: skip
    assert table["p.x"].tolist() == [0, 0.5, 1]
    assert table["p.y"].tolist() == ["null", "[0.2, 0.4]", "{name: no, considerate: true}"]
    assert table["agreed"].tolist() == [0.5, 0.25, 0]
    assert table["DEADLINE"].tolist() == [0.25, 0.75, 1]
    assert table["NO_ZOPA"].tolist() == [0.25, 0, 0]
    assert table["mean_left_with_a"].tolist() == pytest.approx([0.25] * 3)
    assert table["mean_left_with_c"].isna().tolist() == [True, False, True]
    assert table["hash"].tolist() == [run.hash for _, run in POINTS]


def test_intervals_are_those_of_the_shares():
    table = sweep_table(POINTS)
    low, high = wilson(table["agreed"].to_numpy() * 4, 4)
    assert table["low"].tolist() == pytest.approx(low.tolist())
    assert table["high"].tolist() == pytest.approx(high.tolist())


def test_the_table_says_where_it_comes_from():
    attrs = sweep_table(POINTS).attrs
    assert attrs["swept"] == ["p.x", "p.y"]
    assert attrs["values"] == [values for values, _ in POINTS]
    assert attrs["parties"] == {"a": "A", "b": "B", "c": "C"}
    assert (attrs["scenario"], attrs["title"], attrs["worlds"], attrs["seed"]) == ("scenario", "Test", 4, 1)


def test_as_plain_values():
    told = json.loads(json.dumps(sweep_as_dict(sweep_table([*POINTS, POINTS[0]])), allow_nan=False))
    assert told["sweep"] == {
        "p.x": [0, 0.5, 1], "p.y": [None, [0.2, 0.4], {"name": "no", "considerate": True}],
    }  # fmt: skip
    assert (told["worlds"], told["seed"], len(told["points"])) == (4, 1, 4)
    first, second, *_ = told["points"]
    assert first["values"] == {"p.x": 0, "p.y": None}
    assert first["hash"] == POINTS[0][1].hash
    assert first["agreed"]["share"] == 0.5
    assert first["endings"] == {"AGREED": 0.5, "DEADLINE": 0.25, "NO_ZOPA": 0.25, "WALKED_OUT": 0}
    assert first["utilities"] == pytest.approx({"a": 0.25, "b": 0.25})
    assert list(second["utilities"]) == ["a", "c"]


def test_nothing_swept_is_one_point():
    told = sweep_as_dict(sweep_table([({}, POINTS[0][1])]))
    assert told["sweep"] == {}
    assert [point["values"] for point in told["points"]] == [{}]


def test_all_points_have_the_same_worlds():
    with pytest.raises(InputError, match="the seed of scenario"):
        sweep_table([POINTS[0], ({"p.x": 1, "p.y": 1}, played(DEAL, DEAL, DEAL, DEAL, seed=2))])
    with pytest.raises(InputError, match="the number of worlds of scenario"):
        sweep_table([POINTS[0], ({"p.x": 1, "p.y": 1}, played(DEAL))])
    with pytest.raises(InputError, match="without points"):
        sweep_table([])
