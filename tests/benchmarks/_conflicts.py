"""Random conflicts to measure with: binary issues that each one party controls, and strict rankings."""

import numpy as np
from _measuring import seconds

from sim.graph_model import CONCEPTS, controlled_moves

BINARY = 2


def conflict(issues=11, parties=5, worlds=(), seed=1):
    """Draw a conflict; return its moves and the preferences of each world.

    11 binary issues make 2,048 packages. The issues are dealt out to the parties in turn, and no rule forbids
    anything.
    """
    rng = np.random.default_rng(seed)
    shape = (BINARY,) * issues
    packages = BINARY**issues
    controls = [range(party, issues, parties) for party in range(parties)]
    ranks = np.tile(np.arange(packages), (*worlds, parties, 1))
    moves = controlled_moves(shape, np.ones(packages, dtype=bool), controls)
    return moves, rng.permuted(ranks, axis=-1)


def stability(moves, preferences, sanctions="legal"):
    """Work out the stability of all packages for all parties under every concept: what is to be timed."""
    return {name: concept(moves, preferences, sanctions) for name, concept in CONCEPTS.items()}


def stability_seconds(runs, sanctions="legal", **of):
    """Time the stability of one conflict; return (median, least, most), what compiles apart."""
    moves, preferences = conflict(**of)
    stability(moves, preferences, sanctions)
    return seconds(lambda: stability(moves, preferences, sanctions), runs)
