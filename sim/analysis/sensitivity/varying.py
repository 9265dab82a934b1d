"""Whether numbers say anything of what drives them: nothing can be said of one that is always the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from jaxtyping import Float, Shaped

from sim.analysis.paired_intervals import SAME
from sim.errors import InputError, Problem
from sim.scenario.words import counted

LEAST_UNLIKE = 20
"""In how many rows the output has to be another than its most common value, to say what drives it."""


def demand_varying(
    outputs: Float[np.ndarray, "rows *each"],
    measure: str = "the output",
    least: int = LEAST_UNLIKE,
    said: Callable[[float], str] | None = None,
) -> None:
    """Refuse outputs of which nothing can be said.

    Parameters
    ----------
    outputs, measure
        The numbers, and what they are called.
    least
        How many rows have to hold another than the most common number.
    said
        Says for people that the measure has a value; that it is so much, if it is not given.

    Raises
    ------
    InputError
        If outputs are missing (NaN or infinite), if all are the same, or if fewer than `least` rows hold
        another than the most common one.

    Examples
    --------
    >>> demand_varying(np.ones(10_000), "agreed")
    Traceback (most recent call last):
    ...
    sim.errors.InputError: in all 10,000 worlds agreed is 1: nothing can drive it
    """
    if problem := _problem(outputs, measure, least, said or partial("{} is {:g}".format, measure)):
        raise InputError([Problem(problem)])


def demand_inputs(inputs: Float[np.ndarray, "worlds inputs"], outputs: Float[np.ndarray, "worlds"]) -> None:
    """Refuse inputs, or outputs, of which nothing can be said.

    Raises
    ------
    InputError
        If an input is missing in some world, or the same in all; and as `demand_varying`: all at once.

    Examples
    --------
    >>> demand_inputs(np.array([[1.0, 2.0], [1.0, 3.0]] * 20), np.array([0.0, 1.0] * 20))
    Traceback (most recent call last):
    ...
    sim.errors.InputError: input 0 is 1 in all 40 worlds: it drives nothing there
    """
    problems = [*_wrong_inputs(inputs)]
    if problem := _problem(outputs, "the output", LEAST_UNLIKE, "the output is {:g}".format):
        problems.append(problem)
    if problems:
        raise InputError(map(Problem, problems))


def demand_at_least(least: int, **given: int) -> None:
    """Refuse settings below what a method needs.

    Raises
    ------
    InputError
        With a problem for each.

    Examples
    --------
    >>> demand_at_least(2, slices=1)
    Traceback (most recent call last):
    ...
    sim.errors.InputError: slices is 1, expected at least 2
    """
    if wrong := [
        f"{name} is {value}, expected at least {least}" for name, value in given.items() if value < least
    ]:
        raise InputError(map(Problem, wrong))


def is_constant(numbers: Shaped[np.ndarray, "..."]) -> bool:
    """Tell whether numbers are the same but for how sums were rounded."""
    least, most = float(numbers.min()), float(numbers.max())
    return most - least <= SAME * max(1.0, abs(most))


def _problem(outputs: np.ndarray, measure: str, least: int, said: Callable[[float], str]) -> str | None:
    missing, worlds = outputs.size - np.count_nonzero(np.isfinite(outputs)), counted(outputs.size, "world")
    if not outputs.size:
        return f"{measure} was measured in no world"
    if missing:
        return f"{measure} is missing in {missing:,} of {worlds}, expected a number in each"
    if is_constant(outputs):
        where = "in the one world" if outputs.size == 1 else f"in all {worlds}"
        return f"{where} {said(outputs.flat[0])}: nothing can drive it"
    return _too_few(outputs, measure, least, said) if least > 1 else None


def _too_few(outputs: np.ndarray, measure: str, least: int, said: Callable[[float], str]) -> str | None:
    values, counts = np.unique(outputs, return_counts=True)
    common, unlike = values[counts.argmax()], outputs.size - int(counts.max())
    if np.count_nonzero((outputs != common).reshape(len(outputs), -1).any(axis=1)) >= least:
        return None
    if counts.max() == 1:
        rows = f"{outputs.size:,} worlds" if outputs.ndim == 1 else f"{len(outputs):,} rows of worlds"
        return f"{rows}, expected at least {least + 1} to say what drives {measure}"
    return (
        f"in all but {unlike:,} of {outputs.size:,} worlds {said(common)}: more worlds are needed to say "
        "what drives it"
    )


def _wrong_inputs(inputs: np.ndarray) -> Iterator[str]:
    for place, column in enumerate(inputs.T):
        if missing := np.count_nonzero(~np.isfinite(column)):
            yield f"input {place} is missing in {missing:,} of {len(column):,} worlds"
        elif len(column) and is_constant(column):
            yield f"input {place} is {column[0]:g} in all {len(column):,} worlds: it drives nothing there"
