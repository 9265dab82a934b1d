"""What every protocol does: play one round of a negotiation, in all worlds that go on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from sim.axes import PackageMask
from sim.scenario.noun import Noun

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation


class Protocol(ABC):
    """The rules of the table.

    A protocol decides who may do what, and when; what a party does, its agent says. It may look at the
    table and ask the agents, and draws nothing but `model.throw`.

    Parameters
    ----------
    model
        The negotiation it is played in.
    """

    Settings: ClassVar[type[Noun]]
    """What a scenario may set."""

    def __init__(self, model: Negotiation) -> None:
        self.model = model
        self.settings = self.Settings.model_validate(model.case.negotiation.settings)

    def among(self, party: str) -> PackageMask:  # noqa: ARG002  (some rules differ by party)
        """Mark the packages that the rules let a party consider."""
        return self.model.positions.negotiable

    @abstractmethod
    def play_round(self) -> None:
        """Play a round in the worlds that go on; end those in which it is settled."""
