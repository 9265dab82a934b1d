"""Where time ran out: how close the table came, and what would have brought agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.compatibility.stand import stand
from sim.ensemble.run import Run
from sim.ensemble.spelling import spelled
from sim.negotiation.diagnosis.ids import MORE_ROUNDS, SOFTER, remedy_ids
from sim.negotiation.endings import Ending
from sim.scenario import Scenario

NONE_ALONE = "none"
"""The id of the row that counts where no remedy alone would have brought agreement."""


@dataclass(frozen=True)
class Deadline:
    """What there is to say on the worlds that missed the deadline.

    Parameters
    ----------
    worlds
        How many there are; all shares are of these.
    refused
        In how many of them what had been settled was not ratified, before the last round.
    closeness
        Columns `accepted`, `needed`, `count`, `share`, `low`, `high`: in how many worlds the offer that
        came closest had so many of the acceptances it needed, closest first. Where nobody but its proposer
        accepted an offer that could have been signed in the end, both are 0.
    remedies
        Columns `id` (`more_rounds`, `softer.PARTY`, or `none` for none of them alone), `label`, `count`,
        `share`, `low`, `high`: in how many worlds each would have brought agreement. Several may.
    """

    worlds: int
    refused: int
    closeness: pd.DataFrame
    remedies: pd.DataFrame

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {
            "worlds": self.worlds,
            "refused": self.refused,
            "closeness": self.closeness.to_dict("records"),
            "remedies": self.remedies.drop(columns="label").to_dict("records") if self.worlds else [],
        }


def deadline(run: Run) -> Deadline:
    """Look at the worlds of a run that missed the deadline.

    Examples
    --------
    >>> import sim
    >>> list(deadline(sim.run("2025-08-21", worlds=50, seed=1)).remedies["id"])[:2]
    ['more_rounds', 'softer.russia']
    """
    missed = run.ended(Ending.DEADLINE.name, ["round", "closest", "acceptances", "would_help"])
    refused = int((missed["round"] < run.case.negotiation.rounds).sum())
    return Deadline(len(missed), refused, _closeness(run, missed), _remedies(run, missed))


def _closeness(run: Run, missed: pd.DataFrame) -> pd.DataFrame:
    offers = missed["closest"].unique().tolist()
    needed = {offer: len(stand(run.case, offer).needed) if offer >= 0 else 0 for offer in offers}
    pairs = pd.DataFrame({
        "accepted": missed["acceptances"].astype(int).where(missed["closest"] >= 0, 0),
        "needed": missed["closest"].map(needed).astype(int),
    })  # fmt: skip
    counts = pairs.value_counts().rename("count").reset_index()
    missing = (counts["needed"] - counts["accepted"]).where(counts["needed"] > 0, np.inf)
    order = counts.assign(missing=missing).sort_values(["missing", "needed"], kind="stable")
    table = order[["accepted", "needed"]].reset_index(drop=True)
    return stamped(table.assign(**with_shares(order["count"].to_numpy(float), len(missed))), run)


def _remedies(run: Run, missed: pd.DataFrame) -> pd.DataFrame:
    ids = [*remedy_ids(run.case), NONE_ALONE]
    helped = missed["would_help"].value_counts()
    sets = {text: _members(str(text)) for text in helped.index}
    counts = [sum(int(times) for text, times in helped.items() if one in sets[text]) for one in ids]
    table = pd.DataFrame({"id": ids, "label": [_label(run.case, one) for one in ids]})
    return stamped(table.assign(**with_shares(np.array(counts, float), len(missed))), run)


def _members(text: str) -> Sequence[str]:
    sets, _ = spelled(text)
    return sets[0] if sets else (NONE_ALONE,)


def _label(case: Scenario, remedy: str) -> str:
    if remedy == MORE_ROUNDS:
        return "twice the rounds"
    if remedy == NONE_ALONE:
        return "none of these alone"
    return f"{case.parties[remedy.removeprefix(SOFTER)].name} alone concedes early"
