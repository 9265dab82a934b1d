"""What a run says, in a few tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from sim.analysis.endings import agreements, endings
from sim.analysis.in_the_way import in_the_way
from sim.analysis.utilities import utilities
from sim.ensemble.run import Run


@dataclass(frozen=True)
class Summary:
    """Endings, agreements, utilities and what stood in the way; each a table."""

    run: Run
    endings: pd.DataFrame
    agreements: pd.DataFrame
    utilities: pd.DataFrame
    in_the_way: pd.DataFrame

    def as_dict(self) -> dict[str, Any]:
        """Return the summary as plain values, for JSON."""
        run = self.run
        return {
            "scenario": run.case.name,
            "title": run.case.title,
            "hash": run.hash,
            "worlds": run.worlds,
            "seed": run.seed,
            "version": run.version,
            "endings": self.endings.drop(columns="label").to_dict("records"),
            "agreements": [
                {"package": run.case.space.package(index), **row}
                for index, row in zip(
                    self.agreements["package"],
                    self.agreements.drop(columns="package").to_dict("records"),
                    strict=True,
                )
            ],
            "utilities": _without_nan(self.utilities),
            "no_zopa_worlds": self.in_the_way.attrs["no_zopa_worlds"],
            "in_the_way": self.in_the_way.drop(columns="label").to_dict("records"),
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
    return Summary(run, endings(run), agreements(run), utilities(run), in_the_way(run))


def _without_nan(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows with None, which JSON knows, for not-a-number, which it does not."""
    return table.astype(object).where(table.notna(), None).to_dict("records")  # type: ignore[return-value]
