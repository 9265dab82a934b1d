"""What Mesa collects of a watched negotiation, round by round."""

from __future__ import annotations

from mesa import DataCollector


def collector() -> DataCollector:
    """Make what collects the first world of a negotiation, round by round, for `model.datacollector`."""
    return DataCollector(
        model_reporters={
            "round": "round",
            "offer": lambda model: int(model.table.offer[0]),
            "acceptances": lambda model: int(model.table.accepted[0]).bit_count(),
        },
        agent_reporters={
            "party": "party",
            "offer": "last_offer",
            "utility": "utility_on_table",
            "accepted": "accepted_on_table",
            "reservation_value": lambda agent: float(agent.seat.reservation_values[0]),
        },
    )
