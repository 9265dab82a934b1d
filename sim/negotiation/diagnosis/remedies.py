"""What it would have taken where time ran out: the same worlds played again with one thing changed.

*More rounds* doubles the number of rounds: who concedes by relative time then does so at half the pace,
while the rounds at which lines soften, and the drift of what no deal is worth, stay as they were drawn.
*Softer* lets one party alone concede as `conceder` does; how it chooses among good-enough packages stays.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

from sim.compatibility import Positions
from sim.negotiation.diagnosis.ids import MORE_ROUNDS, SOFTER, remedy_ids
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.scenario import Scenario, StrategyChoice
from sim.worlds import Worlds

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


def remedies(case: Scenario, worlds: Worlds, public: Positions) -> Bool[np.ndarray, "worlds remedies"]:
    """Say which of the remedies would have brought agreement in each of some worlds.

    Parameters
    ----------
    case, public
        The scenario, and its public side.
    worlds
        Worlds in which time ran out: a change that changes nothing is not played again.

    Examples
    --------
    >>> import sim
    >>> from sim.compatibility import positions
    >>> from sim.worlds import draw
    >>> case = sim.load("2025-08-21")
    >>> remedies(case, draw(case, seed=1, first=0, worlds=3), positions(case)).shape
    (3, 7)
    """
    helps = [_brings_agreement(case, remedied(case, remedy), worlds, public) for remedy in remedy_ids(case)]
    return np.stack(helps, axis=1)


def _brings_agreement(
    case: Scenario, changed: Scenario, worlds: Worlds, public: Positions
) -> Bool[np.ndarray, "worlds"]:
    if changed == case or not len(worlds):
        return np.zeros(len(worlds), dtype=bool)
    model = Negotiation(changed, worlds, public=public)
    agreed: np.ndarray = model.play().ending == Ending.AGREED
    model.close()
    return agreed
