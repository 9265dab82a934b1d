"""What it would have taken where time ran out: the same worlds played again with one thing changed.

*More rounds* doubles the number of rounds: who concedes by relative time then does so at half the pace,
while the rounds at which lines soften, and the drift of what no deal is worth, stay as they were drawn.
*Softer* lets one party alone concede as `conceder` does; how it chooses among good-enough packages stays.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

from sim.negotiation.diagnosis.ids import MORE_ROUNDS, SOFTER, remedy_ids
from sim.negotiation.model import Negotiation
from sim.negotiation.replay import Replay
from sim.negotiation.table import Rows
from sim.scenario import Scenario, StrategyChoice

SOFT = "conceder"
"""The strategy of a party that concedes early."""


def remedied(case: Scenario, remedy: str) -> Scenario:
    """Return the scenario with one thing changed.

    Examples
    --------
    >>> import sim
    >>> remedied(sim.load("2025-08-21"), "more_rounds").negotiation.rounds
    80
    """
    if remedy == MORE_ROUNDS:
        return case.but(negotiation=case.negotiation.but(rounds=2 * case.negotiation.rounds))
    name = remedy.removeprefix(SOFTER)
    party = case.parties[name]
    strategy = StrategyChoice(name=SOFT, considerate=party.strategy.considerate)
    return case.but(parties={**case.parties, name: party.but(strategy=strategy)})


def remedies(played: Negotiation, rows: Rows) -> Bool[np.ndarray, "rows remedies"]:
    """Say which of the remedies would have brought agreement in some worlds of a negotiation.

    Parameters
    ----------
    played
        A negotiation that has been played.
    rows
        Worlds in which time ran out: a change that changes nothing is not played again.

    Examples
    --------
    >>> import sim
    >>> played = Negotiation(sim.load("2025-08-21"), worlds=10, rng=1)
    >>> outcomes = played.play()
    >>> remedies(played, np.array([3, 8])).shape
    (2, 7)
    """
    changed = [remedied(played.case, remedy) for remedy in remedy_ids(played.case)]
    return np.stack([_brings_agreement(played, case, rows) for case in changed], axis=1)


def _brings_agreement(played: Negotiation, changed: Scenario, rows: Rows) -> Bool[np.ndarray, "rows"]:
    if changed == played.case or not rows.size:
        return np.zeros(len(rows), dtype=bool)
    replay = Replay(played, changed, rows)
    agrees = replay.agrees()
    replay.close()
    return agrees
