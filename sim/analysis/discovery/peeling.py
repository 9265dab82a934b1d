"""Peeling: cut off a little of one input at a time, always what pays most [FriedmanFisher1999]_."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Int

from sim.analysis.discovery.bounds import cut_above, cut_below, everything, within
from sim.analysis.discovery.columns import Columns
from sim.analysis.discovery.moves import Step, best
from sim.analysis.discovery.objectives import Count, Objective


@dataclass(frozen=True, eq=False)
class Remaining:
    """The worlds in a box.

    Parameters
    ----------
    by_value
        For each number, the worlds by rising value: sorted once, since what is left stays sorted.
    codes
        For each categorical input, the category of each world in the box.
    worlds
        The worlds in the box.
    """

    by_value: Int[np.ndarray, "numbers left"]
    codes: Int[np.ndarray, "categoricals left"]
    worlds: Int[np.ndarray, "left"]

    def those(self, inside: Bool[np.ndarray, "worlds"]) -> Remaining:
        """Return what is left of some worlds; all the others are dropped."""
        kept = inside[self.worlds]
        left = np.count_nonzero(kept)
        by_value = self.by_value[inside[self.by_value]].reshape(len(self.by_value), left)
        return Remaining(by_value, self.codes[:, kept], self.worlds[kept])


def everyone(columns: Columns) -> Remaining:
    """Return all worlds."""
    by_value = np.empty(columns.numbers.shape, dtype=np.int32)
    for row, values in enumerate(columns.numbers):  # one after the other: the order of all in int64 is large
        by_value[row] = np.argsort(values, kind="stable")
    return Remaining(by_value, columns.codes, np.arange(columns.worlds))


def peel_off(
    columns: Columns,
    of_interest: Bool[np.ndarray, "worlds"],
    among: Bool[np.ndarray, "worlds"],
    *,
    peel: float,
    least: float,
    objective: Objective,
) -> Iterator[Step]:
    """Yield the box that holds all worlds that count, and each smaller one.

    It ends where no peel makes the box denser, or the best one leaves fewer worlds than the `least`.

    Parameters
    ----------
    among
        The worlds that count.
    """
    remaining = everyone(columns).those(among)
    count = Count(int(among.sum()), int((of_interest & among).sum()))
    step: Step | None = Step(everything(columns), count)
    while step is not None:
        yield step
        before = step
        peels = [
            *_number_peels(columns, of_interest, remaining, before, peel),
            *_category_peels(columns, of_interest, remaining, before),
        ]
        step = best(peels, before.count, objective)
        if step is None or step.count.worlds < least:
            return
        remaining = remaining.those(within(columns, step.bounds))


def _number_peels(
    columns: Columns, of_interest: Bool[np.ndarray, "worlds"], remaining: Remaining, at: Step, peel: float
) -> Iterator[Step]:
    """Cut off each end of each number at a quantile, with all worlds that tie there."""
    last = at.count.worlds - 1
    first, final = math.floor(last * peel), math.ceil(last * (1 - peel))
    for row, worlds in enumerate(remaining.by_value):
        values = columns.numbers[row, worlds]
        cut = int(values.searchsorted(values[final], side="left"))
        if cut > 0:
            bounds = at.bounds.with_high(row, cut_below(values[cut - 1], values[cut]))
            yield Step(bounds, _without(at.count, of_interest[worlds[cut:]]))
        cut = int(values.searchsorted(values[first], side="right"))
        if cut <= last:
            bounds = at.bounds.with_low(row, cut_above(values[cut - 1], values[cut]))
            yield Step(bounds, _without(at.count, of_interest[worlds[:cut]]))


def _category_peels(
    columns: Columns, of_interest: Bool[np.ndarray, "worlds"], remaining: Remaining, at: Step
) -> Iterator[Step]:
    """Drop each category of each input that some worlds have, but not all."""
    interest = of_interest[remaining.worlds]
    for row, codes in enumerate(remaining.codes):
        many = len(columns.categories[row])
        worlds = np.bincount(codes, minlength=many).tolist()
        hits = np.bincount(codes[interest], minlength=many).tolist()
        for category in range(many):
            if 0 < worlds[category] < at.count.worlds:
                bounds = at.bounds.with_category(row, category, allowed=False)
                left = Count(at.count.worlds - worlds[category], at.count.of_interest - hits[category])
                yield Step(bounds, left)


def _without(count: Count, removed: Bool[np.ndarray, "removed"]) -> Count:
    return Count(count.worlds - len(removed), count.of_interest - int(np.count_nonzero(removed)))
