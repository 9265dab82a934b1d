"""What the answer hangs on most, in one sentence."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sim.analysis.discovery.quasi_p_values import CHANCE
from sim.analysis.discovery.words import density_words
from sim.analysis.exploring.exploration import Exploration
from sim.analysis.exploring.finding import Finding
from sim.analysis.sensitivity.main_driver import main_driver
from sim.scenario.listing import listed

BOX = ("density", "worlds", "of_interest", "limits")


def hangs_on(explored: Exploration) -> Finding:
    """Say which uncertain quantity explains most of a measure, which way, and under which condition it holds.

    Conditions that might be chance are said to be.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.exploring.exploration import explore
    >>> hangs_on(explore(sim.run("2025-08-21", worlds=500, seed=1))).text.split(",")[0]
    'Whether there is a deal hangs above all on what no deal is worth to Ukraine'
    """
    found = {finding.about: finding for finding in explored.findings}
    if "sensitivity" not in explored.tables:
        return Finding("hangs_on", found["drivers"].text, found["drivers"].numbers)
    says, largest = main_driver(explored.tables["sensitivity"]), found["drivers"].numbers["largest"]
    if not largest:
        return Finding("hangs_on", f"{says}.", found["drivers"].numbers)
    condition, box = _box(explored.tables.get("box_conditions"))
    text = f"{says} (rank correlation {largest[0]['rank']:+.2f}){condition}."
    numbers = found["conditions"].numbers
    return Finding(
        "hangs_on", text, {**largest[0], **{key: numbers[key] for key in BOX if key in numbers}, **box}
    )


def _box(table: pd.DataFrame | None) -> tuple[str, dict[str, Any]]:
    """Join the conditions of the first box, and name those that might be chance; none if it has none."""
    if table is None or (rows := table[table["search"] == 0]).empty:
        return "", {}
    doubtful = rows[rows["quasi_p"] > CHANCE]
    told = density_words(table.attrs["about"], float(rows["density"].iloc[0]), rows["words"].tolist())
    caution = f"; might be chance: {_which(doubtful['words'].tolist(), len(rows))}"
    numbers = {"might_be_chance": [str(name) for name in doubtful["input"]]}
    return f": {told}{caution if len(doubtful) else ''}", numbers


def _which(doubtful: list[str], conditions: int) -> str:
    """Name conditions, unless it is all of them."""
    if len(doubtful) < conditions:
        return listed(doubtful)
    return "this condition" if conditions == 1 else "each of these conditions"
