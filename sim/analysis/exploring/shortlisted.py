"""Which packages could be signed in most worlds, and what proposing the best of them may cost."""

from __future__ import annotations

from sim.analysis.acceptability import Acceptability, most_ranked
from sim.analysis.exploring.finding import Finding
from sim.ensemble.run import Run
from sim.scenario import Scenario
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent

FEW = 3


def shortlisted(found: Acceptability, run: Run) -> Finding:
    """Say which package all accept most often, who stops it elsewhere, which come close, and what it costs.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.acceptability import acceptability
    >>> run = sim.run("2025-08-21", worlds=50, seed=1)
    >>> shortlisted(acceptability(run), run).text.split(":")[0]
    'Most often acceptable to all whose consent it needs (74% of 50 worlds)'
    """
    if found.shortlist.empty:
        where = "the one world" if found.worlds == 1 else f"any of {found.worlds:,} worlds"
        text = f"No package is acceptable to all whose consent it needs in {where}."
        return Finding("shortlist", text, {"share": 0.0})
    best = found.shortlist.iloc[0]
    accepts, regrets = _who_accepts(found, int(best["package"]), run), _regrets(found, int(best["package"]))
    equals = int((found.shortlist["count"] == best["count"]).sum()) - 1
    as_often = f", as often as {counted(equals, 'other')}" if equals else ""
    text = (
        f"Most often acceptable to all whose consent it needs ({percent(best['share'])} of "
        f"{counted(found.worlds, 'world')}{as_often}): {best['label']}. {_least(accepts, run)}; "
        f"{_others(found)}. {_costs(regrets)}"
    )
    numbers = {
        "package": int(best["package"]),
        "share": float(best["share"]),
        "as_often": equals,
        "accepts": accepts,
        "others": [int(package) for package in found.shortlist["package"].iloc[1:]],
        "regrets": regrets,
    }
    return Finding("shortlist", text, numbers)


def not_ranked(case: Scenario) -> Finding:
    """Say that there are too many packages to compare each with every other.

    Examples
    --------
    >>> import sim
    >>> not_ranked(sim.load("published/csis-2025-03")).text.split(":")[0]
    'Which package is most robust was not worked out'
    """
    packages, most = case.space.size, most_ranked(case)
    text = (
        f"Which package is most robust was not worked out: each of {packages:,} packages would have to be "
        f"compared with every other, and that is done of {most:,} at most."
    )
    return Finding("shortlist", text, {"packages": packages, "most": most})


def _least(accepts: dict[str, float], run: Run) -> str:
    """Say who accepts a package least often."""
    least, most = min(accepts.values()), max(accepts.values())
    if least == most:
        who = "This party" if len(accepts) == 1 else "Each of these parties"
        return f"{who} accepts it in {percent(least)} of the worlds"
    names = [run.case.parties[party].name for party, share in accepts.items() if share == least]
    verb = "accept" if len(names) > 1 else "accepts"
    return f"Of these parties {listed(names)} {verb} it least often ({percent(least)})"


def _costs(regrets: dict[str, float]) -> str:
    """Say between which numbers the mean regrets lie; utilities of different parties are not compared."""
    least, most = f"{min(regrets.values()):.2f}", f"{max(regrets.values()):.2f}"
    some = f"between {least} and {most}" if least != most else least
    who = "the one party" if len(regrets) == 1 else f"each of the {len(regrets)} parties"
    return f"If it is proposed, {who} has on average {some} less than at best."


def _who_accepts(found: Acceptability, package: int, run: Run) -> dict[str, float]:
    """Return how often each party whose consent a package needs accepts it."""
    row = found.packages[found.packages["package"] == package].iloc[0]
    needed = str(row["consent"]).split(" + ")
    return {party: float(row[f"share_{party}"]) for party in run.case.parties if party in needed}


def _regrets(found: Acceptability, package: int) -> dict[str, float]:
    """Return the mean regret of every party if a package is proposed, whether it has a say or not."""
    rows = found.regret[found.regret["package"] == package]
    return dict(zip(rows["party"], rows["mean"].astype(float), strict=True))


def _others(found: Acceptability) -> str:
    """Name the packages that are not clearly behind."""
    others = [str(label) for label in found.shortlist["label"].iloc[1:]]
    if not others:
        return "every other package is clearly behind"
    more = f" and {len(others) - FEW} more" if len(others) > FEW else ""
    return f"not clearly behind: {' / '.join(others[:FEW])}{more}"
