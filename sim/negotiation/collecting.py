"""What Mesa collects of a watched negotiation, round by round."""

from __future__ import annotations

from mesa import DataCollector


def collector() -> DataCollector:
    """Make what collects the first world of a negotiation, round by round, for `model.datacollector`."""
    return DataCollector(
        model_reporters={
            "round": lambda model: model.round,
            "offer": lambda model: int(model.table.offer[0]),
            "acceptances": lambda model: int(model.table.accepted[0]).bit_count(),
        },
        agent_reporters={
            "party": lambda agent: agent.party,
            "offer": lambda agent: agent.last_offer,
            "utility": lambda agent: agent.utility_on_table,
            "accepted": lambda agent: agent.accepted_on_table,
        },
    )
