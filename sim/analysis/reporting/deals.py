"""What the deals are: how many different ones, the commonest, and what all of them settle alike."""

from __future__ import annotations

from collections.abc import Sequence

from sim.analysis.exploring.finding import Finding
from sim.analysis.share_words import share_words
from sim.analysis.summing_up.summary import Summary
from sim.scenario import Scenario, describe_options


def deals(summary: Summary) -> Finding:
    """Say which package is agreed on most often, how many different ones there are, and what they share.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.summing_up.summary import summary
    >>> deals(summary(sim.run("2025-08-21", worlds=200, seed=1))).text.split(":")[0]
    'The parties agree on 13 different packages, most often (in 24 of 116 deals, 21%) on this'
    """
    table = summary.agreements
    if table.empty:
        return Finding("deals", "No package is agreed on in any world.", {"packages": 0, "deals": 0})
    number, first, total = len(table), table.iloc[0], int(table["count"].sum())
    count, package = int(first["count"]), int(first["package"])
    common = shared(summary.run.case, [int(one) for one in table["package"]])
    numbers = {
        "packages": number,
        "deals": total,
        "commonest": package,
        "count": count,
        "share": count / total,
        "common": common,
    }
    if number == 1:
        text = f"The {total:,} deals are all on the same package: {first['label']}."
        return Finding("deals", text, numbers)
    how_often = f"in {count:,} of {total:,} deals, {share_words(count / total)}"
    return Finding(
        "deals",
        f"The parties agree on {number:,} different packages, most often ({how_often}) on this: "
        f"{first['label']}; {_alike(summary.run.case, common)}.",
        numbers,
    )


def shared(case: Scenario, packages: Sequence[int]) -> dict[str, str]:
    """Return the options that all these packages have, by their issues."""
    first, *others = [case.space.package(package) for package in packages]
    return {
        issue: option for issue, option in first.items() if all(other[issue] == option for other in others)
    }


def _alike(case: Scenario, common: dict[str, str]) -> str:
    if not common:
        return "there is no issue that all deals settle alike"
    return f"what all deals have in common is: {describe_options(case, common)}"
