"""What drives a measure, as the tables of its pictures."""

from __future__ import annotations

import pandas as pd

from sim.analysis.inputs import owner
from sim.analysis.measure import is_share
from sim.analysis.measure_words import measure_words
from sim.analysis.sensitivity.morris import Morris
from sim.analysis.sensitivity.sobol import Sobol
from sim.scenario import Scenario
from sim.worlds.designs.trajectories import STEP


def pictured(found: Sobol | Morris, case: Scenario) -> dict[str, pd.DataFrame]:
    """Return picture name -> table: `sobol_bars` or `morris_steps`.

    To the table of `found` is added `party`, whose group it is, empty if it is nobody's; and to that of
    Morris `step`, `step_low`, `step_high`: how much a step by half the range changes the measure, on average
    up or down. Of a share of worlds that is how often the step changes the answer. `attrs["about"]` says in
    words what the measure tells of a world, `attrs["is_share"]` whether it holds or not.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.sensitivity.morris import morris
    >>> august = sim.load("2025-08-21")
    >>> table = pictured(morris(august, samples=4, seed=1), august)["morris_steps"]
    >>> [str(party) for party in table["party"][:1]]
    ['ukraine']
    """
    table = found.table.assign(party=[_party(group, case) for group in found.table["group"]])
    measure = table.attrs["measure"]
    table.attrs |= {"about": measure_words(measure, case), "is_share": is_share(measure)}
    if isinstance(found, Sobol):
        return {"sobol_bars": table}
    steps = {f"step{end}": table[f"mu_star{end}"] * STEP for end in ("", "_low", "_high")}
    return {"morris_steps": table.assign(**steps)}


def _party(group: str, case: Scenario) -> str:
    """Return whose a group is: itself a party, or a quantity of one."""
    party = group if group in case.parties else owner(group)
    return party if party in case.parties else ""
