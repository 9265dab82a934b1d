"""A tree becomes a scenario, or every problem in it is reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from sim.errors import Problem, ScenarioError
from sim.language.correlations import drawing_problems
from sim.language.ids import id_problems
from sim.language.moving import move_problems
from sim.language.node import Node
from sim.language.ordering import in_order
from sim.language.patterns import pattern_problems
from sim.language.possibility import possibility_problems
from sim.language.preferences import preference_problems
from sim.language.references import red_line_problems, role_problems, statement_problems, table_problems
from sim.language.shape import validate
from sim.language.vocabulary import Vocabulary, settings_as_text, vocabulary_problems
from sim.scenario import Scenario

_MOST_PROBLEMS = 200  # nobody reads on, and suggestions for a hostile file would take hours

_CHECKS = (
    id_problems,
    pattern_problems,
    statement_problems,
    red_line_problems,
    preference_problems,
    table_problems,
    role_problems,
    move_problems,
    possibility_problems,
)
"""Each looks at the raw tree and passes over what has the wrong shape, so that all can report at once."""


def check(root: Node, known: Iterable[Problem], vocabulary: Vocabulary | None) -> Scenario:
    """Make a scenario of a tree.

    Raises
    ------
    ScenarioError
        If anything is wrong: with the problems already `known`, in order of file and line.
    """
    as_text = settings_as_text(root, vocabulary) if vocabulary is not None else frozenset()
    scenario, misshapen = validate(Scenario, root, ("extends", "sweep"), as_text)
    problems = chain(known, misshapen, _problems(root, vocabulary), _of_draws(root, scenario))
    found = list(islice(problems, _MOST_PROBLEMS + 1))
    if scenario is None or found:
        raise ScenarioError(_listed(found))
    return scenario


def _listed(found: Sequence[Problem]) -> list[Problem]:
    more = [Problem(f"more is wrong than these {_MOST_PROBLEMS}")] if len(found) > _MOST_PROBLEMS else []
    return [*in_order(found[:_MOST_PROBLEMS]), *more]


def _problems(root: Node, vocabulary: Vocabulary | None) -> Iterator[Problem]:
    for find_problems in _CHECKS:
        yield from find_problems(root)
    if vocabulary is not None:
        yield from vocabulary_problems(root, vocabulary)


def _of_draws(root: Node, scenario: Scenario | None) -> Iterator[Problem]:
    return iter(()) if scenario is None else drawing_problems(root, scenario)
