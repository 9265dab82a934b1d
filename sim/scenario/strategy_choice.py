"""How one party plays the table: the name of a strategy and its settings."""

from __future__ import annotations

from pydantic import ConfigDict, model_validator

from sim.scenario.noun import Noun


class StrategyChoice(Noun):
    """A strategy by name; keys beyond `considerate` are the strategy's own settings.

    Which names and settings there are, the negotiation room knows.

    Examples
    --------
    >>> StrategyChoice.model_validate({"name": "aspiration", "exponent": 2}).settings
    {'exponent': 2}
    """

    model_config = ConfigDict(extra="allow")

    name: str = "boulware"
    considerate: bool = False

    @model_validator(mode="before")
    @classmethod
    def _name_alone(cls, written: object) -> object:
        return {"name": written} if isinstance(written, str) else written

    @property
    def settings(self) -> dict[str, object]:
        """The strategy's own settings, as written."""
        return dict(self.model_extra or {})
