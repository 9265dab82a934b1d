"""A measure as people speak of it."""

from __future__ import annotations

from sim.analysis.measure import ROUND, UTILITY
from sim.scenario import Scenario

_NOUNS = {
    "agreed": "whether there is a deal",
    "deadline": "whether time runs out",
    "no_zopa": "whether no package is acceptable to all",
    "walked_out": "whether a party walks out",
    ROUND: "the round in which it ends",
}
_SHARES = {
    "agreed": "a deal in {} of worlds",
    "deadline": "time runs out in {} of worlds",
    "no_zopa": "no acceptable package in {} of worlds",
    "walked_out": "a party walks out in {} of worlds",
}
_SO = {
    "agreed": ("there is a deal", "there is no deal"),
    "deadline": (
        "time runs out on a package that all could have signed",
        "time does not run out on a package that all could have signed",
    ),
    "no_zopa": (
        "no package is acceptable to all whose consent it needs",
        "it does not end for want of a package that is acceptable to all whose consent it needs",
    ),
    "walked_out": ("somebody walks out", "nobody walks out"),
}
"""What to say where it is so, and where it is not."""

_RELATIONS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}


def measure_words(measure: str, case: Scenario) -> str:
    """Call a measure by what it tells of a world.

    Examples
    --------
    >>> import sim
    >>> august = sim.load("2025-08-21")
    >>> measure_words("agreed", august), measure_words("utility.us", august)
    ('whether there is a deal', 'what United States is left with')
    """
    return _NOUNS.get(measure) or f"what {case.parties[measure.removeprefix(UTILITY)].name} is left with"


def value_words(measure: str, value: float, case: Scenario) -> str:
    """Say what a measure says of a world where it has this value.

    Examples
    --------
    >>> import sim
    >>> august = sim.load("2025-08-21")
    >>> value_words("agreed", 0.0, august), value_words("round", 8.0, august)
    ('there is no deal', 'it ends in round 8')
    >>> value_words("utility.us", 0.25, august)
    'United States is left with a utility of 0.25'
    """
    if measure in _SO:
        so, not_so = _SO[measure]
        return so if value else not_so
    if measure == ROUND:
        return f"it ends in round {value:g}"
    return f"{case.parties[measure.removeprefix(UTILITY)].name} is left with a utility of {value:.3g}"


def target_words(measure: str, relation: str, number: float, case: Scenario) -> str:
    """Say that a measure over many worlds is so large.

    Examples
    --------
    >>> import sim
    >>> august = sim.load("2025-08-21")
    >>> target_words("agreed", ">=", 0.5, august), target_words("round", "<", 20.0, august)
    ('a deal in at least 50% of worlds', 'it ends in a round of less than 20 on average')
    """
    if measure in _SHARES:
        return _SHARES[measure].format(f"{_RELATIONS[relation]} {100 * number:.3g}%")
    amount = f"{_RELATIONS[relation]} {number:g}"
    if measure == ROUND:
        return f"it ends in a round of {amount} on average"
    return f"{case.parties[measure.removeprefix(UTILITY)].name} is left with {amount} on average"
