"""Small disputes for Hypothesis, and what they come to by definition, package by package."""

from itertools import product

from builders import a_scenario
from hypothesis import strategies as st

ISSUES = {"x": "a b c", "y": "a b", "z": "a b c"}
PARTIES = ("p", "q", "r")

answers = {
    issue: st.lists(st.sampled_from(options.split()), min_size=1, max_size=2, unique=True)
    for issue, options in ISSUES.items()
}
patterns = st.fixed_dictionaries({}, optional=answers).filter(bool)
red_lines = st.sampled_from(["forbid", "require", "require"]).flatmap(
    lambda side: st.fixed_dictionaries({side: patterns}, optional={"unless": patterns})
)
consents = st.one_of(
    st.sampled_from(["always", "always", "never"]), patterns.map(lambda asked: {"when": asked})
)


@st.composite
def disputes(draw, least=0):
    """Draw a case of 18 packages and at most 6 red lines; they often clash, and rules may leave nothing."""
    lines = draw(st.lists(st.tuples(st.sampled_from(PARTIES), red_lines), min_size=least, max_size=6))
    parties = {
        party: {
            "consent": draw(consents),
            "red_lines": {f"l{n}": line for n, (owner, line) in enumerate(lines) if owner == party},
        }
        for party in PARTIES
    }
    rules = draw(st.lists(patterns, max_size=2))
    return a_scenario(ISSUES, parties, rules=[{"forbid": rule, "because": "no sense"} for rule in rules])


def words(case):
    """Return the lines that block each possible package, by the package's index."""
    packages = product(*(issue.ids for issue in case.issues.values()))
    spelled = [dict(zip(case.issues, options, strict=True)) for options in packages]
    return {
        index: frozenset(
            place
            for place, (party, line) in enumerate(case.red_lines.values())
            if _needs(package, case.parties[party].consent) and _crosses(package, line)
        )
        for index, package in enumerate(spelled)
        if not any(_matches(package, rule.forbid) for rule in case.rules)
    }


def _matches(package, pattern):
    return all(package[issue] in options for issue, options in pattern.items())


def _crosses(package, line):
    if line.unless is not None and _matches(package, line.unless):
        return False
    if line.forbid is not None:
        return _matches(package, line.forbid)
    return not _matches(package, line.require)


def _needs(package, consent):
    if isinstance(consent, str):
        return consent == "always"
    return any(package[issue] in options for issue, options in consent.when.items())
