"""A tipping point as the table of its picture."""

from __future__ import annotations

import pandas as pd

from sim.analysis.measure_words import measure_words, target_words
from sim.analysis.quantity_words import quantity_words
from sim.analysis.tipping.tipping import TippingPoint
from sim.version import __version__

COLUMNS = ["value", "measure", "low", "high", "holds"]


def tipping_table(found: TippingPoint) -> pd.DataFrame:
    """Tabulate what was measured at each value tried, by rising value.

    Columns: `value`, `measure`, `low`, `high` (its 95% interval; NaN if not known), `holds` (the target).
    `attrs`: `path`, `quantity` (the path in words), `about` (the measure in words), `target` (the target in
    words), `number` (the measure is compared with), `is_share`, `tip` (None if it does not), `interval`,
    `cut`, `monotone`, and where it comes from.

    Examples
    --------
    >>> import sim
    >>> path = "parties.russia.no_deal.value"
    >>> table = tipping_table(sim.tip("2025-08-21", path, "agreed >= 0.5", (0, 1), worlds=20, tolerance=0.1))
    >>> table.attrs["quantity"], table.attrs["target"]
    ('what no deal is worth to Russia', 'a deal in at least 50% of worlds')
    """
    asked, tip = found.question, found.tip
    case, target = asked.scenario, asked.target
    table = pd.DataFrame(
        [[getattr(each, column) for column in COLUMNS] for each in found.evaluations], columns=COLUMNS
    )
    table.attrs.update(
        scenario=case.name,
        title=case.title,
        worlds=case.ensemble.worlds,
        seed=case.ensemble.seed,
        version=__version__,
        path=asked.path,
        quantity=quantity_words(asked.path, case),
        about=measure_words(target.measure, case),
        target=target_words(target.measure, target.relation, target.number, case),
        number=target.number,
        is_share=target.is_share,
        tip=tip and tip.value,
        interval=tip and list(tip.interval),
        cut=tip and list(tip.cut),
        monotone=found.monotone,
    )
    return table
