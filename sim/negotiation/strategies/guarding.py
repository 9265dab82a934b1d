"""What an outside strategy does wrong while it plays becomes one problem, and harms nothing of ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import unwrap
from types import new_class
from typing import Any

import numpy as np

from sim.errors import Problem, StrategyError
from sim.negotiation.strategies.importing import line_in, raised
from sim.negotiation.strategies.strategy import Strategy
from sim.negotiation.table import ACCEPTS, NONE

Check = Callable[[Any, Any, int], np.ndarray | None]
"""Takes a strategy, what its method returned and for how many rows; None if that will not do."""


def guarded[S: Strategy](strategy: type[S], party: str, python: str) -> type[S]:
    """Return a subclass whose methods raise `StrategyError` alone, and return what can be worked with.

    Compiled code does not look whether the package it is given exists, so here it is looked at.
    """
    who = f"strategy of party {party}, {python},"
    own: dict[str, Any] = {"__module__": strategy.__module__, "__doc__": strategy.__doc__}
    own["minds_limits"] = False  # whatever it says
    for name in _METHODS:
        method = getattr(strategy, name, None)
        if method is not None and method is not getattr(Strategy, name, None):
            own[name] = _guard(method, name, who, f"parties.{party}.strategy")
    return new_class(strategy.__name__, (strategy,), exec_body=lambda body: body.update(own))


def _guard(method: Callable[..., Any], name: str, who: str, path: str) -> Callable[..., Any]:
    check, expected = _RETURNS.get(name, (None, ""))
    file = _file_of(method)

    @wraps(method)
    def call(self: Any, *given: Any, **named: Any) -> Any:
        try:
            answer = method(self, *given, **named)
            rows = len(next(iter((*given, *named.values())))) if check else 0
            checked = check(self, answer, rows) if check else answer
        except StrategyError:
            raise
        except (Exception, SystemExit) as error:
            message = f"{who} raises {raised(error)}, in `{name}`, {_when(self)}"
            raise StrategyError([Problem(message, path, *line_in(file, error))], playing=True) from error
        if check and checked is None:
            found = f"{who} returns {_shape(answer)} from `{name}`, {_when(self)}"
            message = f"{found}, expected {expected} for each of {rows} rows"
            raise StrategyError([Problem(message, path)], playing=True)
        return checked

    return call


def _file_of(method: Any) -> str:
    """Return the file in which a method is written, "" for ours."""
    ours = getattr(method, "__module__", "") == Strategy.__module__
    return "" if ours else getattr(getattr(unwrap(method), "__code__", None), "co_filename", "")


def _when(strategy: Any) -> str:
    round_ = getattr(getattr(strategy, "seat", None), "round", 0)
    return f"in round {round_}" if round_ else "before the first round"


def _shape(answer: Any) -> str:
    if not isinstance(answer, np.ndarray):
        return f"a value of type {type(answer).__name__}"
    ends = f" from {answer.min()} to {answer.max()}" if answer.size and answer.dtype.kind in "iuf" else ""
    return f"an array of {answer.dtype} of shape {answer.shape}{ends}"


def _packages(least: int) -> Check:
    def check(strategy: Strategy, answer: Any, rows: int) -> np.ndarray | None:
        if not _has(answer, rows, "iu"):
            return None
        within = (answer >= least) & (answer < strategy.seat.utilities.shape[1])
        return np.array(answer, dtype=np.int64) if within.all() else None

    return check


def _answers(_: Strategy, answer: Any, rows: int) -> np.ndarray | None:
    return np.array(answer) if _has(answer, rows, "b") else None


def _utilities(_: Strategy, answer: Any, rows: int) -> np.ndarray | None:
    return np.array(answer, dtype=float) if _has(answer, rows, "iuf") and not np.isnan(answer).any() else None


def _has(answer: Any, rows: int, kinds: str) -> bool:
    return isinstance(answer, np.ndarray) and answer.shape == (rows,) and answer.dtype.kind in kinds


_RETURNS: dict[str, tuple[Check, str]] = {
    "accepts": (_answers, "True or False"),
    "demands": (_utilities, "a utility"),
    "leaves": (_answers, "True or False"),
    "offers": (_packages(NONE), "the index of a package, or -1,"),
    "replies": (_packages(ACCEPTS), "the index of a package, -1 or -2,"),
}
_METHODS = (*_RETURNS, "__init__", "begin_round", "hears", "hears_yes", "why_not")
