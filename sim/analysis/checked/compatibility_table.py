"""The compatibility tables: named packages x parties, and named packages x red lines."""

from __future__ import annotations

import pandas as pd

from sim.compatibility import Check


def compatibility_table(check: Check, version: str) -> pd.DataFrame:
    """Tabulate what each party says of each named package.

    Columns: `package`, `party`, `party_name`, `ok`, `needed` (its consent is), `crosses` (red line ids),
    `p_acceptable` (probability that the party holds none of these). `attrs["line_words"]` is what people call
    each red line.
    """
    rows = [
        (v.package, v.party, check.scenario.parties[v.party].name, v.ok, v.needed, v.crosses, v.p_acceptable)
        for v in check.verdicts
    ]
    names = ["package", "party", "party_name", "ok", "needed", "crosses", "p_acceptable"]
    return _stamped(pd.DataFrame(rows, columns=names), check, version)


def crossed_lines(check: Check, version: str) -> pd.DataFrame:
    """Tabulate which red lines each named package crosses.

    Columns: `package`, `line`, `party`, `party_name`, `kind` of the statement, `crossed`, `blocks` (crossed,
    and the party's consent is needed), `p_acceptable` (probability that no held line blocks the package).
    `attrs["line_words"]` is what people call each red line.
    """
    case = check.scenario
    rows = [
        (
            variant.name,
            line,
            party,
            case.parties[party].name,
            case.statement_of(line).kind,
            line in variant.best.crosses,
            line in variant.best.blocks,
            variant.p_acceptable,
        )
        for variant in check.variants
        for line, (party, _) in case.red_lines.items()
    ]
    names = ["package", "line", "party", "party_name", "kind", "crossed", "blocks", "p_acceptable"]
    return _stamped(pd.DataFrame(rows, columns=names), check, version)


def _stamped(table: pd.DataFrame, check: Check, version: str) -> pd.DataFrame:
    case = check.scenario
    called = {line: case.line_words(line) for line in case.red_lines}
    table.attrs.update(scenario=case.name, title=case.title, version=version, line_words=called)
    return table
