"""The Pareto frontier by NegMAS, from points at hand; runs in .venv-peers, which holds it, and not sim.

Reads {"size": ..., "runs": n} from standard input; writes its version, the seconds each run took, and how
many packages lie on the frontier.
"""

import json
import sys
import time
from importlib.metadata import version

import numpy as np
from _preferences import Size, preferences, utilities
from negmas.preferences.ops import pareto_frontier_numpy


def main():
    """Answer one request."""
    asked = json.load(sys.stdin)
    worth = utilities(*preferences(Size(**asked["size"]), 1, np.random.default_rng(1)))[0]
    points = np.ascontiguousarray(worth.T)
    taken = []
    for _ in range(asked["runs"]):
        start = time.perf_counter()
        efficient = len(pareto_frontier_numpy(points))
        taken.append(time.perf_counter() - start)
    json.dump({"version": version("negmas"), "seconds": taken, "efficient": efficient}, sys.stdout)


if __name__ == "__main__":
    main()
