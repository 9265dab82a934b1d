"""What happened at the table in one watched world, turn by turn."""

from __future__ import annotations

from typing import Literal, NamedTuple

Action = Literal[
    "offers",
    "accepts",
    "passes",
    "refuses",
    "redrafts",
    "prefers",
    "lets pass",
    "signs",
    "does not sign",
    "walks out",
]


class Turn(NamedTuple):
    """One party's turn in one world.

    Parameters
    ----------
    round
        Counted from 1.
    party
        Who speaks: a party, or `mediator`.
    action
        What it does. At a table of offers it offers, accepts or refuses, or passes. Of a single text, the
        mediator redrafts it; a party prefers the redraft, lets it pass or refuses it, and signs the text or
        does not. At any table, a party walks out.
    package
        The package it speaks of, -1 if it passes or walks out.
    refused
        The offer that it did not accept and replaced, or passed over; -1 if there was none. What it `refuses`
        or does not sign is in `package`.
    why
        Why it refused or left, in words; empty if it did neither.
    """

    round: int
    party: str
    action: Action
    package: int
    refused: int
    why: str
