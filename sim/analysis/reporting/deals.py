"""What the deals are: how many different ones, the commonest, and what all of them settle alike."""

from __future__ import annotations

from collections.abc import Sequence

from sim.analysis.exploring.finding import Finding
from sim.analysis.summing_up.summary import Summary
from sim.scenario import Scenario, describe_options
from sim.scenario.words import percent


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
    equals = int((table["count"] == count).sum()) - 1
    numbers = {
        "packages": number,
        "deals": total,
        "commonest": package,
        "as_often": equals,
        "count": count,
        "share": count / total,
        "common": common,
    }
    if number == 1:
        which = "The one deal is" if total == 1 else f"The {total:,} deals are all"
        text = f"{which} on {'this' if total == 1 else 'the same'} package: {first['label']}."
        return Finding("deals", text, numbers)
    how_often = _how_often(count, total, equals, number)
    which = f"{how_often}: {first['label']}" if equals < number - 1 else how_often
    text = f"The parties agree on {number:,} different packages, {which}; {_alike(summary.run.case, common)}."
    return Finding("deals", text, numbers)


def _how_often(count: int, total: int, equals: int, number: int) -> str:
    """Say how often the commonest package is agreed on, if there is a single one."""
    told = f"in {count:,} of {total:,} deals, {percent(count / total)}"
    if equals == number - 1:
        return "each once" if count == 1 else f"each as often as any other ({told})"
    if not equals:
        return f"most often ({told}) on this"
    return f"{equals + 1:,} of them most often (each {told}), such as this"


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
