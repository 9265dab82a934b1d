"""How near agreements come to the points of bargaining theory, world by world."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from jaxtyping import Bool

from sim.analysis.intervals import with_shares
from sim.analysis.landing.gaps import Gaps
from sim.analysis.last_round import LastRound, last_rounds
from sim.analysis.provenance import stamped
from sim.analysis.summing_up.left_on_table import left_on_table
from sim.axes import WorldPackages
from sim.ensemble.run import Run
from sim.scenario import describe
from sim.solutions import CONCEPTS
from sim.solutions.choice import NONE
from sim.solutions.gains import signable


@dataclass(frozen=True)
class Landing:
    """Where agreements landed; each is a table.

    Parameters
    ----------
    concepts
        One row for each concept: `concept`; `worlds_agreed`; `not_among` (of these, how often the agreement
        is none of the packages the concept picks from); `no_point` (how often there are no such packages);
        `worlds_compared` (the others); `count`, `share`, `low`, `high` of those in which the agreement is
        the point, or worth the same to every party at the table; `distance_mean`, `distance_p95` (Euclidean,
        in utility; NaN if nothing was compared).
    parties
        One row for each concept and party at the table: `concept`, `party`, `name`, `worlds_compared`,
        `difference` (mean of what the agreement is worth to it minus what the point is), `better` and
        `worse` (shares of the worlds in which the agreement is worth more, and less, than the point).
    picks
        How often a concept picks a package, over all worlds, the most frequent first: `concept`, `package`
        (index, -1 for none), `label`, `count`, `share`, `low`, `high`.
    efficient
        How many agreements are Pareto efficient; see `sim.analysis.summing_up.left_on_table`.
    """

    concepts: pd.DataFrame
    parties: pd.DataFrame
    picks: pd.DataFrame
    efficient: pd.DataFrame


def landing(run: Run, batch: int | None = None) -> Landing:
    """Compare what was agreed in each world of a run with what each concept would pick there.

    A concept picks from the packages that no held line of a party whose consent they need stands against in
    the last round, and that leave every party at the table at or above its reservation value then, which is
    the disagreement point. So an agreement need not be among them: a party that had no say in it may have
    less than without a deal. Agreements of other worlds are not spoken of. `batch` is the number of worlds
    looked at together, and changes nothing.

    Examples
    --------
    >>> import sim
    >>> landed = landing(sim.run("2025-08-21", worlds=50, seed=1))
    >>> list(landed.concepts["concept"])
    ['nash', 'kalai_smorodinsky', 'egalitarian', 'utilitarian', 'leximin']
    """
    agreed = run.frame(["package"])["package"].to_numpy()
    seats = np.array([party in run.case.at_the_table for party in run.case.parties])
    gaps = {concept: Gaps(int(seats.sum()), run.case.space.size) for concept in CONCEPTS}
    not_among = 0
    for part in last_rounds(run, batch=batch):
        signed = agreed[part.first : part.first + len(part)]
        among = part.unblocked
        not_among += _not_among(part, seats, among, signed)
        for concept, point in _points(part, seats, among).items():
            gaps[concept].look(part, seats, signed, point)
    told = {"worlds_agreed": int(np.count_nonzero(agreed != NONE)), "not_among": not_among}
    return Landing(
        stamped(pd.DataFrame([{"concept": name, **told, **each.row()} for name, each in gaps.items()]), run),
        stamped(pd.concat([_by_party(run, *each) for each in gaps.items()], ignore_index=True), run),
        stamped(pd.concat([_picks(run, *each) for each in gaps.items()], ignore_index=True), run),
        left_on_table(run),
    )


def _points(
    part: LastRound, seats: Bool[np.ndarray, "parties"], among: Bool[np.ndarray, "worlds packages"]
) -> dict[str, WorldPackages]:
    """Return what each concept picks in each world: nothing if nobody is at the table."""
    if not seats.any():
        return dict.fromkeys(CONCEPTS, np.full(len(part), NONE))
    worth = part.utilities if seats.all() else part.utilities[:, seats]
    least = part.reservation_values[:, seats]
    return {name: concept(worth, least, among) for name, concept in CONCEPTS.items()}


def _not_among(
    part: LastRound,
    seats: Bool[np.ndarray, "parties"],
    among: Bool[np.ndarray, "worlds packages"],
    signed: WorldPackages,
) -> int:
    """Count the agreements that some concept could not have picked."""
    rows = np.flatnonzero(signed != NONE)
    worth = part.utilities[rows, :, signed[rows]][:, seats]
    allowed = signable(worth[:, :, None], part.reservation_values[rows][:, seats])[:, 0]
    return int(np.count_nonzero(~(allowed & among[rows, signed[rows]])))


def _by_party(run: Run, concept: str, gaps: Gaps) -> pd.DataFrame:
    table = pd.DataFrame({"concept": concept, "party": run.case.at_the_table})
    table["name"] = [run.case.parties[party].name for party in run.case.at_the_table]
    return table.assign(worlds_compared=gaps.compared, **gaps.party_columns())


def _picks(run: Run, concept: str, gaps: Gaps) -> pd.DataFrame:
    """Tabulate what a concept picks; the first of the counts is of worlds in which there is nothing."""
    counts = gaps.picked
    order = np.argsort(-counts, kind="stable")
    order = order[counts[order] > 0]
    packages = order + NONE
    labels = ["no package" if index == NONE else describe(run.case, int(index)) for index in packages]
    table = pd.DataFrame({"concept": concept, "package": packages, "label": labels})
    return table.assign(**with_shares(counts[order].astype(float), run.worlds))
