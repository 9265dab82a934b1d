"""Bargaining problems for tests, in eighths: ties and gains of zero are common, and sums exact."""

from fractions import Fraction
from math import prod
from typing import NamedTuple

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import sim.solutions

EIGHTHS = st.integers(0, 8).map(lambda count: count / 8)
NAMES = [
    name for name in sim.solutions.__all__ if name.endswith("_bargaining") and not name.startswith("is_")
]
CONCEPTS = [getattr(sim.solutions, name) for name in NAMES]
CHECKERS = {concept: getattr(sim.solutions, f"is_{concept.__name__}") for concept in CONCEPTS}
untimed = settings(deadline=None)  # the first call may wait for the compiler


class Problem(NamedTuple):
    """What every concept takes."""

    utilities: np.ndarray
    reservation_values: np.ndarray
    among: np.ndarray

    def map(self, change):
        return Problem(*map(change, self))


@st.composite
def problems(draw, worlds=()):
    parties, packages = draw(st.integers(1, 4)), draw(st.integers(1, 9))
    return Problem(
        draw(arrays(float, (*worlds, parties, packages), elements=EIGHTHS)),
        draw(arrays(float, (*worlds, parties), elements=st.sampled_from([0.0, 0.125, 0.25, 0.5]))),
        draw(arrays(bool, (*worlds, packages), elements=st.integers(0, 3).map(bool))),
    )


def gains(problem):
    """Return {package: exact gains of the parties} of the packages that all would sign."""
    utilities = [[Fraction(value) for value in party] for party in problem.utilities.tolist()]
    least = [Fraction(value) for value in problem.reservation_values.tolist()]
    start = [max(value, min(party)) for value, party in zip(least, utilities, strict=True)]
    return {
        package: [worth - start[party] for party, worth in enumerate(worths)]
        for package, worths in enumerate(zip(*utilities, strict=True))
        if problem.among[package] and all(w >= r for w, r in zip(worths, least, strict=True))
    }


def greatest_gains(problem):
    """Return the most that each party gains from a package that all would sign."""
    return [max(party) for party in zip(*gains(problem).values(), strict=True)]


def parts(problem):
    """Return {package: gains as parts of the greatest}; who can gain nothing has its part."""
    most = greatest_gains(problem)
    return {
        package: [gain / top if top else Fraction(1) for gain, top in zip(each, most, strict=True)]
        for package, each in gains(problem).items()
    }


def first_with_most(values):
    """Return the lowest package with the greatest value, -1 where there is none."""
    return min((package for package, value in values.items() if value == max(values.values())), default=-1)


def product(values):
    return prod(values, start=Fraction(1))
