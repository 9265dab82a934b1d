"""The loops over worlds and packages that decide the speed: plain functions on arrays, compiled by Numba.

Each room keeps its words; here are only loops. Compiled code is cached beside the files, so the first
negotiation after an installation waits for the compiler and no later one does. No `fastmath`: results are
those of the same operations in NumPy.

Numba is loaded with the first kernel that is looked up, as in `kernels.pick(...)`: what only needs the
names of strategies and protocols does not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_FILES = {
    "acceptable_at": "mind",
    "any_signable": "signing",
    "best_first": "queues",
    "count_new": "queues",
    "facing": "turns",
    "most_liked": "liking",
    "note_closest": "signing",
    "one_of_sent": "queues",
    "pick": "good_enough",
    "planned_replies": "plans",
    "ranges": "mind",
    "step_down": "queues",
    "take_turn": "turns",
    "within_limits": "mind",
}


def __getattr__(name: str) -> Any:
    """Load the file of a kernel."""
    if name not in _FILES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    kernel = getattr(import_module(f"{__name__}.{_FILES[name]}"), name)
    globals()[name] = kernel
    return kernel
