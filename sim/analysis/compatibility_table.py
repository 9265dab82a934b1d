"""The compatibility table: named packages x parties."""

from __future__ import annotations

import pandas as pd

from sim.compatibility import Check


def compatibility_table(check: Check, version: str) -> pd.DataFrame:
    """Tabulate what each party says of each named package.

    Columns: `package`, `party`, `party_name`, `ok`, `needed` (its consent is), `crosses` (red line ids).
    """
    rows = [
        (v.package, v.party, check.scenario.parties[v.party].name, v.ok, v.needed, v.crosses)
        for v in check.verdicts
    ]
    table = pd.DataFrame(rows, columns=["package", "party", "party_name", "ok", "needed", "crosses"])
    table.attrs.update(scenario=check.scenario.name, title=check.scenario.title, version=version)
    return table
