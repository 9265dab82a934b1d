"""Minimal words and conflicts, checked by their definitions and not by their solver."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.compatibility import bits
from sim.compatibility.minimal_sets import conflicts, minimal_words

LINES = 5
PACKAGES = st.lists(st.frozensets(st.integers(0, LINES - 1)), min_size=1, max_size=12)


def words(packages, lines=LINES):
    members = np.array([[line in package for line in range(lines)] for package in packages])
    return bits.pack(members)


def can_be_held(lines, packages):
    """Say whether some package crosses none of these lines."""
    return any(not (package & lines) for package in packages)


def every_set():
    return [frozenset(members) for size in range(LINES + 1) for members in combinations(range(LINES), size)]


def concessions(packages):
    """Return the inclusion-minimal words, the empty one included."""
    return [one for one in set(packages) if not any(other < one for other in packages)]


@given(PACKAGES)
def test_conflicts_are_the_minimal_sets_that_no_package_respects(packages):
    failing = [lines for lines in every_set() if not can_be_held(lines, packages)]
    expected = {lines for lines in failing if not any(other < lines for other in failing)}
    found, whole = conflicts(concessions(packages), most=1000)
    assert whole
    assert len(found) == len(set(found))
    assert set(found) == expected


@given(PACKAGES)
def test_minimal_words_are_the_minimal_sets_whose_removal_opens_something(packages):
    closed = [package for package in packages if package]
    everything = frozenset(range(LINES))
    opening = [lines for lines in every_set() if can_be_held(everything - lines, closed)]
    expected = {lines for lines in opening if not any(other < lines for other in opening)}
    found, whole = minimal_words(words(packages), most=1000)
    assert whole
    assert set(found) == expected


def test_two_lines_against_each_other():
    assert minimal_words(words([frozenset({0}), frozenset({1}), frozenset({0, 2})]), 9)[0] == [
        frozenset({0}),
        frozenset({1}),
    ]
    assert conflicts([frozenset({0}), frozenset({1})], 9) == ([frozenset({0, 1})], True)


def test_more_than_64_lines():
    packages = [frozenset({3, 70}), frozenset({70}), frozenset({3, 99})]
    assert minimal_words(words(packages, 100), 9) == ([frozenset({70}), frozenset({3, 99})], True)


def test_lists_are_cut_and_say_so():
    lines = [frozenset({line}) for line in range(LINES)]
    assert minimal_words(words(lines), most=2) == (lines[:2], False)
    pairs = [frozenset({2 * n, 2 * n + 1}) for n in range(4)]
    found, whole = conflicts(pairs, most=5)
    assert (len(found), whole) == (5, False)
    assert conflicts(pairs, most=16)[1]
