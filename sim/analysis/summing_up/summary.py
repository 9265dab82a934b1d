"""What a run says, in a few tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from sim.analysis.plain_rows import plain_rows
from sim.analysis.provenance import origin
from sim.analysis.summing_up.deadline import Deadline, deadline
from sim.analysis.summing_up.endings import agreements, endings
from sim.analysis.summing_up.in_the_way import in_the_way, in_the_way_parties
from sim.analysis.summing_up.in_the_way_sets import conflict_sets, in_the_way_sets
from sim.analysis.summing_up.left_on_table import left_on_table
from sim.analysis.summing_up.utilities import utilities
from sim.ensemble.run import Run


@dataclass(frozen=True)
class Summary:
    """What a run says; each but `deadline`, which holds two, is a table.

    Parameters
    ----------
    run
        What is summed up.
    endings, agreements, utilities
        How often each ending came, and each agreement; what each party is left with.
    in_the_way, in_the_way_parties, in_the_way_sets, conflicts
        Without a ZOPA: what would have had to give, one by one, party by party, and as whole sets; and
        which sets could not be had together.
    deadline
        Past the deadline: how close the table came, and what would have brought agreement.
    left_on_table
        Agreed: how far from the Pareto frontier.
    """

    run: Run
    endings: pd.DataFrame
    agreements: pd.DataFrame
    utilities: pd.DataFrame
    in_the_way: pd.DataFrame
    in_the_way_parties: pd.DataFrame
    in_the_way_sets: pd.DataFrame
    conflicts: pd.DataFrame
    deadline: Deadline
    left_on_table: pd.DataFrame

    def as_dict(self) -> dict[str, Any]:
        """Return the summary as plain values, for JSON."""
        run = self.run
        return {
            **origin(run),
            "endings": _unlabelled(self.endings),
            "agreements": [
                {"package": run.case.space.package(index), **row}
                for index, row in zip(
                    self.agreements["package"],
                    self.agreements.drop(columns="package").to_dict("records"),
                    strict=True,
                )
            ],
            "utilities": plain_rows(self.utilities),
            "no_zopa_worlds": self.in_the_way.attrs["no_zopa_worlds"],
            "no_zopa_worlds_cut": self.in_the_way.attrs["cut_worlds"],
            "in_the_way": _unlabelled(self.in_the_way),
            "in_the_way_parties": self.in_the_way_parties.to_dict("records"),
            "in_the_way_sets": _unlabelled(self.in_the_way_sets),
            "conflicts": _unlabelled(self.conflicts),
            "deadline": self.deadline.as_dict(),
            "left_on_table": plain_rows(self.left_on_table)[0],
        }


def summary(run: Run) -> Summary:
    """Summarise a run.

    Examples
    --------
    >>> import sim
    >>> answer = summary(sim.run(sim.load("2025-08-21"), worlds=50, seed=1))
    >>> list(answer.endings["ending"])
    ['AGREED', 'DEADLINE', 'NO_ZOPA', 'WALKED_OUT']
    """
    return Summary(
        run,
        endings(run),
        agreements(run),
        utilities(run),
        in_the_way(run),
        in_the_way_parties(run),
        in_the_way_sets(run),
        conflict_sets(run),
        deadline(run),
        left_on_table(run),
    )


def _unlabelled(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows without the words that are for people."""
    return table.drop(columns="label").to_dict("records")  # type: ignore[return-value]
