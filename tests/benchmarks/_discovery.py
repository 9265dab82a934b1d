"""PRIM, ours and EMA Workbench's, on the same worlds; run as a script, in .venv-peers, it is EMA Workbench's.

The script reads {"folder": path or null, "worlds": n, "inputs": n, "runs": n} from standard input, and writes
{"version": ..., "seconds": [...], "boxes": [[worlds, of interest], ...]}. With a folder, it is that of the
reference figures, and the data are those of Bryant and Lempert; else random ones. Reading or drawing them
does not count, nor does importing a program; ours finds and tells all boxes, as theirs does.
"""

import json
import logging
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

LARGE = {"worlds": 100_000, "inputs": 30}
LIMITS = {"small": 0.12, "large": 2.5}  # s
SETTINGS = {"peel": 0.1, "paste": 0.05, "least_mass": 0.05}


def data(folder=None, worlds=0, inputs=0):
    """Return a table of inputs, and which worlds are of interest."""
    return _bryant(Path(folder)) if folder else _random(worlds, inputs)


def ours(runs, **which):
    """Return what the script writes, of our PRIM."""
    from sim.analysis.discovery import prim
    from sim.version import __version__

    inputs, of_interest = data(**which)

    def find():
        found = prim(inputs, of_interest, **SETTINGS).table
        return found[["worlds", "of_interest"]].to_numpy().tolist()

    return {"version": __version__, **_timed(find, runs)}


def theirs(runs, **which):
    """Return what the script writes, of EMA Workbench."""
    from ema_workbench.analysis import prim

    warnings.simplefilter("ignore")
    logging.disable()
    inputs, of_interest = data(**which)

    def find():
        searched = prim.Prim(
            inputs,
            of_interest,
            peel_alpha=SETTINGS["peel"],
            paste_alpha=SETTINGS["paste"],
            mass_min=SETTINGS["least_mass"],
            obj_function=prim.PRIMObjectiveFunctions.LENIENT1,
        )
        found = searched.find_box().peeling_trajectory
        return found[["n", "k"]].to_numpy(int).tolist()

    return {"version": version("ema_workbench"), **_timed(find, runs)}


def _bryant(folder):
    record = json.loads((folder / "discovery" / "prim_bryant_ema3.json").read_text("utf-8"))
    table = pd.read_csv(folder / "discovery" / "bryant et al 2010 data.csv")
    return table[record["x_columns"]], table[record["y_column"]].to_numpy()


def _random(worlds, inputs):
    """Draw inputs of which five matter, and a tenth of the outcomes nothing explains."""
    rng = np.random.default_rng(1)
    drawn = rng.random((worlds, inputs))
    holds = (drawn[:, :5] < [0.8, 0.7, 0.9, 0.6, 0.8]).all(axis=1)
    of_interest = np.where(rng.random(worlds) < 0.1, rng.random(worlds) < 0.5, holds)
    return pd.DataFrame(drawn, columns=[f"x{number}" for number in range(inputs)]), of_interest.astype(int)


def _timed(find, runs):
    """Time a call several times, after one that does not count if there is more than one."""
    seconds = []
    for _ in range(runs + (runs > 1)):
        start = time.perf_counter()
        boxes = find()
        seconds.append(time.perf_counter() - start)
    return {"seconds": seconds[-runs:], "boxes": boxes}


if __name__ == "__main__":
    json.dump(theirs(**json.load(sys.stdin)), sys.stdout)
