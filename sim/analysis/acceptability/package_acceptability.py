"""How often the packages that matter are acceptable: the best ones, and those a scenario names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from sim.analysis.acceptability.acceptability import Acceptability
from sim.analysis.acceptability.acceptances import JOINED
from sim.scenario import Scenario, describe, describe_options

ALL = ""
"""Stands for all parties whose consent a package needs."""

MOST_BEST = 6
"""Packages listed at most because they are the best."""


def package_acceptability(found: Acceptability, case: Scenario) -> pd.DataFrame:
    """Tabulate who accepts the shortlisted packages, and those that the scenario names.

    If no package is ever acceptable to all, those take the shortlist's place that are accepted most often by
    whoever accepts them least often. Of a named package that leaves issues open, it is the completion that
    is acceptable to all most often; equals go by the party that accepts it least often, then by index.

    Columns: `package` (index), `label`, `named` (names that it completes, ", " between them), `shortlisted`;
    `party` (empty for all whose consent it needs), `party_name`, `needed`; `count`, `share`, `low`, `high` of
    the worlds in which it is acceptable. The packages most often acceptable to all come first.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.acceptability import acceptability
    >>> run = sim.run("2025-08-21", worlds=50, seed=1)
    >>> table = package_acceptability(acceptability(run), run.case)
    >>> table[table["party"] == ALL][["named", "share"]].head(2).to_dict("list")
    {'named': ['air-shield', ''], 'share': [0.74, 0.66]}
    """
    packages = found.packages.set_index("package")
    if packages.empty:
        return _stamped(pd.DataFrame(columns=COLUMNS), found)
    order = _order(packages)
    best = found.shortlist["package"].tolist() or order
    names = _names(case, order)
    rows_of = {package: packages.loc[[package]].iloc[0] for package in order}
    listed = [package for package in order if package in {*best[:MOST_BEST], *names}]
    rows = [
        {
            "package": package, "label": _label(case, package, names.get(package, ())),
            "named": ", ".join(names.get(package, ())), "shortlisted": package in best[:MOST_BEST], **row,
        }
        for package in listed
        for row in _rows(rows_of[package], case, found.worlds)
    ]  # fmt: skip
    return _stamped(pd.DataFrame(rows, columns=COLUMNS), found)


COLUMNS = [
    "package",
    "label",
    "named",
    "shortlisted",
    "party",
    "party_name",
    "needed",
    "count",
    "share",
    "low",
    "high",
]


def _order(packages: pd.DataFrame) -> list[int]:
    """Return packages by the share of worlds in which all accept them, then the least of any of these."""
    least = [
        min((row[f"share_{party}"] for party in _asked(row["consent"])), default=0.0)
        for _, row in packages.iterrows()
    ]
    order = np.lexsort((-np.array(least), -packages["share"].to_numpy()))
    return packages.index[order].tolist()


def _names(case: Scenario, order: Iterable[int]) -> dict[int, list[str]]:
    """Return for each package that is the best completion of named ones, their names."""
    names: dict[int, list[str]] = {}
    for name, named in case.packages.items():
        completions = set(np.flatnonzero(case.space.completions(named)).tolist())
        best = next((package for package in order if package in completions), None)
        if best is not None:
            names.setdefault(best, []).append(name)
    return names


def _label(case: Scenario, package: int, names: Sequence[str]) -> str:
    """Say which named packages it completes, and how it settles what none of them settles."""
    if not names:
        return describe(case, package)
    settled = {issue for name in names for issue in case.packages[name]}
    options = case.space.package(package)
    rest = describe_options(case, {issue: o for issue, o in options.items() if issue not in settled})
    return " + ".join(filter(None, [" = ".join(names), rest]))


def _rows(package: pd.Series[Any], case: Scenario, worlds: int) -> Iterator[dict[str, object]]:
    """Yield what all whose consent it needs do, and then what each party does, asked or not."""
    asked = _asked(package["consent"])
    names = {ALL: "all it asks"} | {party: each.name for party, each in case.parties.items()}
    for party, name in names.items():
        which = f"_{party}" if party else ""
        share = float(package[f"share{which}"])
        yield {
            "party": party, "party_name": name, "needed": party == ALL or party in asked,
            "count": round(share * worlds), "share": share,
            "low": package[f"low{which}"], "high": package[f"high{which}"],
        }  # fmt: skip


def _asked(consent: str) -> list[str]:
    return consent.split(JOINED) if consent else []


def _stamped(table: pd.DataFrame, found: Acceptability) -> pd.DataFrame:
    table.attrs.update(found.packages.attrs)
    return table
