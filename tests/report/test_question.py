"""What is asked: of scenarios with and without red lines, and where one thing, or nothing, is uncertain."""

import pytest
from builders import a_scenario

import sim
from sim.report.blocks import Listing
from sim.report.question import question, varied
from sim.report.told_run import told_run

LINE = {"no-u": {"forbid": {"x": "u"}, "firmness": 0.5}}
WEIGHED = {"preferences": {"weights": {"x": [1, 2]}, "scores": {"x": {"u": 1}}}}


def told(party, other=None, worlds=2):
    run = sim.run(a_scenario({"x": "u v"}, {"a": party, "b": other or {}}), worlds=worlds, seed=1)
    return told_run(run, "test", "agreed", lambda _: None)


@pytest.mark.parametrize(
    ("parties", "asked"),
    [
        (({},), "No party states a red line: how does the negotiation end?"),
        (
            (WEIGHED,),
            "No party states a red line: how may a negotiation end when nobody knows what each party would "
            "rather accept than no deal?",
        ),
        (
            ({"red_lines": LINE},),
            "Given 1 stated red line, which packages do not cross it, and how may a negotiation end when "
            "nobody knows which lines are held?",
        ),
        (
            ({"red_lines": LINE}, {"red_lines": {"no-v": {"forbid": {"x": "v"}, "firmness": 1}}}),
            "Given 2 stated red lines, which packages cross none of them, and how may",
        ),
    ],
)
def test_what_is_asked(parties, asked):
    assert asked in str(question(told(*parties)))


@pytest.mark.parametrize(
    ("party", "worlds", "said"),
    [
        (
            {},
            2,
            "Nothing is uncertain in this scenario; the negotiation is played in 2 worlds, which are all",
        ),
        ({}, 1, "Nothing is uncertain in this scenario; the negotiation is played in 1 world."),
        (WEIGHED, 2, "it draws 1 quantity anew (1 weight of an issue), each"),
        ({"red_lines": LINE}, 1, "in 1 world. A world is one guess at everything nobody knows: it draws 1 "),
        (
            WEIGHED | {"no_deal": {"value": [0, 1], "drift": [0, 0.1]}},
            2,
            "draws 3 quantities anew (1 weight of an issue, 1 reservation value and 1 drift of a reservation",
        ),
    ],
)
def test_what_is_drawn(party, worlds, said):
    assert said in varied(told(party, worlds=worlds))


@pytest.mark.parametrize(("rounds", "told_as"), [(3, [("rounds 40 -> 3",)]), (40, [])])
def test_what_was_changed_is_told_at_once_and_the_case_goes_on_asking(rounds, told_as):
    case = sim.load("2025-08-21", {"negotiation.rounds": rounds})
    blocks = question(told_run(sim.run(case, worlds=20, seed=1), "test", "agreed", lambda _: None)).inside
    assert [block.items for block in blocks if isinstance(block, Listing)] == told_as
    assert "Which packages cross nobody's red line" in str(blocks[1])
