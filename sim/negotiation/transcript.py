"""What happened at the table in one watched world, turn by turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Action = Literal["offers", "accepts", "passes"]


@dataclass(frozen=True)
class Turn:
    """One party's turn in one world.

    Parameters
    ----------
    round
        Counted from 1.
    party
        Who speaks.
    action
        What it does.
    package
        The package it offers or accepts, -1 if it passes.
    refused
        The offer it faced and did not accept, -1 if it faced none.
    why
        Why it refused, in words; empty if it refused nothing.
    """

    round: int
    party: str
    action: Action
    package: int
    refused: int
    why: str
