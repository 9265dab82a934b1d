"""How close the table came and what would have helped, counted by hand."""

import json

from builders import a_run, a_scenario

from sim.analysis.summing_up.deadline import deadline

CASE = a_scenario(
    {"x": "u v"}, {"a": {}, "b": {"consent": {"when": {"x": "v"}}}, "c": {}, "w": {"consent": "never"}}
)
U, V = 0, 1  # u needs a and c, v needs b too
MISSED = ("DEADLINE", -1, 4, [0.5] * 4, "")
AGREED = ("AGREED", 1, 4, [0.5] * 4, "")
RUN = a_run(
    CASE, MISSED, MISSED, MISSED, MISSED, AGREED,
    closest=[V, V, U, -1, V],
    acceptances=[1, 2, 1, 0, 3],
    would_help=["more_rounds; softer.a", "", "more_rounds", "", ""],
)  # fmt: skip


def test_the_closest_offers_come_first():
    table = deadline(RUN).closeness
    assert table[["accepted", "needed", "count", "share"]].to_numpy().tolist() == [
        [1, 2, 1, 0.25],
        [2, 3, 1, 0.25],
        [1, 3, 1, 0.25],
        [0, 0, 1, 0.25],
    ]


def test_remedies_are_counted_and_so_is_where_none_would_have_helped():
    told = deadline(RUN)
    assert told.worlds == 4
    assert told.remedies[["id", "label", "count", "share"]].to_numpy().tolist() == [
        ["more_rounds", "twice the rounds", 2, 0.5],
        ["softer.a", "A alone concedes early", 1, 0.25],
        ["softer.b", "B alone concedes early", 0, 0],
        ["softer.c", "C alone concedes early", 0, 0],
        ["none", "none of these alone", 2, 0.5],
    ]
    assert (told.remedies["low"] <= told.remedies["share"]).all()


def test_without_missed_deadlines_there_is_nothing_to_tell():
    told = deadline(a_run(CASE, AGREED))
    assert json.dumps(told.as_dict()) == '{"worlds": 0, "refused": 0, "closeness": [], "remedies": []}'
