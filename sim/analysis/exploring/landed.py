"""How good the agreements are, beside the packages that theories of bargaining would pick."""

from __future__ import annotations

from sim.analysis.exploring.finding import Finding
from sim.analysis.landing import Landing
from sim.analysis.landing.concept_names import NAMES
from sim.scenario import Scenario
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent


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
    is_so = "is Pareto efficient in its" if agreed == 1 else "are Pareto efficient in their"
    text = f"Of {counted(agreed, 'agreement')} {percent(efficient['share'])} {is_so} round"
    if compared:
        points = listed([f"the {NAMES[name]} point in {percent(s)}" for name, s in shares.items()])
        are, lie = ("it is", "It lies") if compared == 1 else ("they are", "On average they lie")
        text += (
            f"; of the {compared:,} that can be compared with solution points, {are} {points}. {lie} "
            f"{distance:.2f} of utility from the Nash point"
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
