"""What is asked of sequences of moves, for loops."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from jaxtyping import Bool, Float


class Question(NamedTuple):
    """What is the least cost that the movers of each case can bring about from each package."""

    worth: Float[np.ndarray, "worlds parties packages"]
    costs: Float[np.ndarray, "worlds cases packages"]
    movers: Bool[np.ndarray, "cases parties"]
    improving: bool  # whether every move must improve on where it starts, for its mover
    least: Float[np.ndarray, "worlds cases packages"]  # the answer, infinity until it is known
