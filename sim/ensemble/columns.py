"""The columns of the table of worlds and their types, the same for every part of a run."""

from __future__ import annotations

import pyarrow as pa

from sim.scenario import Scenario

TEXT = pa.dictionary(pa.int32(), pa.string())
"""Texts that many worlds share."""


def schema(scenario: Scenario) -> pa.Schema:
    """Return the columns; `sim.ensemble.worlds_table` says what each holds.

    Examples
    --------
    >>> import sim
    >>> schema(sim.load("2025-08-21")).names[:4]
    ['world', 'ending', 'package', 'round']
    """
    return pa.schema({
        "world": pa.int64(),
        "ending": TEXT,
        "package": pa.int32(),
        "round": pa.int32(),
        **{f"utility_{party}": pa.float64() for party in scenario.parties},
        "in_the_way": TEXT,
        "left_by": TEXT,
        "closest": pa.int32(),
        "acceptances": pa.int16(),
        "would_help": TEXT,
        "to_frontier": pa.float32(),
    })  # fmt: skip
