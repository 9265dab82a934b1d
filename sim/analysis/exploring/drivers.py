"""What the answer hangs on: the uncertain quantities that move a measure most."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from sim.analysis.discovery.words import share_words
from sim.analysis.exploring.finding import Finding
from sim.analysis.sensitivity.given_data import Sensitivity

FEW = 3


def drivers(found: Sensitivity) -> Finding:
    """Say which quantities drive a measure, how much of its variance each explains, and which way.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.sensitivity.given_data import sensitivity
    >>> run = sim.run("2025-08-21", worlds=500, seed=1)
    >>> drivers(sensitivity(run)).text.split(" (")[0]
    'It hangs above all on what no deal is worth to Ukraine, which explains 49% of its variance'
    """
    above = found.table[found.table["above"]]
    if above.empty:
        text = f"None of the {len(found.table):,} uncertain quantities moves it by more than chance does."
        return Finding("drivers", text, {"above": 0, "quantities": len(found.table)})
    rows = above.head(FEW).to_dict("records")
    parties = {row["label"]: float(row["explained"]) for row in found.by_party.head(2).to_dict("records")}
    sums = " and ".join(f"{share_words(max(share, 0.0))} for {label}" for label, share in parties.items())
    text = (
        f"It hangs above all on {'; then on '.join(_told(row) for row in rows)}. {len(above):,} of "
        f"{len(found.table):,} uncertain quantities move it by more than chance; taken one by one and added "
        f"up, those of a party explain {sums}."
    )
    numbers = {
        "quantities": len(found.table),
        "above": len(above),
        "largest": [{key: row[key] for key in ("quantity", "explained", "rank", "pawn_max")} for row in rows],
        "parties": parties,
    }
    return Finding("drivers", text, numbers)


def _told(row: Mapping[Hashable, object]) -> str:
    explained, rank = float(str(row["explained"])), float(str(row["rank"]))
    way = "the more, the more" if rank > 0 else "the more, the less"
    share = share_words(max(explained, 0.0))
    return f"{row['label']}, which explains {share} of its variance ({way}: rank correlation {rank:+.2f})"
