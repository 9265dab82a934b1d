"""Functions, and a scenario, whose Sobol indices are known, and their values at the points of a design."""

import math

import numpy as np
from builders import a_scenario

from sim.worlds.designs.saltelli import Saltelli

A, B = 7.0, 0.1
ISHIGAMI_FIRST = (0.31390519114781146, 0.4424111447900409, 0.0)
ISHIGAMI_TOTAL = (0.5575888552099592, 0.4424111447900409, 0.2436836640621477)
ISHIGAMI_SECOND = (0.0, 0.2436836640621477, 0.0)
"""Of a = 7, b = 0.1, from the formulas of Ishigami and Homma (1990)."""


def ishigami(points):
    """sin x1 + a sin^2 x2 + b x3^4 sin x1 at points in the unit cube, which stand for -pi to pi."""
    x1, x2, x3 = math.pi * (2 * np.asarray(points).T - 1)
    return np.sin(x1) + A * np.sin(x2) ** 2 + B * x3**4 * np.sin(x1)


def g_function(points, weights):
    """Sobol's g-function: the product of (|4 x - 2| + a) / (1 + a)."""
    weights = np.asarray(weights)
    return ((np.abs(4 * np.asarray(points) - 2) + weights) / (1 + weights)).prod(axis=1)


def g_indices(weights):
    """Return first, second (as a matrix) and total indices of the g-function, from its formulas."""
    parts = 1 / (3 * (1 + np.asarray(weights, float)) ** 2)
    variance = np.prod(1 + parts) - 1
    return (
        parts / variance,
        np.outer(parts, parts) / variance,
        parts * np.prod(1 + parts) / (1 + parts) / variance,
    )


def saltelli_points(inputs, samples, second=False, seed=1):
    """Return the points of all worlds of a design (worlds, inputs), and the design."""
    names = [f"x{place}" for place in range(inputs)]
    design = Saltelli(seed, samples, tuple((name,) for name in names), second)
    drawn = design.part(0, design.worlds)
    return np.stack([drawn(name) for name in names], axis=1), design


def blocks(function, inputs, samples, second=False, seed=1):
    """Return a function's values, a row for each sample."""
    points, design = saltelli_points(inputs, samples, second, seed)
    return function(points).reshape(samples, design.places)


def two_lines(p=0.5, q=0.5):
    """One package, which each of two parties refuses if it holds its line: agreed = neither is held."""
    lines = {
        party: {f"l{party}": {"forbid": {"x": "a"}, "firmness": chance}}
        for party, chance in (("p", p), ("q", q))
    }
    return a_scenario(
        {"x": "a"}, {party: {"red_lines": line} for party, line in lines.items()}, negotiation={"rounds": 2}
    )
