"""Trivial models, and outcomes, by Mesa's `batch_run` and by EMA Workbench; runs in .venv-peers, with both.

Reads {"worlds": n, "rows": n, "columns": n, "runs": n} from standard input; writes versions and seconds.
"""

import json
import os
import sys
import tempfile
import time
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd


def timed(call, runs):
    """Return the seconds of some calls, after one that does not count."""
    seconds = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return seconds[1:]


def by_mesa(worlds, runs):
    """Mesa: a model with two agents that stops after its first step."""
    import mesa

    class Trivial(mesa.Model):
        def __init__(self, rng=None):
            super().__init__(rng=rng)
            mesa.Agent.create_agents(self, 2)
            self.datacollector = mesa.DataCollector(
                model_reporters={"agreed": lambda model: not model.running}
            )

        def step(self):
            self.running = False
            self.datacollector.collect(self)

    return timed(
        lambda: mesa.batch_run(
            Trivial, {}, rng=list(range(worlds)), number_processes=1, display_progress=False
        ),
        runs,
    )


def by_ema(worlds, runs):
    """EMA Workbench: a function of one uncertain number, one by one in this process, and on both cores."""
    from ema_workbench import (
        Model,
        MultiprocessingEvaluator,
        RealParameter,
        ScalarOutcome,
        SequentialEvaluator,
    )

    model = Model("trivial", function=trivial)
    model.uncertainties = [RealParameter("x", 0, 1)]
    model.outcomes = [ScalarOutcome("agreed")]

    def alone():
        with SequentialEvaluator(model) as evaluator:
            evaluator.perform_experiments(scenarios=worlds)

    def together():
        with MultiprocessingEvaluator(model, n_processes=len(os.sched_getaffinity(0))) as evaluator:
            evaluator.perform_experiments(scenarios=worlds)

    return {"one": timed(alone, runs), "all": timed(together, runs)}


def trivial(x):
    """Agree if x is above a half."""
    return {"agreed": float(x > 0.5)}


def tables_by_ema(rows, columns, runs):
    """EMA Workbench: experiments and outcomes into an archive, and back."""
    from ema_workbench import ScalarOutcome, load_results, save_results

    for column in range(columns):
        ScalarOutcome(f"o{column}")  # whose kind it looks up when it saves
    rng = np.random.default_rng(1)
    experiments = pd.DataFrame({"scenario": np.arange(rows), "policy": "None", "model": "trivial"})
    outcomes = {f"o{column}": rng.random(rows) for column in range(columns)}
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "results.tar.gz")
        saved = timed(lambda: save_results((experiments, outcomes), file), runs)
        loaded = timed(lambda: load_results(file), runs)
    return {"save": saved, "load": loaded}


def main():
    """Answer one request."""
    asked = json.load(sys.stdin)
    warnings.simplefilter("ignore")
    worlds, runs = asked["worlds"], asked["runs"]
    answer = {
        "versions": {name: version(name) for name in ("mesa", "ema_workbench")},
        "mesa": by_mesa(worlds, runs),
        "ema": by_ema(worlds, runs),
        "tables": tables_by_ema(asked["rows"], asked["columns"], runs),
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
