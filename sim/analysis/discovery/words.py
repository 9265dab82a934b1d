"""A box in words: in how many of which worlds something holds, and which conditions might be chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from sim.analysis.discovery.boxes import Boxes
from sim.analysis.discovery.limits import Among, Between, Limits
from sim.analysis.discovery.quasi_p_values import CHANCE
from sim.scenario.listing import listed
from sim.scenario.words import capitalised, counted, percent

_NOT = {"is held": "is not held", "softens": "does not soften", "may walk out": "will not walk out"}
"""What to say where something that may happen does not."""


def box_words(boxes: Boxes, number: int, subject: str, name: Callable[[str], str] = str) -> str:
    """Say what holds in a box, and where: one sentence, and one more if conditions might be chance.

    Parameters
    ----------
    boxes, number
        The boxes, and which of them.
    subject
        What is of interest, such as "agreement".
    name
        What people call an input.

    Examples
    --------
    >>> import pandas as pd
    >>> from sim.analysis.discovery.prim import prim
    >>> found = prim(pd.DataFrame({"wall": [True, False] * 50}), [1, 0] * 50)
    >>> box_words(found, 1, "Peace")
    'Peace in 100% of the worlds in which wall (coverage 1.00, density 1.00; 50 of 50 worlds).'
    """
    box = boxes[number]
    every = "worlds" if boxes.among.all() else "other worlds"
    where = conditions(boxes, number, name)
    figures = f"coverage {box.coverage:.2f}, density {box.density:.2f}; "
    counts = f"{box.of_interest:,} of {counted(box.worlds, 'world')}"
    told = f"{capitalised(density_words(subject, box.density, where, every))} ({figures}{counts})."
    return " ".join([told, *_might_be_chance(boxes, number, name)])


def density_words(subject: str, density: float, where: Sequence[str], every: str = "worlds") -> str:
    """Say in how many of which worlds something holds, as in the middle of a sentence.

    Examples
    --------
    >>> density_words("agreement", 0.8, ["the US may walk out", "no deal is worth little"])
    'agreement in 80% of the worlds in which the US may walk out and no deal is worth little'
    """
    which = f"the {every} in which {listed(where)}" if where else f"all {every}"
    return f"{subject} in {percent(density)} of {which}"


def conditions(boxes: Boxes, number: int, name: Callable[[str], str] = str) -> list[str]:
    """Say each restriction of a box, in the order of the table.

    Examples
    --------
    >>> import pandas as pd
    >>> from sim.analysis.discovery.prim import prim
    >>> drawn = pd.DataFrame({"who": ["a", "b", "c", "c"] * 25, "cost": [n / 4 for n in range(100)]})
    >>> found = prim(drawn, (drawn["who"] != "c") & (drawn["cost"] < 20))
    >>> conditions(found, len(found) - 1)
    ['who is a or b', 'cost is below 19.6']
    """
    found = []
    for key, limits in boxes[number].limits.items():
        match limits:
            case Between(low, high):
                found.append(f"{name(key)} is {_range(low, high, is_whole=_is_whole(boxes, key))}")
            case Among(kept):
                found.append(_kept(name(key), kept))
    return found


def limit_words(boxes: Boxes, key: str, limits: Limits) -> str:
    """Say what a box asks of an input, without its subject.

    Examples
    --------
    >>> import pandas as pd
    >>> from sim.analysis.discovery.prim import prim
    >>> drawn = pd.DataFrame({"wall": [True, False] * 50})
    >>> found = prim(drawn, drawn["wall"])
    >>> limit_words(found, "wall", found[1].limits["wall"])
    'yes'
    """
    if isinstance(limits, Between):
        return _range(limits.low, limits.high, is_whole=_is_whole(boxes, key))
    if limits.kept in {(True,), (False,)}:
        return "yes" if limits.kept[0] else "no"
    return listed([str(each) for each in limits.kept], "or")


def _range(low: float, high: float, *, is_whole: bool) -> str:
    if is_whole:
        return _whole_range(np.ceil(low), np.floor(high))
    if low == -np.inf:
        return f"below {high:.3g}"
    return f"above {low:.3g}" if high == np.inf else f"between {low:.3g} and {high:.3g}"


def _whole_range(low: float, high: float) -> str:
    if low == -np.inf:
        return f"at most {high:.0f}"
    if high == np.inf:
        return f"at least {low:.0f}"
    return f"{low:.0f}" if low == high else f"{low:.0f} to {high:.0f}"


def _kept(name: str, kept: tuple[object, ...]) -> str:
    if kept == (True,):
        return name
    if kept != (False,):
        return f"{name} is {listed([str(each) for each in kept], 'or')}"
    ending = next((ending for ending in _NOT if name.endswith(f" {ending}")), None)
    return f"not: {name}" if ending is None else f"{name.removesuffix(ending)}{_NOT[ending]}"


def _is_whole(boxes: Boxes, key: str) -> bool:
    numbers = boxes.columns.numbers[boxes.columns.number_names.index(key)]
    return bool(np.all(numbers == np.floor(numbers)))


def _might_be_chance(boxes: Boxes, number: int, name: Callable[[str], str]) -> Iterator[str]:
    values = boxes.quasi_p_values(number)
    told = conditions(boxes, number, name)
    doubtful = [
        f"{words}{_which(values[key].low, values[key].high)} (quasi-p {np.nanmax(values[key]):.2f})"
        for key, words in zip(boxes[number].limits, told, strict=True)
        if np.nanmax(values[key]) > CHANCE
    ]
    if doubtful:
        yield f"Might be chance: {'; '.join(doubtful)}."


def _which(low: float, high: float) -> str:
    """Say which end is doubtful, where there are two and one is not."""
    if np.isnan(low) or np.isnan(high) or min(low, high) > CHANCE:
        return ""
    return ", its lower end" if low > CHANCE else ", its upper end"
