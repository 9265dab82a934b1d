"""What obstacles and remedies are called, in the order of their places."""

from __future__ import annotations

from sim.scenario import Scenario

MORE_ROUNDS = "more_rounds"
SOFTER = "softer."


def obstacle_ids(case: Scenario) -> tuple[str, ...]:
    """Name everything that may stand in the way: red lines, then `PARTY.no_deal` for reservation values.

    Examples
    --------
    >>> import sim
    >>> obstacle_ids(sim.load("2025-08-21"))[-2:]
    ('us.no_deal', 'coalition.no_deal')
    """
    return (*case.red_lines, *map(no_deal_id, case.parties))


def no_deal_id(party: str) -> str:
    """Name a party's reservation value among the obstacles.

    Examples
    --------
    >>> no_deal_id("france")
    'france.no_deal'
    """
    return f"{party}.no_deal"


def remedy_ids(case: Scenario) -> tuple[str, ...]:
    """Name everything that is tried: `more_rounds`, then `softer.PARTY` for each party at the table.

    Examples
    --------
    >>> import sim
    >>> remedy_ids(sim.load("2025-08-21"))[:3]
    ('more_rounds', 'softer.russia', 'softer.ukraine')
    """
    return (MORE_ROUNDS, *(f"{SOFTER}{party}" for party in case.at_the_table))
