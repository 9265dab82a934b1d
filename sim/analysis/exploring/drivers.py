"""What the answer hangs on: the uncertain quantities that move a measure most."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from sim.analysis.exploring.finding import Finding
from sim.analysis.inputs import TABLE
from sim.analysis.quantity_words import is_event
from sim.analysis.sensitivity.given_data import Sensitivity
from sim.analysis.sensitivity.main_driver import driver_words
from sim.analysis.sensitivity.pawn import DUMMIES
from sim.scenario import Scenario
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent

FEW = 3
FIGURES = ("quantity", "explained", "rank", "pawn_max")


def drivers(found: Sensitivity, case: Scenario) -> Finding:
    """Say which quantities drive a measure, how much of what differs each explains, and which way.

    Named are those that explain more than chance does, as `named` in the table says.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.sensitivity.given_data import sensitivity
    >>> run = sim.run("2025-08-21", worlds=500, seed=1)
    >>> print(drivers(sensitivity(run), run.case).text.split(" of the")[0])
    It hangs above all on what no deal is worth to Ukraine, which explains 49%
    """
    named = found.table[found.table["named"]]
    rows = named.head(FEW).to_dict("records")
    numbers: dict[str, Any] = {
        "quantities": len(found.table),
        "named": len(named),
        "largest": [{key: row[key] for key in FIGURES} for row in rows],
        "parties": {},
    }
    of = counted(len(found.table), "uncertain quantity", "uncertain quantities")
    told = (
        f"{len(named):,} of {of} {'explains' if len(named) == 1 else 'explain'} more than each of {DUMMIES} "
        f"that do nothing{_by_chance(len(found.table) / (DUMMIES + 1))}"
    )
    if not rows:
        return Finding("drivers", f"No quantity explains it alone: {told}.", numbers)
    text = f"It hangs above all on {'; then on '.join(_told(row) for row in rows)}. {told}."
    if not case.correlate:
        numbers["parties"] = _by_party(found)
        sums = [f"{percent(s)} for {case.parties[p].name}" for p, s in numbers["parties"].items()]
        text += f" Added up, the quantities of a party explain {listed(sums)}, each taken alone."
    return Finding("drivers", text, numbers)


def _by_party(found: Sensitivity) -> dict[str, float]:
    """Return the sums of the two parties whose quantities explain most; by chance one may be below 0."""
    parties = found.by_party[found.by_party["party"] != TABLE].head(2)
    sums = zip(parties["party"], parties["explained"].astype(float), strict=True)
    return {party: max(explained, 0.0) for party, explained in sums}


def _told(row: Mapping[Hashable, object]) -> str:
    """Say what a quantity explains, and which way it works if that is certain."""
    quantity, rank = str(row["quantity"]), float(str(row["rank"]))
    told = driver_words(quantity, str(row["label"]), float(str(row["explained"])))
    if float(str(row["rank_low"])) <= 0 <= float(str(row["rank_high"])):
        return told
    more = "more" if rank > 0 else "less"
    way = f"{more} where it is so" if is_event(quantity) else f"the more, the {more}"
    return f"{told} ({way}: rank correlation {rank:+.2f})"


def _by_chance(expected: float) -> str:
    """Say how many quantities would explain so much by chance, unless that is next to none."""
    return f"; by chance alone {expected:.1f} would" if round(expected, 1) else ""
