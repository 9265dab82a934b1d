"""Pasting: give back some of what was cut off, as long as the box gets denser [FriedmanFisher1999]_."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from jaxtyping import Bool, Int

from sim.analysis.discovery.bounds import Bounds, cut_above, cut_below
from sim.analysis.discovery.columns import Columns
from sim.analysis.discovery.moves import Step, best
from sim.analysis.discovery.objectives import Count, Objective

Worlds = Bool[np.ndarray, "worlds"]


def paste_on(
    columns: Columns, of_interest: Worlds, among: Worlds, step: Step, *, paste: float, objective: Objective
) -> Iterator[Step]:
    """Yield larger and larger boxes, each denser than the one before.

    An end of a number is put further out by a share of the worlds that it alone keeps out of the box, with
    all that tie there; of categories one comes back.

    Parameters
    ----------
    among
        The worlds that count.
    """
    while True:
        outside = _kept_out_by_one(columns, step.bounds, among)
        pastes = [
            *_number_pastes(columns, of_interest, outside, step, paste),
            *_category_pastes(columns, of_interest, outside, step),
        ]
        before = step.count
        found = best([one for one in pastes if _is_denser(one.count, before)], before, objective)
        if found is None:
            return
        step = found
        yield step


def _kept_out_by_one(columns: Columns, bounds: Bounds, among: Worlds) -> Int[np.ndarray, "outside"]:
    """Return the worlds that break a single restriction."""
    broken = np.where(among, 0, 2).astype(np.int16)
    for row in np.flatnonzero(bounds.low > -np.inf):
        broken += columns.numbers[row] < bounds.low[row]
    for row in np.flatnonzero(bounds.high < np.inf):
        broken += columns.numbers[row] > bounds.high[row]
    for codes, allowed in zip(columns.codes, bounds.allowed, strict=True):
        if not allowed.all():
            broken += ~allowed[codes]
    return np.flatnonzero(broken == 1)


def _number_pastes(
    columns: Columns, of_interest: Worlds, outside: Int[np.ndarray, "outside"], at: Step, paste: float
) -> Iterator[Step]:
    restricted = (at.bounds.low > -np.inf) | (at.bounds.high < np.inf)
    for row in np.flatnonzero(restricted).tolist():
        values = columns.numbers[row, outside]
        beyond = outside[values < at.bounds.low[row]]
        if len(beyond):
            nearest = beyond[np.argsort(-columns.numbers[row, beyond], kind="stable")]
            cut, limit = _reach(columns.numbers[row, nearest], paste, -np.inf)
            yield _grown(at, at.bounds.with_low(row, limit), of_interest[nearest[:cut]])
        beyond = outside[values > at.bounds.high[row]]
        if len(beyond):
            nearest = beyond[np.argsort(columns.numbers[row, beyond], kind="stable")]
            cut, limit = _reach(columns.numbers[row, nearest], paste, np.inf)
            yield _grown(at, at.bounds.with_high(row, limit), of_interest[nearest[:cut]])


def _reach(values: np.ndarray, paste: float, end: float) -> tuple[int, float]:
    """Return how many of some values, nearest first, come back, and the new limit: the `end` if all do."""
    ends_here = values != values[math.floor((len(values) - 1) * paste)]
    ends_here[: math.floor((len(values) - 1) * paste)] = False
    cut = int(ends_here.argmax()) or len(values)
    if cut == len(values):
        return cut, end
    inner, outer = values[cut - 1], values[cut]
    return cut, cut_below(inner, outer) if end > 0 else cut_above(outer, inner)


def _category_pastes(
    columns: Columns, of_interest: Worlds, outside: Int[np.ndarray, "outside"], at: Step
) -> Iterator[Step]:
    for row, allowed in enumerate(at.bounds.allowed):
        codes = columns.codes[row, outside]
        for category in np.flatnonzero(~allowed):
            back = outside[codes == category]
            if len(back):
                yield _grown(at, at.bounds.with_category(row, int(category), allowed=True), of_interest[back])


def _grown(at: Step, bounds: Bounds, added: Bool[np.ndarray, "added"]) -> Step:
    return Step(bounds, Count(at.count.worlds + len(added), at.count.of_interest + int(added.sum())))


def _is_denser(after: Count, before: Count) -> bool:
    return after.of_interest * before.worlds > before.of_interest * after.worlds
