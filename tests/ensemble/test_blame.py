"""The first world that fails alone is found by halving."""

from builders import a_scenario
from hypothesis import given
from hypothesis import strategies as st

from sim.ensemble import blame
from sim.ensemble.blame import first_failing
from sim.ensemble.chunks import Chunk

CASE = a_scenario({"troops": "none some"}, {"a": {}})


def failing_in(worlds, tries):
    def play(case, count, seed, *, first):
        tries.append(count)
        if any(first <= world < first + count for world in worlds):
            raise ValueError

    return play


@given(st.integers(0, 1000), st.integers(1, 2500), st.data())
def test_it_is_found_in_few_tries(first, worlds, data):
    inside = st.integers(first, first + worlds - 1)
    failing, tries = data.draw(st.sets(inside, min_size=1, max_size=5)), []
    before = blame.play_and_diagnose
    blame.play_and_diagnose = failing_in(failing, tries)
    try:
        assert first_failing(CASE, Chunk(0, first, worlds)) == min(failing)
    finally:
        blame.play_and_diagnose = before
    assert len(tries) <= worlds.bit_length() + 1


def test_worlds_that_fail_only_together_are_not_blamed(monkeypatch):
    def together(case, count, seed, *, first):
        if count > 3:
            raise ValueError

    monkeypatch.setattr(blame, "play_and_diagnose", together)
    assert first_failing(CASE, Chunk(0, 0, 20)) is None
