"""Which packages could be signed in most worlds, and what proposing the best of them may cost."""

from __future__ import annotations

from sim.analysis.acceptability import Acceptability
from sim.analysis.discovery.words import share_words
from sim.analysis.exploring.finding import Finding
from sim.ensemble.run import Run

FEW = 3


def shortlisted(found: Acceptability, run: Run) -> Finding:
    """Say which package all accept in most worlds, who stops it elsewhere, and which come close to it.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.acceptability import acceptability
    >>> run = sim.run("2025-08-21", worlds=50, seed=1)
    >>> shortlisted(acceptability(run), run).text.split(":")[0]
    'Acceptable in most worlds (74% of 50) to all whose consent it needs'
    """
    best = found.shortlist.iloc[0]
    if not best["count"]:
        text = f"No package is acceptable to all whose consent it needs in any of {found.worlds:,} worlds."
        return Finding("shortlist", text, {"share": 0.0})
    shares = _who_accepts(found, int(best["package"]), run)
    least = min(shares, key=lambda party: shares[party])
    regrets = _regrets(found, int(best["package"]), run)
    most = max(regrets, key=lambda party: regrets[party])
    names = {party: told.name for party, told in run.case.parties.items()}
    text = (
        f"Acceptable in most worlds ({share_words(best['share'])} of {found.worlds:,}) to all whose consent "
        f"it needs: {best['label']}. Of these, {names[least]} accepts it least often "
        f"({share_words(shares[least])}); {_others(found)}. Beside the best that each could have had, "
        f"it costs no party more than {regrets[most]:.2f} of its utility on average ({names[most]})."
    )
    numbers = {
        "package": int(best["package"]),
        "share": float(best["share"]),
        "accepts": shares,
        "least": least,
        "others": [int(package) for package in found.shortlist["package"].iloc[1:]],
        "regrets_most": most,
        "regret": regrets[most],
    }
    return Finding("shortlist", text, numbers)


def _who_accepts(found: Acceptability, package: int, run: Run) -> dict[str, float]:
    """Return how often each party whose consent a package needs accepts it."""
    row = found.packages[found.packages["package"] == package].iloc[0]
    needed = str(row["consent"]).split(" + ")
    return {party: float(row[f"share_{party}"]) for party in run.case.parties if party in needed}


def _regrets(found: Acceptability, package: int, run: Run) -> dict[str, float]:
    """Return the mean regret of each party at the table if a package is proposed."""
    rows = found.regret[found.regret["package"] == package]
    regrets = dict(zip(rows["party"], rows["mean"].astype(float), strict=True))
    return {party: regrets[party] for party in run.case.at_the_table}


def _others(found: Acceptability) -> str:
    """Name the packages that are not clearly behind."""
    others = [str(label) for label in found.shortlist["label"].iloc[1:]]
    if not others:
        return "every other package is clearly behind"
    more = f" and {len(others) - FEW} more" if len(others) > FEW else ""
    return f"not clearly behind: {' / '.join(others[:FEW])}{more}"
