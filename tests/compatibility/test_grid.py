"""Blocks together are the whole grid, whatever their size, and say what a loop over packages says."""

import numpy as np
import pytest
from examples import examples
from generators import scenarios
from hypothesis import given, settings

from sim.compatibility import grid as grids
from sim.compatibility.grid import grid
from sim.compatibility.positions import positions
from sim.compatibility.stand import stand
from sim.compatibility.tally import gathered, joined, tally

few = settings(max_examples=examples(25), deadline=None)


@few
@given(scenarios())
def test_any_block_size_gives_the_same_arrays(case):
    whole = positions(case)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grids, "BLOCK", 3)
        blocks = list(grid(case).blocks())
        small = positions(case)
    assert [block.first for block in blocks] == list(np.cumsum([0] + [len(b.possible) for b in blocks[:-1]]))
    for what in ("possible", "crossing", "blocking", "consent"):
        assert np.array_equal(getattr(small, what), getattr(whole, what))


@few
@given(scenarios())
def test_arrays_say_what_the_text_says_of_each_package(case):
    public = positions(case)
    for index in range(min(case.space.size, 20)):
        package = case.space.package(index)
        assert public.possible[index] == (not any(matches(package, rule.forbid) for rule in case.rules))
        needed = [name for name, party in case.parties.items() if asks(package, party.consent)]
        crossed = [name for name, (_, line) in case.red_lines.items() if crosses(package, line)]
        blocked = [name for name in crossed if case.red_lines[name][0] in needed]
        assert [
            p for p, asked in zip(public.parties, public.consent[:, index], strict=True) if asked
        ] == needed
        assert bits_of(public.crossing[index], public.lines) == crossed
        assert bits_of(public.blocking[index], public.lines) == blocked
        found = stand(case, index)
        assert (list(found.crosses), list(found.blocks), list(found.needed)) == (crossed, blocked, needed)


def matches(package, pattern):
    return all(package[issue] in options for issue, options in pattern.items())


def crosses(package, line):
    against = matches(package, line.forbid) if line.forbid is not None else not matches(package, line.require)
    return against and not (line.unless is not None and matches(package, line.unless))


def asks(package, consent):
    if isinstance(consent, str):
        return consent == "always"
    return any(package[issue] in options for issue, options in consent.when.items())


def bits_of(word, lines):
    return [line for place, line in enumerate(lines) if int(word[place // 64]) >> (place % 64) & 1]


def test_tallies_add_up_in_any_number_of_parts(monkeypatch):
    words = np.random.default_rng(1).integers(0, 9, (500, 1)).astype(np.uint64)
    whole = tally(words, np.arange(500))
    monkeypatch.setattr("sim.compatibility.tally.MANY", 20)
    parts = gathered(tally(words[at : at + 7], np.arange(at, min(at + 7, 500))) for at in range(0, 500, 7))
    for what in ("words", "counts", "first"):
        assert np.array_equal(getattr(parts, what), getattr(whole, what))
    assert whole.counts.sum() == 500
    assert joined([whole]).first.tolist() == [
        int(np.flatnonzero(words[:, 0] == kind)[0]) for kind in range(9)
    ]


def test_words_of_more_than_64_lines_are_told_apart():
    words = np.array([[0, 1], [0, 2], [0, 1], [1, 0]], dtype=np.uint64)
    found = tally(words, np.arange(4))
    assert sorted(zip(found.words.tolist(), found.counts.tolist(), strict=True)) == [
        ([0, 1], 2), ([0, 2], 1), ([1, 0], 1)
    ]  # fmt: skip
