"""How one party plays the table: a strategy, by name or as somebody's Python class, and its settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from sim.scenario.noun import Noun

CLASS = r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*$"
"""What names a class: the module's path, a colon, the class."""

_LONGEST_SHOWN = 60


def _names_a_class(written: str) -> str:
    if not re.fullmatch(CLASS, written):
        raise ValueError(f"expected MODULE:CLASS, as in my_module:MyStrategy, found {_short(written)!r}")
    return written


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


class StrategyChoice(Noun):
    """A strategy; keys beyond those here are the strategy's own settings.

    A strategy has a `name`, or is a class in a module of Python code, as in ``my_module:MyStrategy``. To
    make the choice runs no code. Which names and settings there are, the negotiation room knows.

    Examples
    --------
    >>> StrategyChoice.model_validate({"name": "aspiration", "exponent": 2}).settings
    {'exponent': 2}
    >>> StrategyChoice.model_validate({"python": "my_module:MyStrategy", "depth": 3}).settings
    {'depth': 3}
    """

    model_config = ConfigDict(extra="allow")

    name: str = "boulware"
    """The strategy's name."""
    python: (
        Annotated[str, AfterValidator(_names_a_class), Field(json_schema_extra={"pattern": CLASS})] | None
    ) = None
    """Instead of a name, a Python class of your own: `MODULE:CLASS`. It runs only where that is allowed."""
    considerate: bool = False
    """Of packages good enough for itself, whether it offers one that crosses the fewest stated lines."""

    @model_validator(mode="before")
    @classmethod
    def _one_of_two(cls, written: object) -> object:
        if isinstance(written, str):
            return {"name": written}
        if not isinstance(written, Mapping) or written.get("python") is None:
            return written
        if written.get("name") not in (None, ""):
            raise ValueError("a strategy has either 'name' or 'python': null removes the other")
        return {**written, "name": ""}  # so that nobody takes it for one of ours

    @model_serializer(mode="wrap")
    def _as_written(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = write(self)
        written.pop("python" if self.python is None else "name", None)
        return written

    @property
    def settings(self) -> dict[str, object]:
        """The strategy's own settings, as written."""
        return dict(self.model_extra or {})
