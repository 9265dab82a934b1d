"""Every scenario that comes with the program loads, can be checked and played, and says what it is."""

from collections import Counter
from functools import cache

import numpy as np
import pytest

import sim
from sim.analysis.comparing.comparison import comparison
from sim.analysis.differing.scenario_diff import differences
from sim.analysis.library import library
from sim.compatibility import positions
from sim.ensemble.sizes import bytes_each
from sim.language import bundled
from sim.worlds import uncertain

ENTRIES = {entry.shelved.name: entry for entry in library()}
VARIANTS = {name: entry.extends for name, entry in ENTRIES.items() if entry.extends is not None}
WHAT_IFS = [name for name in ENTRIES if name.startswith("what-if/")]
WORLDS, SEED = 200, 1
LARGE = 2**20
"""Bytes that a world takes: of larger ones two have to do, if there is nothing in which worlds can differ."""

every = pytest.mark.parametrize("name", ENTRIES)


@cache
def played(name):
    """Play a scenario in the worlds of all."""
    case = ENTRIES[name].scenario
    large = bytes_each(case) > LARGE and not uncertain(case)
    return sim.run(case, worlds=2 if large else WORLDS, seed=SEED)


def test_all_are_listed():
    assert sorted(ENTRIES) == list(bundled())
    assert len(ENTRIES) >= 24


@every
def test_it_can_be_checked(name):
    answer = sim.check(ENTRIES[name].scenario)
    assert answer.packages_possible == ENTRIES[name].packages
    assert {variant.name for variant in answer.variants} == set(ENTRIES[name].scenario.packages)


@every
def test_it_can_be_played(name):
    run = played(name)
    outcomes = run.table
    assert len(outcomes) == run.worlds
    if run.worlds < WORLDS:  # every world is the same one
        assert len(outcomes.drop(columns="world").astype(str).drop_duplicates()) == 1
    else:
        assert run.worlds == WORLDS


@every
def test_its_head_says_what_it_is(name):
    head = ENTRIES[name].shelved.head
    assert head.what.endswith((".", "?"))
    assert head.asks.endswith("?")
    assert head.rests_on.endswith(".")
    assert head.tries
    assert all(command.startswith("sim ") and name in command.split() for command in head.tries)
    assert bool(head.changes) == (name in VARIANTS)


@pytest.mark.parametrize("what", ["title", "asks"])
def test_no_two_are_called_the_same(what):
    told = Counter(entry.as_dict()[what] for entry in ENTRIES.values())
    assert [value for value, count in told.items() if count > 1] == []


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_differs_from_its_base_in_more_than_words(name):
    base = ENTRIES[VARIANTS[name]].scenario
    paths = {one.path for one in differences(base, ENTRIES[name].scenario)}
    assert "scenario" in paths
    assert paths - {"scenario", "about"}


@pytest.mark.parametrize("name", WHAT_IFS)
def test_a_what_if_can_be_compared_world_by_world(name):
    found = comparison(played(VARIANTS[name]), played(name)).as_dict()
    assert found["pairs"] == WORLDS
    assert found["agreed"]["a"] == np.mean(played(VARIANTS[name]).table["ending"] == "AGREED")
    assert found["agreed"]["b"] == np.mean(played(name).table["ending"] == "AGREED")


@pytest.mark.parametrize("name", WHAT_IFS)
def test_a_what_if_makes_a_difference(name):
    """In how worlds end, or at least in which packages are said to cross a line."""
    a, b = (played(one).table[["ending", "package", "round"]] for one in (VARIANTS[name], name))
    said, other = (positions(ENTRIES[one].scenario) for one in (VARIANTS[name], name))
    assert not a.equals(b) or not np.array_equal(said.crossing, other.crossing)
