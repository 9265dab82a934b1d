"""Which packages could be signed in most worlds, and what proposing the best of them may cost."""

from __future__ import annotations

from sim.analysis.acceptability import Acceptability
from sim.analysis.exploring.finding import Finding
from sim.analysis.share_words import share_words
from sim.ensemble.run import Run
from sim.scenario.listing import listed

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
        text = f"No package is acceptable to all whose consent it needs in any of {found.worlds:,} worlds."
        return Finding("shortlist", text, {"share": 0.0})
    best = found.shortlist.iloc[0]
    accepts, regrets = _who_accepts(found, int(best["package"]), run), _regrets(found, int(best["package"]))
    equals = int((found.shortlist["count"] == best["count"]).sum()) - 1
    as_often = f", as often as {equals} other{'s' * (equals > 1)}" if equals else ""
    text = (
        f"Most often acceptable to all whose consent it needs ({share_words(best['share'])} of "
        f"{found.worlds:,} worlds{as_often}): {best['label']}. {_least(accepts, run)}; {_others(found)}. "
        f"{_costs(regrets)}"
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


def _least(accepts: dict[str, float], run: Run) -> str:
    """Say who accepts a package least often."""
    least, most = min(accepts.values()), max(accepts.values())
    if least == most:
        return f"Each of these parties accepts it in {share_words(least)} of the worlds"
    names = [run.case.parties[party].name for party, share in accepts.items() if share == least]
    verb = "accept" if len(names) > 1 else "accepts"
    return f"Of these parties {listed(names)} {verb} it least often ({share_words(least)})"


def _costs(regrets: dict[str, float]) -> str:
    """Say between which numbers the mean regrets lie; utilities of different parties are not compared."""
    least, most = f"{min(regrets.values()):.2f}", f"{max(regrets.values()):.2f}"
    some = f"between {least} and {most}" if least != most else least
    return f"If it is proposed, each of the {len(regrets)} parties has on average {some} less than at best."


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
