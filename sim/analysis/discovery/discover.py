"""Under which conditions a measure holds, in a run: scenario discovery [BryantLempert2010]_."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
import pandas as pd
from jaxtyping import Bool

from sim.analysis.discovery.boxes import LIMITS, TABLE, Boxes
from sim.analysis.discovery.choosing import best_balance
from sim.analysis.discovery.conditions_table import CONDITIONS, condition_rows
from sim.analysis.discovery.covering import Search, cover
from sim.analysis.discovery.words import box_words
from sim.analysis.inputs import NOTHING, inputs
from sim.analysis.measure import ROUND, UTILITY, demand_measure, is_share, measured_run
from sim.analysis.provenance import stamped
from sim.analysis.quantity_words import quantity_words
from sim.ensemble.run import Run
from sim.errors import InputError, Problem

FIGURES = ("coverage", "density", "mass", "worlds", "of_interest")
"""Of each box that is talked about."""

_SUBJECTS = {
    "agreed": "agreement",
    "deadline": "no deal although there was a package acceptable to all",
    "no_zopa": "no package acceptable to all",
    "walked_out": "somebody walks out",
}


@dataclass(frozen=True, eq=False)
class Discovery:
    """What was found out about the conditions under which a measure holds.

    Parameters
    ----------
    run
        Where.
    measure, threshold
        What is of interest: that the measure is 1, or no smaller than the threshold.
    searches
        One for each box; none if there was nothing to discover.
    because
        Why there was nothing to discover, a sentence; empty if there was.
    """

    run: Run
    measure: str
    threshold: float | None
    searches: tuple[Search, ...]
    because: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The box chosen in each search in words; why there is none, if there is nothing to discover."""
        if self.because:
            return (self.because,)
        return tuple(self.words(number, search.number) for number, search in enumerate(self.searches))

    def words(self, search: int, box: int) -> str:
        """Say any box of a search in words.

        Raises
        ------
        InputError
            If there is no such box.
        """
        boxes = self.searches[search].boxes
        name = partial(quantity_words, case=self.run.case)
        return box_words(boxes, boxes.demand(box), subject(self.run, self.measure, self.threshold), name)

    @cached_property
    def table(self) -> pd.DataFrame:
        """All boxes: those of `Boxes.table`, after `search` (from 0), and `chosen`; stamped."""
        parts = [
            search.boxes.table.assign(search=number, chosen=search.boxes.table["box"] == search.number)
            for number, search in enumerate(self.searches)
        ]
        return self._stamped(parts, ["search", "chosen", *TABLE])

    @cached_property
    def limits(self) -> pd.DataFrame:
        """The limits of all boxes: those of `Boxes.limits`, after `search` (from 0); stamped."""
        parts = [search.boxes.limits.assign(search=number) for number, search in enumerate(self.searches)]
        return self._stamped(parts, ["search", *LIMITS])

    @cached_property
    def conditions(self) -> pd.DataFrame:
        """The conditions of each box that is talked about: `search`, then as `condition_rows` says; stamped.

        `attrs`: `about`, the worlds of interest in words; `share`, theirs of all worlds; `boxes`, the figures
        of each box that is talked about; `because`, why there are none, if so.
        """
        name = partial(quantity_words, case=self.run.case)
        rows = [
            (number, *row)
            for number, search in enumerate(self.searches)
            for row in condition_rows(search.boxes, search.number, name)
        ]
        chosen = [search.box for search in self.searches]
        table = self._stamped([pd.DataFrame(rows, columns=["search", *CONDITIONS])], ["search", *CONDITIONS])
        table.attrs["boxes"] = [{name: getattr(box, name) for name in FIGURES} for box in chosen]
        return table

    def _stamped(self, parts: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
        table = pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)
        asked = {"measure": self.measure, "threshold": self.threshold, "because": self.because}
        about = subject(self.run, self.measure, self.threshold)
        return stamped(table, self.run, **asked, about=about, **self._worlds)

    @property
    def _worlds(self) -> dict[str, Any]:
        """Return how many worlds were looked at, and which share of them is of interest."""
        if not self.searches:
            return {}
        boxes = self.searches[0].boxes
        return {"worlds": boxes.columns.worlds, "share": float(boxes.of_interest.mean())}


def discover(
    run: Run,
    measure: str = "agreed",
    threshold: float | None = None,
    *,
    worlds: int | None = None,
    boxes: int = 1,
    choice: Callable[[Boxes], int] = best_balance,
    **settings: Any,
) -> Discovery:
    """Find the conditions under which a measure holds.

    Parameters
    ----------
    run
        Where.
    measure
        See `sim.analysis.measure`. Of an ending, the worlds that end so are of interest.
    threshold
        Of any other measure, the worlds are of interest in which it is at least so large.
    worlds
        The first so many worlds of the run, all if it is not given.
    boxes
        How many boxes to look for: each one in the worlds that those before leave.
    choice
        Chooses the box to talk about.
    settings
        Of `prim`: peel, paste, least_mass, objective.

    Raises
    ------
    InputError
        If there is no such measure, a threshold is missing or makes no sense, or the settings do not.

    Examples
    --------
    >>> import sim
    >>> found = discover(sim.run("2025-08-21", worlds=500, seed=1))
    >>> print(found.sentences[0])  # doctest: +ELLIPSIS
    Agreement in ... of the worlds in which ... is below ... (coverage ..., density ...; ... worlds).
    """
    drawn = inputs(run, worlds)
    interest = worlds_of_interest(run, measure, threshold)[: len(drawn)]
    if because := _nothing(run, measure, threshold, drawn, interest):
        return Discovery(run, measure, threshold, (), because)
    return Discovery(run, measure, threshold, cover(drawn, interest, boxes, choice, **settings))


def worlds_of_interest(run: Run, measure: str, threshold: float | None = None) -> Bool[np.ndarray, "worlds"]:
    """Return in which worlds of a run a measure holds.

    Raises
    ------
    InputError
        If there is no such measure, or a threshold is missing or makes no sense.
    """
    demand_measure(measure, run.case)
    if problems := list(wrong_threshold(measure, threshold)):
        raise InputError(problems)
    return measured_run(measure, run) >= (1 if threshold is None else threshold)


def subject(run: Run, measure: str, threshold: float | None = None) -> str:
    """Say what is of interest, as in the middle of a sentence.

    Examples
    --------
    >>> import sim
    >>> run = sim.run("2025-08-21", worlds=2, seed=1)
    >>> subject(run, "agreed"), subject(run, "utility.us", 0.5)
    ('agreement', 'a utility of at least 0.5 for United States')
    """
    if is_share(measure):
        return _SUBJECTS[measure]
    if measure == ROUND:
        return f"an end in round {threshold:.4g} or later"
    name = run.case.parties[measure.removeprefix(UTILITY)].name
    return f"a utility of at least {threshold:.4g} for {name}"


def _nothing(
    run: Run,
    measure: str,
    threshold: float | None,
    drawn: pd.DataFrame,
    interest: Bool[np.ndarray, "worlds"],
) -> str:
    """Say why there is nothing to discover; nothing if there is."""
    if not len(drawn.columns):
        return f"Nothing to discover, because {NOTHING}."
    if interest.any() and not interest.all():
        return ""
    share = "all" if interest.all() else "none"
    return (
        f"Nothing to discover, because there is no difference between worlds: "
        f"{subject(run, measure, threshold)} in {share} of {len(drawn):,}."
    )


def wrong_threshold(measure: str, threshold: float | None) -> Iterator[Problem]:
    """Find a threshold that a measure does not have, or that is missing or no number."""
    if is_share(measure) and threshold is not None:
        yield Problem(f"a threshold of {threshold:g} for {measure}, which holds or not: expected none")
    elif not is_share(measure) and (threshold is None or not math.isfinite(threshold)):
        found = "no threshold" if threshold is None else f"a threshold of {threshold:g}"
        yield Problem(f"{found} for {measure}, expected a number: worlds at or above it are of interest")
