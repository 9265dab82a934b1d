"""What is different where a world agrees in one run and not in the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from jaxtyping import Bool

from sim.analysis.comparing.paired_endings import LABELS
from sim.analysis.drawn import held_lines
from sim.analysis.summing_up.in_the_way import obstacles
from sim.ensemble.run import Run
from sim.ensemble.spelling import spelled
from sim.negotiation.endings import Ending
from sim.scenario import Scenario

MOST_NAMED = 10
"""World numbers that are told, the first."""


@dataclass(frozen=True)
class Flips:
    """The worlds that agree in one of two runs, and what is different there.

    Parameters
    ----------
    worlds
        How many there are.
    first
        The numbers of the first of them.
    same_lines
        In how many of them the same red lines are held in both runs: what flipped them is something else
        that the scenarios differ in.
    lines
        Red lines that are held in one run alone in some of these worlds: columns `id`, `party_name`,
        `label`, `a_only`, `b_only` (numbers of worlds). A line that one scenario does not have is not held.
    without
        How the run without agreement ended there: columns `ending`, `label`, `count`.
    in_the_way
        What stood in the way where that was for want of an acceptable package: columns `id`, `party_name`,
        `label`, `count`; in so many worlds it belongs to a minimal set that would have had to give way.
    """

    worlds: int
    first: tuple[int, ...]
    same_lines: int
    lines: pd.DataFrame
    without: pd.DataFrame
    in_the_way: pd.DataFrame

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {
            "worlds": self.worlds,
            "first": list(self.first),
            "same_lines": self.same_lines,
            "lines": self.lines.drop(columns=["party_name", "label"]).to_dict("records"),
            "without_agreement": self.without.drop(columns="label").to_dict("records"),
            "in_the_way": self.in_the_way.drop(columns=["party_name", "label"]).to_dict("records"),
        }


@dataclass(frozen=True)
class BothHeld:
    """The red lines of two runs, and where they are held.

    Parameters
    ----------
    lines
        Columns `id`, `party_name`, `label`: of both scenarios, those of the first before those of the other.
    in_a, in_b
        True where a line is held.
    """

    lines: pd.DataFrame
    in_a: Bool[np.ndarray, "worlds lines"]
    in_b: Bool[np.ndarray, "worlds lines"]


def both_held(a: Run, b: Run) -> BothHeld:
    """Draw the held lines of two runs, side by side."""
    ids = list(dict.fromkeys([*a.case.red_lines, *b.case.red_lines]))
    return BothHeld(_known(a.case, b.case).loc[ids].reset_index(), _held(a, ids), _held(b, ids))


def flips(a: Run, b: Run, held: BothHeld, where: Bool[np.ndarray, "worlds"], failed: Run) -> Flips:
    """Tell what is different in the worlds `where` one of the runs, `failed`, is the one that does not agree.

    Examples
    --------
    >>> import sim
    >>> run = sim.run("2025-08-21", worlds=20, seed=1)
    >>> flips(run, run, both_held(run, run), np.zeros(20, dtype=bool), failed=run).worlds
    0
    """
    worlds = np.flatnonzero(where)
    in_a, in_b = held.in_a[worlds], held.in_b[worlds]
    told = failed.frame(["ending", "in_the_way"]).iloc[worlds]
    return Flips(
        worlds=len(worlds),
        first=tuple(worlds[:MOST_NAMED].tolist()),
        same_lines=int((in_a == in_b).all(axis=1).sum()),
        lines=_lines(held.lines, in_a & ~in_b, in_b & ~in_a),
        without=_endings(told["ending"]),
        in_the_way=_in_the_way(_known(a.case, b.case), told["in_the_way"]),
    )


def _known(a: Scenario, b: Scenario) -> pd.DataFrame:
    """Return everything that may stand in the way in either scenario, by its id."""
    both = pd.concat([obstacles(a), obstacles(b)]).drop_duplicates("id")
    return both.set_index("id")[["party_name", "label"]]


def _held(run: Run, ids: list[str]) -> Bool[np.ndarray, "worlds lines"]:
    held = np.zeros((run.worlds, len(ids)), dtype=bool)
    held[:, [ids.index(line) for line in run.case.red_lines]] = held_lines(run)
    return held


def _lines(
    lines: pd.DataFrame, a_only: Bool[np.ndarray, "worlds lines"], b_only: Bool[np.ndarray, "worlds lines"]
) -> pd.DataFrame:
    table = lines.assign(a_only=a_only.sum(axis=0), b_only=b_only.sum(axis=0))
    differing = table["a_only"] + table["b_only"]
    order = np.argsort(-differing.to_numpy(), kind="stable")
    return table.iloc[order[: int((differing > 0).sum())]].reset_index(drop=True)


def _endings(endings: pd.Series) -> pd.DataFrame:
    counts = [(ending.name, LABELS[ending], int((endings == ending.name).sum())) for ending in Ending]
    occurring = [row for row in counts if row[-1]]
    return pd.DataFrame(occurring, columns=["ending", "label", "count"])


def _in_the_way(known: pd.DataFrame, texts: pd.Series) -> pd.DataFrame:
    counts: Counter[str] = Counter()
    for text, worlds in texts.value_counts().items():
        if worlds:
            for one in {one for members in spelled(str(text))[0] for one in members}:
                counts[one] += int(worlds)
    table = known.assign(count=[counts[one] for one in known.index]).rename_axis("id").reset_index()
    occurring = table[table["count"] > 0]
    return occurring.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
