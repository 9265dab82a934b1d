"""Two runs compared world by world: how often each ending comes, what flipped, for whom it is better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sim.analysis.comparing.flips import Flips, both_held, flips
from sim.analysis.comparing.paired_endings import changed, paired_endings, transitions
from sim.analysis.comparing.pairing import demand_pairs, paired, told_apart
from sim.analysis.comparing.party_changes import parties_apart, party_changes
from sim.analysis.paired_intervals import flips_by_chance
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.errors import InputError, Problem
from sim.negotiation.endings import Ending


@dataclass(frozen=True)
class Comparison:
    """What is different in run `b` from run `a`, over worlds that were drawn alike.

    Parameters
    ----------
    a, b
        The runs.
    endings
        Columns `ending`, `label`, `a`, `b` (shares of the worlds), `difference` (b - a), `low`, `high`.
    to_agreement, from_agreement
        The worlds that agree in b alone, and in a alone.
    p_value
        How likely flips at least as one-sided would be if either way were as likely.
    transitions
        Columns `a`, `b` (endings), `count`: those that occur.
    changed
        In how many worlds the ending or the package agreed differ.
    parties
        What each party of both gains or loses: see `sim.analysis.comparing.party_changes`.
    only_in_a, only_in_b
        Parties that the other scenario does not have.
    """

    a: Run
    b: Run
    endings: pd.DataFrame
    to_agreement: Flips
    from_agreement: Flips
    p_value: float
    transitions: pd.DataFrame
    changed: int
    parties: pd.DataFrame
    only_in_a: tuple[str, ...]
    only_in_b: tuple[str, ...]

    @property
    def pairs(self) -> int:
        """How many worlds were compared."""
        return self.a.worlds

    @property
    def flipped(self) -> int:
        """In how many worlds there is agreement in one of the runs alone."""
        return self.to_agreement.worlds + self.from_agreement.worlds

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        rows = {row["ending"]: _shares(row) for row in self.endings.to_dict("records")}
        return {
            "a": self.a.case.name,
            "b": self.b.case.name,
            "pairs": self.pairs,
            "agreed": rows[Ending.AGREED.name],
            "flipped": self.flipped,
            "p_value": self.p_value,
            "flips": {
                "to_agreement": self.to_agreement.as_dict(),
                "from_agreement": self.from_agreement.as_dict(),
            },
            "changed": self.changed,
            "endings": rows,
            "transitions": self.transitions.to_dict("records"),
            "parties": {row["party"]: _gain(row) for row in self.parties.to_dict("records")},
            "only_in_a": list(self.only_in_a),
            "only_in_b": list(self.only_in_b),
            "seed": self.a.seed,
            "worlds": self.a.worlds,
            "version": self.a.version,
            "hashes": [self.a.hash, self.b.hash],
        }


def comparison(a: Run, b: Run) -> Comparison:
    """Compare run `b` with run `a`, world by world.

    Raises
    ------
    InputError
        If their worlds do not belong together: with everything that sets them apart.

    Examples
    --------
    >>> import sim
    >>> run = sim.run("2025-08-21", worlds=20, seed=1)
    >>> comparison(run, run).flipped
    0
    """
    demand_pairs(a, b)
    worlds = paired(a, b)
    held = both_held(a, b)
    agreed_a, agreed_b = (worlds[f"ending_{side}"].to_numpy() == Ending.AGREED for side in "ab")
    gained, lost = agreed_b & ~agreed_a, agreed_a & ~agreed_b
    only_in_a, only_in_b = parties_apart(a, b)
    return Comparison(
        a=a,
        b=b,
        endings=paired_endings(worlds),
        to_agreement=flips(a, b, held, gained, failed=a),
        from_agreement=flips(a, b, held, lost, failed=b),
        p_value=flips_by_chance(int(gained.sum()), int(lost.sum())),
        transitions=transitions(worlds),
        changed=changed(worlds),
        parties=party_changes(a, b),
        only_in_a=only_in_a,
        only_in_b=only_in_b,
    )


def comparisons(a: Run, others: Sequence[Run]) -> tuple[Comparison, ...]:
    """Compare several runs with the same one.

    Raises
    ------
    InputError
        If the worlds of some do not belong together with its: with everything that sets them apart.
    """
    problems: list[Problem] = []
    for other in others:
        try:
            demand_pairs(a, other)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(comparison(a, other) for other in others)


def comparisons_as_dict(found: Sequence[Comparison]) -> dict[str, Any]:
    """Return one comparison as it is, or several under the name of what they were compared with."""
    if len(found) == 1:
        return found[0].as_dict()
    return {"base": found[0].a.case.name, "comparisons": [each.as_dict() for each in found]}


def comparison_table(found: Sequence[Comparison]) -> pd.DataFrame:
    """Put the endings of several comparisons with one run in one table, for its picture.

    Columns: `variant`, `ending`, `a`, `b`, `difference`, `low`, `high`; `attrs["pairs"]` is the
    number of worlds of each, `attrs["titles"]` the titles of those variants that theirs tells apart.
    """
    names = told_apart([found[0].a, *(each.b for each in found)])[1:]
    parts = [
        each.endings.drop(columns="label").assign(variant=name)
        for name, each in zip(names, found, strict=True)
    ]
    columns = ["variant", "ending", "a", "b", "difference", "low", "high"]
    return stamped(
        pd.concat(parts, ignore_index=True)[columns],
        found[0].a,
        pairs=found[0].pairs,
        titles=_titles(found[0].a, {name: each.b for name, each in zip(names, found, strict=True)}),
    )


def _titles(base: Run, variants: Mapping[str, Run]) -> dict[str, str]:
    """Return the titles of variants, of those that tell it apart from the base and from each other."""
    titles = [run.case.title for run in (base, *variants.values())]
    return {name: run.case.title for name, run in variants.items() if titles.count(run.case.title) == 1}


def _shares(row: dict[Any, Any]) -> dict[str, Any]:
    return {**{key: row[key] for key in ("a", "b", "difference")}, "interval": [row["low"], row["high"]]}


def _gain(row: dict[Any, Any]) -> dict[str, Any]:
    """Return a party's gain; the interval of a single world is not known, and JSON knows no NaN."""
    interval = [None if np.isnan(end) else end for end in (row["low"], row["high"])]
    kept = ("better", "worse", "equal", "same_preferences")
    return {
        "difference": row["difference"],
        "interval": interval,
        **{key: row[key] for key in kept},
    }
