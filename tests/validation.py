"""Write what we compute beside what was published into docs/validation.md.

`.venv/bin/python tests/validation.py` renews the page. The tests of the reference runs and of the reference
points compare each scenario's rows with what they compute, test_validation.py those of all other tables; they
fail where the page is stale.
"""

import re
from itertools import groupby
from pathlib import Path

import reference_conflicts
import reference_discovery
import reference_forecasts
import reference_points
import reference_runs
import reference_sensitivity

PAGE = Path(__file__).parents[1] / "docs" / "validation.md"
HEADS = {
    "negotiations": "| scenario | preferences | line-up | agreement | round | offers | against the record |",
    "points": "| scenario | preferences | efficient | Nash | egalitarian | utilitarian"
    " | Kalai-Smorodinsky as recorded | Kalai-Smorodinsky here | against the record |",
    "stability": "| conflict | an answer is | concept | equilibria | stable for each party"
    " | against the record |",
    "conflicts": "| conflict | what | here | against the record |",
    "discovery": "| box | coverage | density | worlds | of interest | against the record |",
    "sensitivity": "| index | analytic | here | SALib on the same sample | against SALib |",
    "forecasts": "| actor | what | published | here | against the publication |",
}
SCENARIO_BY_SCENARIO = ("negotiations", "points")
"""Tables whose rows are compared with the page where they are computed, since that takes long."""
STALE = "renew with: .venv/bin/python tests/validation.py"
ROUNDING = 1e-12
TOLERANCE = {"risk": 1e-3, "probability": 1e-4}
"""How far from a printed figure ours may be."""
DIE = "not compared: a die was thrown"
SETS = {"unit_file_rv": "own", "unit_rv0.6": "0.6"}
LINE_UPS = {"aspiration_boulware": "boulware", "aspiration_mixed": "mixed", "micro": "micro"}


def negotiation_rows(name, results):
    """Return a row for each preference set and line-up of a scenario that was played."""
    return [
        row(name, SETS[preferences["label"]], LINE_UPS[run["strategy"]], *_played(run, ours))
        for preferences, run, ours in results
    ]


def point_rows(scenario):
    """Find the solution points of a scenario with every preference set; return a row for each."""
    return [row(scenario["name"], SETS[one["label"]], *_points(one)) for one in scenario["sets"]]


def whole_tables(reference):
    """Return the rows of all other tables, by kind."""
    return {
        "stability": stability_rows(reference),
        "conflicts": conflict_rows(reference),
        "discovery": [row(*cells) for cells in reference_discovery.rows(reference)],
        "sensitivity": [_index(*cells) for cells in reference_sensitivity.rows()],
        "forecasts": [_forecast(one) for one in reference_forecasts.comparisons(reference)],
    }


def stability_rows(reference):
    """Return a row for each conflict, convention and concept: all parties, and the equilibria."""
    found = reference_conflicts.comparisons(reference)
    return [_stability(*which, list(some)) for which, some in groupby(found, lambda one: one[:3])]


def conflict_rows(reference):
    """Return a row for everything else that is recorded of a conflict."""
    return [
        row(one.case, one.what, _listed(one.ours), _told(one.ours, one.recorded))
        for one in reference_conflicts.more_comparisons(reference)
    ]


def row(*cells):
    return "| " + " | ".join(map(str, cells)) + " |"


def block(rows, kind):
    """Return what stands between the markers of a kind: how many rows there are, and the rows."""
    told = [line.rsplit(" | ", 1)[1] for line in rows]
    same, left_out = told.count("same |"), told.count(f"{DIE} |")
    counts = [f"{same} of {len(told) - left_out} are the same"]
    counts += [f"{left_out} are not compared"] * (left_out > 0)
    rule = re.sub(r"[^|]+", "---", HEADS[kind])
    return "\n".join(["; ".join(counts) + ".", "", HEADS[kind], rule, *rows, ""])


def shown(kind):
    """Return what the page shows between the markers of a kind."""
    return re.search(_between(kind), PAGE.read_text("utf-8"), re.DOTALL)[2]


def shown_rows(kind):
    """Return the page's rows of a kind by scenario."""
    rows = {}
    for line in shown(kind).splitlines()[4:]:
        rows.setdefault(line.split(" | ")[0].removeprefix("| "), []).append(line)
    return rows


def renewed(page, kind, rows):
    """Return the page with the rows of a kind in their place."""
    return re.sub(_between(kind), lambda old: old[1] + block(rows, kind) + old[3], page, flags=re.DOTALL)


def _between(kind):
    return rf"(<!-- {kind} -->\n)(.*?)(<!-- end of {kind} -->)"


def _played(run, ours):
    offers, agreement, last = ours
    told = DIE if not run["deterministic"] else _difference(ours, reference_runs.recorded(run))
    return "none" if agreement is None else agreement, last, len(offers), told


def _difference(ours, recorded):
    if ours == recorded:
        return "same"
    pairs = zip(ours[0], recorded[0], strict=False)
    alike = next((place for place, (one, other) in enumerate(pairs) if one != other), None)
    where = (
        "the same offers as far as they go" if alike is None else f"offers differ from number {alike + 1} on"
    )
    return f"recorded: agreement {recorded[1]}, round {recorded[2]}, {len(recorded[0])} offers; {where}"


def _stability(case, convention, concept, compared):
    *parties, everybody = compared
    wrong = [f"{one.party} recorded: {_listed(one.recorded)}" for one in compared if one.ours != one.recorded]
    each = "; ".join(f"{one.party}: {_listed(one.ours)}" for one in parties)
    return row(case, convention, concept.upper(), _listed(everybody.ours), each, "; ".join(wrong) or "same")


def _index(name, analytic, ours, theirs, difference):
    """Tell an index: its analytic value is met within sampling error, SALib's estimate to the last digits."""
    told = "same" if abs(difference) < ROUNDING else f"differs by {difference:.1e}"
    return row(name, *(f"{value + 0.0:.4f}" for value in (analytic, ours, theirs)), told)


def _forecast(one):
    """Tell a published figure, which has so many decimals that ours may differ by TOLERANCE."""
    within = abs(one.ours - one.published) <= TOLERANCE[one.quantity]
    told = "same" if within else f"differs by {one.ours - one.published:.1e}"
    return row(one.actor, one.quantity, f"{one.published:g}", f"{one.ours:.5f}", told)


def _told(ours, recorded):
    return "same" if ours == recorded else f"recorded: {_listed(recorded)}"


def _listed(found):
    """Write numbers, lists of them, and what leads from one to others."""
    if isinstance(found, dict):
        return "; ".join(f"{start} to {_listed(ends)}" for start, ends in found.items())
    return ", ".join(map(str, found)) if isinstance(found, list) else str(found)


def _points(preferences):
    ours, efficient = reference_points.ours(preferences), reference_points.frontier(preferences)
    points = reference_points.different_points(preferences, efficient)
    wrong = [
        f"{point} recorded: {recorded}"
        for point in (*reference_points.POINTS, "kalai_smorodinsky")
        if ours[point] not in (recorded := reference_points.recorded(preferences, point))
    ]
    if len(points) != preferences["pareto_size"]:
        wrong.append(f"efficient recorded: {preferences['pareto_size']}")
    elif reference_points.digest(points) != preferences["pareto_points_sha256_9dp"]:
        wrong.append("as many efficient, but others")
    told = [*map(ours.get, reference_points.POINTS), ours["kalai_smorodinsky"], ours["textbook"]]
    cells = ["none" if package == reference_points.NONE else package for package in told]
    return len(points), *cells, "; ".join(wrong) or "same"


def main():
    """Renew the page from the reference figures beside the checkout."""
    from conftest import REFERENCE

    page, rows = PAGE.read_text("utf-8"), {kind: [] for kind in SCENARIO_BY_SCENARIO}
    for name in reference_runs.NAMES:
        scenario = reference_runs.loaded(REFERENCE, name)
        rows["negotiations"] += negotiation_rows(name, reference_runs.results(scenario))
        rows["points"] += point_rows(scenario)
    rows |= whole_tables(REFERENCE)
    for kind in HEADS:
        page = renewed(page, kind, rows[kind])
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
