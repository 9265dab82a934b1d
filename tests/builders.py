"""Small scenarios for tests, built in a line or two."""

import numpy as np
import pyarrow as pa
import pyarrow.dataset as ds

from sim.ensemble.columns import schema
from sim.ensemble.run import Run
from sim.scenario import Scenario
from sim.worlds import Worlds

SAID = {"speaker": "S", "date": "2025-08-21", "outlet": "O", "kind": "quoted", "claim": "c"}


def a_scenario(issues, parties, **more):
    """Build a scenario from {issue: "option option"} and {party: {...}}; every red line gets a statement."""
    statements = {f"s-{party}": {"party": party, **SAID} for party in parties}
    full = {
        party: {
            "name": party.title(),
            **told,
            "red_lines": {
                line: {"statement": f"s-{party}", **rest} for line, rest in told.get("red_lines", {}).items()
            },
        }
        for party, told in parties.items()
    }
    return Scenario.model_validate(
        {
            "scenario": "Test",
            "as_of": "2025-08-21",
            "about": "A test.",
            "statements": statements,
            "issues": {
                name: {
                    "question": f"{name}?",
                    "options": {option: option.title() for option in options.split()},
                }
                for name, options in issues.items()
            },
            "parties": full,
            **more,
        }
    )


def some_worlds(
    utilities,
    reservation_values=0.0,
    *,
    held=None,
    gives_way=np.inf,
    drifts=0.0,
    order=None,
    patience=np.inf,
):
    """Build worlds from utilities (worlds, parties, packages); scalars spread over the other arrays."""
    utilities = np.asarray(utilities, dtype=float)
    count, parties, _ = utilities.shape
    held = np.zeros((count, 0), dtype=bool) if held is None else np.asarray(held, dtype=bool)
    return Worlds(
        first=0,
        utilities=utilities,
        reservation_values=np.broadcast_to(np.asarray(reservation_values, float), (count, parties)).copy(),
        drifts=np.broadcast_to(np.asarray(drifts, float), (count, parties)).copy(),
        held=held,
        gives_way=np.broadcast_to(np.asarray(gives_way, float), held.shape).copy(),
        patience=np.broadcast_to(np.asarray(patience, float), (count, parties)).copy(),
        luck=np.full((count, parties), 0.5),
        table_luck=np.full(count, 0.5),
        order=np.tile(np.arange(parties) if order is None else np.asarray(order), (count, 1)),
    )


def a_run(case, *worlds, seed=1, **columns):
    """Build a run from (ending, package, round, utility of each party, "sets in the way") for each world.

    Of what else the table holds nothing is known, unless `columns` tells.
    """
    ending, package, round_, utilities, in_the_way = zip(*worlds, strict=True)
    case = case.but(ensemble=case.ensemble.but(worlds=len(worlds), seed=seed))
    table = pa.table(
        {
            "world": np.arange(len(worlds)),
            "ending": pa.array(ending),
            "package": np.array(package),
            "round": np.array(round_),
            **{f"utility_{party}": np.array(utilities, float)[:, p] for p, party in enumerate(case.parties)},
            "in_the_way": pa.array(in_the_way),
            "left_by": pa.array([""] * len(worlds)),
            "closest": np.full(len(worlds), -1),
            "acceptances": np.zeros(len(worlds), dtype=int),
            "would_help": pa.array([""] * len(worlds)),
            "to_frontier": np.full(len(worlds), np.nan, dtype=np.float32),
            **{name: pa.array(column) for name, column in columns.items()},
        }
    )
    return Run(case, "0.0", dataset=ds.dataset(table.cast(schema(case))))
