"""From a name or a file to a scenario."""

from __future__ import annotations

from pathlib import Path

from sim.errors import Problem, ScenarioError, one_of
from sim.language.checking import check
from sim.language.finding import bundled, find
from sim.language.merging import resolve
from sim.language.vocabulary import Vocabulary
from sim.scenario import Scenario


def load(case: str | Path, vocabulary: Vocabulary | None = None) -> Scenario:
    """Load a scenario, with all it extends.

    Parameters
    ----------
    case
        A file, or the name of a bundled scenario such as ``2025-08-21`` or ``published/elmira``.
    vocabulary
        The strategies and protocols there are; without it every name and setting is accepted.

    Raises
    ------
    ScenarioError
        With every problem at once, in order of file and line.

    Examples
    --------
    >>> from sim.errors import ScenarioError
    >>> try:
    ...     load("no-such-case")
    ... except ScenarioError as error:
    ...     print(str(error).partition(",")[0])
    unknown file or scenario 'no-such-case'
    """
    source = find(case)
    if source is None:
        raise ScenarioError([Problem(one_of("file or scenario", str(case), bundled()))])
    tree, problems = resolve(source)
    return check(tree, problems, vocabulary).but(name=source.name)
