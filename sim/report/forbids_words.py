"""A red line in words: which packages its party says it will not accept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sim.scenario import Scenario
from sim.scenario.listing import listed


def forbids_words(case: Scenario, line: str) -> str:
    """Say which packages a red line stands against.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21")
    >>> forbids_words(case, "not-weak-and-alone")
    'no package with all of: "A limited army"; "No foreign troops"; "No US role"'
    >>> forbids_words(case, "a-strong-army")
    'only packages with "A strong and supported army"'
    """
    told = case.red_lines[line][1]
    if told.forbid is not None:
        words = f"no package with {_together(case, told.forbid)}"
    else:
        words = f"only packages with {_together(case, told.require or {})}"
    return f"{words}, unless with {_together(case, told.unless)}" if told.unless else words


def options_words(case: Scenario, pattern: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Say what a pattern asks for on each issue, one text an issue.

    Examples
    --------
    >>> import sim
    >>> options_words(sim.load("2025-08-21"), {"russian_role": ["none", "consulted"]})
    ('"Russia takes no part" or "Russia is consulted"',)
    """
    return tuple(_each(case, pattern))


def _each(case: Scenario, pattern: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for issue, options in pattern.items():
        yield listed([f'"{case.issues[issue].options[option]}"' for option in options], "or")


def _together(case: Scenario, pattern: Mapping[str, Sequence[str]]) -> str:
    asked = options_words(case, pattern)
    return asked[0] if len(asked) == 1 else f"all of: {'; '.join(asked)}"
