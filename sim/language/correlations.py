"""What is said of draws can be done: correlations and designs are of quantities that exist and are open."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem
from sim.language.node import Node
from sim.scenario import Scenario
from sim.scenario.drawable import Place, obstacles


def drawing_problems(root: Node, scenario: Scenario) -> Iterator[Problem]:
    """Find what keeps the worlds of a scenario from being drawn as its text says.

    Unlike the other checks this one asks the noun, so it is for text that has the shape of a scenario.
    """
    for place, message in obstacles(scenario):
        yield _nearest(root, place).problem(message)


def _nearest(root: Node, place: Place) -> Node:
    """Follow keys as far as they are written."""
    node = root
    for step in place:
        child = node.get(step)
        if child is None:
            return node
        node = child
    return node
