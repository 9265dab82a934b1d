"""What the answer hangs on most, in one sentence."""

from __future__ import annotations

from sim.analysis.exploring.exploration import Exploration
from sim.analysis.exploring.finding import Finding
from sim.analysis.measure import ROUND, UTILITY
from sim.analysis.share_words import share_words
from sim.scenario import Scenario

BOX = ("density", "worlds", "of_interest", "limits")
_ASKED = {
    "agreed": "Whether there is a deal",
    "deadline": "Whether time runs out on a package that all could have signed",
    "no_zopa": "Whether no package is acceptable to all whose consent it needs",
    "walked_out": "Whether somebody walks out",
    ROUND: "The round in which the negotiation ends",
}


def hangs_on(explored: Exploration) -> Finding:
    """Say which uncertain quantity moves a measure most, which way, and under which condition it holds.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.exploring.exploration import explore
    >>> hangs_on(explore(sim.run("2025-08-21", worlds=500, seed=1))).text.split(",")[0]
    'Whether there is a deal hangs most on what no deal is worth to Ukraine'
    """
    drivers = next(finding for finding in explored.findings if finding.about == "drivers")
    largest = drivers.numbers.get("largest", [])
    if not largest:
        return Finding("hangs_on", drivers.text, drivers.numbers)
    top = largest[0]
    table = explored.tables["sensitivity"].set_index("quantity")
    label = str(table["label"][top["quantity"]])
    alone = share_words(top["explained"])
    condition = next(finding for finding in explored.findings if finding.about == "conditions")
    text = (
        f"{_asked(explored.measure, explored.run.case)} hangs most on {label}, which alone explains {alone} "
        f"of its variance (rank correlation {top['rank']:+.2f}){_box(condition)}."
    )
    box = {key: condition.numbers[key] for key in BOX if key in condition.numbers}
    return Finding("hangs_on", text, {**top, **box})


def _box(condition: Finding) -> str:
    """Join the condition under which it holds, where one is found."""
    if "density" not in condition.numbers:
        return ""
    said = condition.text.strip().rstrip(".").split(" (coverage")[0]
    return f": {said[:1].lower()}{said[1:]}"


def _asked(measure: str, case: Scenario) -> str:
    """Name what a measure asks."""
    if measure.startswith(UTILITY):
        return f"What {case.parties[measure.removeprefix(UTILITY)].name} is left with"
    return _ASKED[measure]
