"""The conditions of the boxes that are talked about: what each keeps of the whole range of its input."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from sim.analysis.discovery.boxes import Boxes
from sim.analysis.discovery.limits import Among, Limits
from sim.analysis.discovery.words import conditions, limit_words
from sim.analysis.inputs import owner

CONDITIONS = [
    "input", "label", "party", "words", "limit", "least", "most", "low", "high", "categories", "kept",
    "quasi_p", "coverage", "density", "mass", "worlds", "of_interest",
]  # fmt: skip


def condition_rows(boxes: Boxes, number: int, name: Callable[[str], str]) -> Iterator[tuple[object, ...]]:
    """Yield a row with the columns `CONDITIONS` for each input that a box restricts.

    ======================= ==========================================================================
    column                  holds
    ======================= ==========================================================================
    input, label, party     the input, what people call it, whose it is (or `table`)
    words, limit            the condition in words; the same without its subject
    least, most             the ends of the input over all worlds; NaN of events and categories
    low, high               what the box keeps of that; NaN of events and categories
    categories, kept        what an event or category may be, and what the box keeps; empty of numbers
    quasi_p                 the largest of the condition's quasi-p-values
    coverage to of_interest the figures of the box
    ======================= ==========================================================================
    """
    box, chances = boxes[number], boxes.quasi_p_values(number)
    told = conditions(boxes, number, name)
    for (key, limits), words in zip(box.limits.items(), told, strict=True):
        yield (
            *(key, name(key), owner(key), words, limit_words(boxes, key, limits)),
            *_extent(boxes, key, limits),
            float(np.nanmax(chances[key])),
            *(box.coverage, box.density, box.mass, box.worlds, box.of_interest),
        )


def _extent(boxes: Boxes, key: str, limits: Limits) -> tuple[object, ...]:
    """Return least, most, low, high, categories and kept."""
    columns = boxes.columns
    if isinstance(limits, Among):
        known = columns.categories[columns.category_names.index(key)]
        return (*[float("nan")] * 4, tuple(map(_said, known)), tuple(map(_said, limits.kept)))
    numbers = columns.numbers[columns.number_names.index(key)]
    least, most = float(numbers.min()), float(numbers.max())
    return least, most, max(least, limits.low), min(most, limits.high), (), ()


def _said(category: object) -> str:
    return {True: "yes", False: "no"}[category] if isinstance(category, bool) else str(category)
