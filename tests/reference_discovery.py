"""PRIM on the data of Bryant and Lempert (2010), as EMA Workbench 3.0.0 recorded it, and ours beside it."""

import json

import numpy as np
import pandas as pd

from sim.analysis.discovery import Between, prim


def recorded(reference):
    """Return the record: settings, and the trajectory of boxes."""
    return json.loads((reference / "discovery" / "prim_bryant_ema3.json").read_text("utf-8"))


def data(reference):
    """Return the inputs, and for each run of their model whether it is of interest."""
    record = recorded(reference)
    table = pd.read_csv(reference / "discovery" / "bryant et al 2010 data.csv")
    return table[record["x_columns"]], table[record["y_column"]].to_numpy()


def ours(reference, **settings):
    """Return our boxes with the settings of the record, or others."""
    return prim(*data(reference), **settings)


def rows(reference):
    """Return for each box: number, coverage, density, worlds, of interest, and what differs in the record."""
    found, trajectory = ours(reference), recorded(reference)["trajectory"]
    inputs, _ = data(reference)
    return [
        (
            number,
            round(box.coverage, 6),
            round(box.density, 6),
            box.worlds,
            box.of_interest,
            difference(box, trajectory[number], inputs) if number < len(trajectory) else "not in the record",
        )
        for number, box in enumerate(found)
    ]


def difference(box, row, inputs):
    """Say what differs from the recorded row, to the last bit; "same" if nothing does."""
    recorded_values = {
        "coverage": row["coverage"],
        "density": row["density"],
        "mass": row["mass"],
        "worlds": row["n"],
        "of interest": row["k"],
        "limits": row["restricted"],
    }
    values = {
        "coverage": box.coverage,
        "density": box.density,
        "mass": box.mass,
        "worlds": box.worlds,
        "of interest": box.of_interest,
        "limits": closed(box.limits, inputs),
    }
    differing = [what for what, value in values.items() if value != recorded_values[what]]
    return ", ".join(differing) or "same"


def closed(limits, inputs):
    """Return limits as the record has them: an end that is not cut off is the end of the data."""
    return {
        name: [max(low, inputs[name].min()), min(high, inputs[name].max())]
        for name, (low, high) in _ends(limits)
    }


def _ends(limits):
    for name, limit in limits.items():
        assert isinstance(limit, Between), f"{name} is no number"
        assert np.isfinite([limit.low, limit.high]).any(), f"{name} is not restricted"
        yield name, (limit.low, limit.high)
