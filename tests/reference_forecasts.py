"""A published election of KTAB's spatial model, and ours from the same actors."""

import json
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sim.analysis.baselines.spatial import spatial_election

CASE = Path("forecasts") / "ktab_pce_soe.json"
PERCENT = 100.0
"""Positions and saliences are published from 0 to 100."""


class Comparison(NamedTuple):
    """One figure: whose it is, "risk" or "probability", as published, and ours."""

    actor: str
    quantity: str
    published: float
    ours: float


def comparisons(reference):
    """Return each actor's attitude to risk and probability in turn 0, as published and as ours."""
    case = json.loads((reference / CASE).read_text("utf-8"))
    actors = case["actors"]
    risk, probability = spatial_election(
        np.array([actor["position"] for actor in actors]) / PERCENT,
        np.array([actor["salience"] for actor in actors]) / PERCENT,
        np.array([actor["influence"] for actor in actors]),
    )
    published = {
        "risk": (case["published_risk_attitudes"], risk),
        "probability": (case["published_pce_probabilities_turn0"], probability),
    }
    return [
        Comparison(actor["name"], quantity, told[actor["name"]], float(ours[place]))
        for quantity, (told, ours) in published.items()
        for place, actor in enumerate(actors)
    ]
