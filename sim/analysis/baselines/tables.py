"""Tables of what rules of thumb say, beside what the simulation came to."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd
from jaxtyping import Bool, Float, Int

from sim.analysis.baselines.predictions import Predictions
from sim.analysis.intervals import with_shares
from sim.scenario import Scenario, describe
from sim.solutions.choice import ROUNDING

RULES = ("compromise", "conditional", "markov")

Distributions = Mapping[str, Float[np.ndarray, "packages"]]
"""`simulated`, or a rule -> its share of every package."""


def distributions(case: Scenario, said: Predictions, agreed: Int[np.ndarray, "agreements"]) -> Distributions:
    """Return what share of its distribution each rule, and the simulation, gives to every package."""
    size, worlds = case.space.size, len(said.compromise)
    ballots = said.candidates.reshape(-1)
    simulated = np.bincount(agreed, minlength=size)
    return {
        "simulated": simulated / len(agreed) if len(agreed) else np.full(size, np.nan),
        "compromise": np.bincount(said.compromise, minlength=size) / worlds,
        "conditional": np.bincount(ballots, said.conditional.reshape(-1), size) / worlds,
        "markov": np.bincount(ballots, said.markov.reshape(-1), size) / worlds,
    }


def by_option(case: Scenario, shares: Distributions) -> pd.DataFrame:
    """Add up over the packages that have an option."""
    parts = []
    for axis, (name, issue) in enumerate(case.issues.items()):
        others = tuple(other for other in range(len(case.issues)) if other != axis)
        sums = {rule: share.reshape(case.space.shape).sum(axis=others) for rule, share in shares.items()}
        told = {"issue": name, "option": list(issue.options), "label": list(issue.options.values())}
        parts.append(pd.DataFrame({**told, **sums}))
    return pd.concat(parts, ignore_index=True)


def by_package(case: Scenario, shares: Distributions) -> pd.DataFrame:
    """List what has a share, by those of the simulation, then of the rules in their order."""
    table = np.stack([np.nan_to_num(share) for share in shares.values()])
    listed = np.flatnonzero(table.any(axis=0))
    listed = listed[np.lexsort(-table[::-1, listed])]
    told = {
        "package": listed,
        "label": [describe(case, int(package)) for package in listed],
        "possible": case.space.possible[listed],
    }
    return pd.DataFrame({**told, **{rule: share[listed] for rule, share in shares.items()}})


def overlap(
    case: Scenario,
    shares: Distributions,
    said: Predictions,
    packages: Int[np.ndarray, "worlds"],
    agreed: Bool[np.ndarray, "worlds"],
) -> pd.DataFrame:
    """Compare each rule with the simulation, by its distribution and by what it names in each world."""
    named = {
        "compromise": said.compromise,
        "conditional": _most_probable(said.candidates, said.conditional),
        "markov": _most_probable(said.candidates, said.markov),
    }
    overlaps = [float(np.minimum(shares["simulated"], shares[rule]).sum()) for rule in RULES]
    counts = [np.count_nonzero(named[rule][agreed] == packages[agreed]) for rule in RULES]
    told = {"baseline": RULES, "overlap": overlaps, "worlds_agreed": int(agreed.sum())}
    table = pd.DataFrame({**told, **with_shares(np.array(counts, float), int(agreed.sum()))})
    return table.assign(
        issues_shared=[_shared(case, named[rule][agreed], packages[agreed]) for rule in RULES]
    )


def _shared(
    case: Scenario, named: Int[np.ndarray, "agreements"], agreed: Int[np.ndarray, "agreements"]
) -> float:
    """Return on what part of the issues two packages have the same option, on average; NaN without any."""
    pairs = zip(
        np.unravel_index(named, case.space.shape), np.unravel_index(agreed, case.space.shape), strict=True
    )
    return float(np.mean([np.mean(one == other) for one, other in pairs])) if len(agreed) else math.nan


def _most_probable(
    candidates: Int[np.ndarray, "worlds parties"], probabilities: Float[np.ndarray, "worlds parties"]
) -> Int[np.ndarray, "worlds"]:
    greatest = probabilities.max(axis=1, keepdims=True)
    ahead = probabilities >= greatest - ROUNDING
    return candidates.min(axis=1, where=ahead, initial=np.iinfo(np.int64).max)
