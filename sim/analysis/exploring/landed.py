"""How good the agreements are, beside the packages that theories of bargaining would pick."""

from __future__ import annotations

from sim.analysis.exploring.finding import Finding
from sim.analysis.landing import Landing
from sim.analysis.landing.concept_names import NAMES
from sim.analysis.share_words import share_words
from sim.scenario import Scenario
from sim.scenario.listing import listed


def landed(found: Landing, case: Scenario) -> Finding:
    """Say how many agreements are efficient, how many are solution points, and how far the others lie.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.landing import landing
    >>> run = sim.run("2025-08-21", worlds=50, seed=1)
    >>> landed(landing(run), run.case).text.split(";")[0]
    'Of 28 agreements 68% are Pareto efficient in their round'
    """
    efficient = found.efficient.iloc[0]
    agreed = int(efficient["worlds_agreed"])
    if not agreed:
        return Finding("landing", "There is no agreement to compare with solution points.", {"agreed": 0})
    rows = {row["concept"]: row for row in found.concepts.to_dict("records")}
    compared, distance = int(rows["nash"]["worlds_compared"]), float(rows["nash"]["distance_mean"])
    shares = {concept: float(rows[concept]["share"]) for concept in NAMES}
    text = f"Of {agreed:,} agreements {share_words(efficient['share'])} are Pareto efficient in their round"
    if compared:
        points = listed([f"the {NAMES[name]} point in {share_words(s)}" for name, s in shares.items()])
        text += (
            f"; of the {compared:,} that can be compared with solution points, they are {points}. On average "
            f"they lie {distance:.2f} of utility from the Nash point"
        )
    numbers = {
        "agreed": agreed,
        "efficient": float(efficient["share"]),
        "compared": compared,
        "points": shares if compared else {},
        "distance_to_nash": distance if compared else None,
    }
    return Finding("landing", f"{text}.{_caution(case)}", numbers)


def _caution(case: Scenario) -> str:
    """Say where gains are steps of an order, which neither add up nor multiply."""
    orders = [party.name for party in case.parties.values() if party.preferences.is_order]
    if not orders:
        return ""
    return f" Of {listed(orders)} only the order of packages is known: sums and distances are of equal steps."
