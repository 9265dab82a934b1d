"""Which packages a party has to sign, in words."""

from __future__ import annotations

from sim.report.forbids_words import options_words
from sim.scenario import ConsentWhen, Scenario, describe


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
    if not isinstance(consent, ConsentWhen):
        return "no package"
    left = _left(case, consent)
    if left is not None:
        return f"every package but {describe(case, left)}"
    return f"packages with any of: {'; '.join(options_words(case, consent.when))}"


def _left(case: Scenario, consent: ConsentWhen) -> int | None:
    """Return the package that needs no consent, if it is a single one."""
    free = {
        issue: [option for option in told.options if option not in consent.when.get(issue, ())]
        for issue, told in case.issues.items()
    }
    if any(len(options) != 1 for options in free.values()):
        return None
    return case.space.index({issue: options[0] for issue, options in free.items()})
