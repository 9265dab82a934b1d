"""Which packages a party has to sign, in words."""

from __future__ import annotations

from sim.report.briefs.line_words import options_words
from sim.scenario import ConsentWhen, Scenario


def consent_words(case: Scenario, party: str) -> str:
    """Say for which packages a party's consent is needed.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21")
    >>> consent_words(case, "russia")
    'every package'
    >>> consent_words(case, "us")
    'packages with any of: "US air support" or "US ground troops"; "NATO membership"'
    """
    consent = case.parties[party].consent
    if consent == "always":
        return "every package"
    if isinstance(consent, ConsentWhen):
        if set(consent.when) == set(case.issues) and _one_left(case, consent):
            left = [
                told.options[option]
                for issue, told in case.issues.items()
                for option in told.options
                if option not in consent.when[issue]
            ]
            return f"every package but the one that says throughout: {'; '.join(left)}"
        return f"packages with any of: {'; '.join(options_words(case, consent.when))}"
    return "no package"


def _one_left(case: Scenario, consent: ConsentWhen) -> bool:
    """Say whether a single option of each issue needs no consent."""
    return all(len(set(told.options) - set(consent.when[issue])) == 1 for issue, told in case.issues.items())
