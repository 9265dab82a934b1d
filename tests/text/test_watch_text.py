"""A watched negotiation as people read it."""

from dataclasses import replace

import pytest
from builders import a_scenario

import sim
from sim.negotiation.endings import Ending
from sim.negotiation.transcript import Turn
from sim.negotiation.watched import Watched
from sim.text import watch_text

CASE = a_scenario(
    {"troops": "none some"},
    {
        "a": {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}},
        "b": {"red_lines": {"troops": {"require": {"troops": "some"}}}},
    },
)


def watched(*turns, ending=Ending.DEADLINE, package=None, held=("no-troops", "troops")):
    return Watched(CASE, 1, 0, held, ending, turns[-1].round, package, turns)


def offer(round_, party, package, refused=-1, why=""):
    return Turn(round_, party, "offers", package, refused, why)


def headings(text):
    return [line.rstrip() for line in text.splitlines() if line.startswith("Round")]


def test_rounds_in_which_all_repeat_themselves_are_told_once(shown):
    same = [(offer(n, "a", 0), offer(n, "b", 1, 0, "it wants more")) for n in (1, 2, 4, 5, 6)]
    other = (offer(3, "a", 0), Turn(3, "b", "accepts", 0, -1, ""))
    turns = [*same[0], *same[1], *other, *same[2], *same[3], *same[4]]
    text = shown(watch_text(watched(*turns)))
    assert headings(text) == [
        "Rounds 1 to 2, figures of round 1",
        "Round 3",
        "Rounds 4 to 6, figures of round 4",
    ]
    assert text.count("B refuses (it wants more) and offers Some.") == 1
    assert text.count("B refuses (it wants more) and repeats its offer.") == 1


def test_a_reason_whose_numbers_change_does_not_keep_rounds_apart(shown):
    turns = [offer(n, "b", 1, 0, f"it still asks for 0.{9 - n}") for n in (1, 2)]
    text = shown(watch_text(watched(*turns)))
    assert headings(text) == ["Rounds 1 to 2, figures of round 1"]
    assert "0.8" in text


def test_refusing_something_else_keeps_rounds_apart(shown):
    turns = [offer(1, "b", 1, 0, "it wants more"), offer(2, "b", 1, 1, "it wants less")]
    assert headings(shown(watch_text(watched(*turns)))) == ["Round 1", "Round 2"]


def test_the_last_round_is_told(shown):
    turns = [offer(1, "a", 0), offer(2, "a", 1)]
    assert headings(shown(watch_text(watched(*turns)))) == ["Round 1", "Round 2"]


def test_each_deed_has_its_sentence(flowing):
    turns = [
        offer(1, "a", 0),
        Turn(1, "b", "passes", -1, 0, "it crosses its red line troops"),
        Turn(2, "b", "accepts", 0, -1, ""),
    ]
    text = flowing(watch_text(watched(*turns, ending=Ending.AGREED, package=0)))
    assert "A offers None." in text
    assert "B refuses (it crosses its red line troops) and passes: it has no package to offer." in text
    assert "B accepts the offer of A." in text
    assert text.endswith(f"{Ending.AGREED.sentence} Agreed in round 2: None.")


def test_a_party_that_faces_no_offer_refuses_nothing(flowing):
    text = flowing(watch_text(watched(Turn(1, "a", "passes", -1, -1, ""))))
    assert "A passes: it has no package to offer." in text


def test_bluffs_are_disclosed_to_the_reader(flowing):
    text = flowing(watch_text(watched(offer(1, "a", 0), held=("troops",))))
    assert "Stated, but not held in this world: no-troops." in text
    assert "not held" not in flowing(watch_text(watched(offer(1, "a", 0))))


def test_lines_that_are_given_up_are_disclosed_to_the_reader(flowing):
    seen = replace(watched(offer(1, "a", 0)), gives_way={"troops": 4})
    assert "Held at first, and given up: troops from round 4." in flowing(watch_text(seen))


def test_the_ending_tells_why(flowing):
    seen = replace(watched(offer(1, "a", 0)), reasons=("Nobody moved.", "Time was short."))
    assert flowing(watch_text(seen)).endswith(f"{Ending.DEADLINE.sentence} Nobody moved. Time was short.")


def test_who_walks_out_is_named_with_the_reason(flowing):
    case = sim.load("2025-08-21", {"parties.russia.walks_out": {"after": 3}})
    text = flowing(watch_text(sim.watch(case, seed=1, world=3)))
    why = "it has heard no offer that it can accept for 3 rounds"
    assert f"Russia walks out: {why}. {Ending.WALKED_OUT.sentence}" in text
    assert text.endswith(f"Russia left the table in round 3: {why}.")


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("world", range(3))
def test_every_refusal_in_the_august_case_is_told_with_its_reason(flowing, width, world):
    seen = sim.watch("2025-08-21", seed=1, world=world)
    refusals = [turn for turn in seen.turns if turn.refused >= 0]
    assert refusals
    assert [turn for turn in seen.turns if bool(turn.why) != (turn.refused >= 0)] == []
    text = flowing(watch_text(seen), width)
    assert f"refuses ({refusals[0].why}) and" in text
    assert text.startswith("Security guarantees for Ukraine, 21 August 2025 2025-08-21, seed 1, world")
    assert seen.ending.sentence in text
