"""Concessions and conflicts, checked by their definitions and not by their solver."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.compatibility import bits
from sim.compatibility.minimal_sets import concessions, conflicts

LINES = 5
PACKAGES = st.lists(st.frozensets(st.integers(0, LINES - 1)), min_size=1, max_size=12)


def words(packages):
    members = np.array([[line in package for line in range(LINES)] for package in packages])
    return bits.pack(members)


def can_be_held(lines, packages):
    """Say whether some package crosses none of these lines."""
    return any(not (package & lines) for package in packages)


def every_set():
    return [frozenset(members) for size in range(LINES + 1) for members in combinations(range(LINES), size)]


@given(PACKAGES)
def test_conflicts_are_the_minimal_sets_that_no_package_respects(packages):
    failing = [lines for lines in every_set() if not can_be_held(lines, packages)]
    expected = {lines for lines in failing if not any(other < lines for other in failing)}
    assert set(conflicts(concessions(words(packages)))) == expected


@given(PACKAGES)
def test_concessions_are_the_minimal_sets_whose_removal_opens_something(packages):
    everything = frozenset(range(LINES))
    opening = [lines for lines in every_set() if can_be_held(everything - lines, packages)]
    expected = {lines for lines in opening if not any(other < lines for other in opening)}
    assert set(concessions(words(packages))) == expected


def test_two_lines_against_each_other():
    crossed = words([frozenset({0}), frozenset({1}), frozenset({0, 2})])
    assert concessions(crossed) == [frozenset({0}), frozenset({1})]
    assert conflicts(concessions(crossed)) == [frozenset({0, 1})]
