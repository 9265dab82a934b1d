"""What simple rules say in the same worlds, so that nobody takes machinery for insight."""

from __future__ import annotations

from sim.analysis.baselines.baselines import Baselines
from sim.analysis.exploring.finding import Finding
from sim.scenario.words import counted, percent

NAMES = {
    "compromise": "the compromise of weighted means",
    "conditional": "the Condorcet election among the parties' favourites",
}
"""What people call the rules that a sentence speaks of; the tables have one more."""

FIGURES = ("share", "issues_shared", "overlap")


def rules_of_thumb(found: Baselines) -> Finding:
    """Say how often simple rules name the package agreed on, and how much of it they have in common.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.baselines.baselines import baselines
    >>> rules_of_thumb(baselines(sim.run("2025-08-21", worlds=50, seed=1))).text.split(",")[0]
    'In 50 worlds the compromise of weighted means names the package agreed on in 0% of agreements'
    """
    attrs = found.overlap.attrs
    looked_at, agreed = int(attrs["worlds_looked_at"]), int(attrs["worlds_agreed"])
    where = f"In {'the first ' if looked_at < attrs['worlds'] else ''}{counted(looked_at, 'world')}"
    if not agreed:
        text = f"{where} nothing is agreed to compare simple rules with."
        return Finding("baselines", text, {"worlds": looked_at, "agreed": 0})
    rows = {row["baseline"]: row for row in found.overlap.to_dict("records")}
    told = "; ".join(
        f"{name} names the package agreed on in {percent(rows[rule]['share'])} of agreements, and the "
        f"same option on {percent(rows[rule]['issues_shared'])} of the issues"
        for rule, name in NAMES.items()
    )
    top = found.packages.sort_values("compromise", ascending=False, kind="stable").iloc[0]
    text = (
        f"{where} {told}. The commonest compromise is {top['label']} "
        f"({percent(top['compromise'])} of the worlds)."
    )
    numbers = {
        "worlds": looked_at,
        "agreed": agreed,
        **{figure: {rule: float(rows[rule][figure]) for rule in NAMES} for figure in FIGURES},
        "commonest_compromise": int(top["package"]),
        "commonest_share": float(top["compromise"]),
    }
    return Finding("baselines", text, numbers)
