"""Solution concepts over many packages and many worlds; one thread is set before this is imported.

`frontier_seconds` has its like in _negmas_frontier.py, which draws the same preferences.
"""

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

import numpy as np
from _measuring import seconds
from _preferences import Size, preferences, utilities

import sim
from sim.analysis.acceptability import acceptability
from sim.analysis.landing import landing
from sim.solutions import CONCEPTS, pareto_efficient

HERE = Path(__file__).parent
PEERS = HERE.parents[1] / ".venv-peers" / "bin" / "python"

FRONTIER = Size(parties=6, issues=8, options=4, rounds=1)
PARTIES, PACKAGES, RESERVATION_VALUE = 6, 324, 0.2


def points(size=FRONTIER):
    """Draw what each package is worth to each party in one world: (parties, packages)."""
    return utilities(*preferences(size, 1, np.random.default_rng(1)))[0]


def many_worlds(worlds=10_000):
    """Draw uniform utilities (worlds, parties, packages) and reservation values: a quarter can be signed."""
    rng = np.random.default_rng(1)
    worth = rng.random((worlds, PARTIES, PACKAGES))
    return worth, np.full((worlds, PARTIES), RESERVATION_VALUE)


def frontier_seconds(runs, size=FRONTIER):
    """Return (median, least, most) seconds for the frontier of one world, and how many packages lie there."""
    worth = points(size)
    efficient = int(pareto_efficient(worth).sum())
    return seconds(lambda: pareto_efficient(worth), runs), efficient


def negmas_frontier(runs, size=FRONTIER, python=PEERS):
    """Ask NegMAS the same: {"version": ..., "seconds": [...], "efficient": n}."""
    told = subprocess.run(
        (python, HERE / "_negmas_frontier.py"),
        input=json.dumps({"size": asdict(size), "runs": runs}),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return json.loads(told.stdout)


def concept_seconds(runs, worlds=10_000):
    """Return {concept: (median, least, most) seconds} over many worlds; "all" is one after the other."""
    worth, least = many_worlds(worlds)
    calls = {name: _call(concept, worth, least) for name, concept in CONCEPTS.items()}
    calls["pareto"] = lambda: pareto_efficient(worth)
    pareto_efficient(worth[:1])  # compiled, or loaded, before it is timed
    every = tuple(calls.values())
    calls["all"] = lambda: [call() for call in every]
    return {name: seconds(call, runs) for name, call in calls.items()}


def august_seconds(runs, worlds=10_000):
    """Return {what: (median, least, most) seconds} of what is asked of a run of the August case."""
    run = sim.run("2025-08-21", worlds=worlds, seed=1)
    asked = {"landing": landing, "acceptability": acceptability}
    for look in asked.values():
        look(sim.run("2025-08-21", worlds=10, seed=1))  # compiled, or loaded, before it is timed
    return {name: seconds(lambda look=look: look(run), runs) for name, look in asked.items()}


def _call(concept, worth, least):
    return lambda: concept(worth, least)
