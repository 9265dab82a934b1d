"""How long Sobol indices take from outputs that are there: ours, and SALib's of the same outputs.

`ours` runs here. `main` runs in .venv-peers, which holds SALib (see peers.txt), and not sim: it reads
{"inputs": n, "rows": n, "second": bool, "resamples": n, "runs": n} from standard input, and writes
{"version": ..., "seconds": [...], "first": [...], "total": [...], "second": [...]}.
"""

import json
import sys
import time
from importlib.metadata import version

import numpy as np

INPUTS, ROWS, RESAMPLES = 30, 4096, 100
SEED = 1


def outputs(inputs=INPUTS, rows=ROWS, *, second=False):
    """Return outputs of Sobol's g-function with growing weights: in each row at A, the mixed points and B."""
    a, b = np.random.default_rng(SEED).random((2, rows, inputs))
    weights = np.arange(inputs) / 2
    of_a, of_b = ((np.abs(4 * points - 2) + weights) / (1 + weights) for points in (a, b))
    at_a, at_b = of_a.prod(axis=1, keepdims=True), of_b.prod(axis=1, keepdims=True)
    mixed = [at_a / of_a * of_b, *([at_b / of_b * of_a] if second else [])]
    return np.hstack([at_a, *mixed, at_b])


def ours(runs, *, second=False, inputs=INPUTS, rows=ROWS, resamples=RESAMPLES):
    """Time our indices; return the seconds of each run, after one that does not count, and the indices."""
    from sim.analysis.sensitivity.sobol_indices import sobol_indices

    given, taken = outputs(inputs, rows, second=second), []
    for _ in range(runs + 1):
        start = time.perf_counter()
        found = sobol_indices(given, second=second, resamples=resamples)
        taken.append(time.perf_counter() - start)
    pairs = found.second.tolist() if second else []
    return {
        "seconds": taken[1:],
        "first": found.first.tolist(),
        "total": found.total.tolist(),
        "second": pairs,
    }


def by_salib(inputs, rows, second, resamples, runs):
    """Time SALib's indices of the same outputs, in this process alone; return the same."""
    from SALib.analyze import sobol

    names = [f"x{place}" for place in range(inputs)]
    problem = {"num_vars": inputs, "names": names, "bounds": [[0.0, 1.0]] * inputs}
    given, taken = outputs(inputs, rows, second=second).ravel(), []
    for _ in range(runs):
        start = time.perf_counter()
        found = sobol.analyze(
            problem,
            given,
            calc_second_order=second,
            num_resamples=resamples,
            seed=SEED,
            print_to_console=False,
        )
        taken.append(time.perf_counter() - start)
    return {
        "version": version("SALib"),
        "seconds": taken,
        "first": found["S1"].tolist(),
        "total": found["ST"].tolist(),
        "second": found["S2"][np.triu_indices(inputs, 1)].tolist() if second else [],
    }


def main():
    """Answer one request."""
    json.dump(by_salib(**json.load(sys.stdin)), sys.stdout)


if __name__ == "__main__":
    main()
