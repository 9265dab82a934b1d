"""Strategies from outside: a class in somebody's own Python file, which runs only where that is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import PrivateAttr

from sim.errors import Problem, StrategyError
from sim.negotiation.strategies.classes import Found, find_class
from sim.negotiation.strategies.importing import beside
from sim.scenario import Scenario, StrategyChoice


class Permitted(StrategyChoice):
    """The choice of an outside strategy that may run, with the class that was found for it.

    As text it is the choice it was made of. In another process it finds its class again, if its code is the
    same.
    """

    _found: Found = PrivateAttr()
    _at: tuple[str, Path] = PrivateAttr()

    @classmethod
    def of(cls, choice: StrategyChoice, found: Found, party: str, folder: Path) -> Permitted:
        """Give a party's choice the class that was found for it."""
        permitted = cls.model_validate(choice.model_dump())
        permitted._found, permitted._at = found, (party, folder.resolve())
        return permitted

    @property
    def found(self) -> Found:
        """The class, with its settings."""
        return self._found

    @property
    def plain(self) -> StrategyChoice:
        """The choice it was made of."""
        return StrategyChoice.model_validate(self.model_dump())

    def __reduce__(self) -> tuple[Any, ...]:
        return _find_again, (self.plain, *self._at, self._found.code)


def permit(case: Scenario, folder: Path) -> Scenario:
    """Find the classes of all outside strategies of a scenario, and return it with them.

    A module is looked for in the folder first, then on Python's path; to import it is to run it.

    Raises
    ------
    StrategyError
        If a class is not found, is no strategy or does not take its settings: with all that is wrong.
    """
    found: dict[str, StrategyChoice] = {}
    problems: list[Problem] = []
    with beside(folder) as import_module:
        for party, choice in _forbidden(case).items():
            try:
                found[party] = Permitted.of(choice, find_class(choice, party, import_module), party, folder)
            except StrategyError as error:
                problems += error.problems
    if problems:
        raise StrategyError(problems)
    return _with(case, found)


def demand_permission(case: Scenario, switch: str) -> None:
    """Refuse to play a scenario with outside strategies that are not permitted.

    Raises
    ------
    StrategyError
        With a problem for each of them, which says that `switch` permits it.
    """
    problems = [
        Problem(
            f"strategy of party {party} is Python code, {choice.python}; {switch} runs it",
            f"parties.{party}.strategy",
        )
        for party, choice in _forbidden(case).items()
    ]
    if problems:
        raise StrategyError(problems)


def code_of(case: Scenario) -> dict[str, str]:
    """Return the SHA-256 of each module's source that a scenario is permitted to run.

    Examples
    --------
    >>> import sim
    >>> code_of(sim.load("2025-08-21"))
    {}
    """
    modules = {
        str(choice.python).partition(":")[0]: choice.found.code for choice in _permitted(case).values()
    }
    return dict(sorted(modules.items()))


def without_code(case: Scenario) -> Scenario:
    """Return the scenario as it was before it was permitted to run code."""
    return _with(case, {party: choice.plain for party, choice in _permitted(case).items()})


def _permitted(case: Scenario) -> dict[str, Permitted]:
    chosen = {name: party.strategy for name, party in case.parties.items()}
    return {name: choice for name, choice in chosen.items() if isinstance(choice, Permitted)}


def _forbidden(case: Scenario) -> dict[str, StrategyChoice]:
    chosen = {name: party.strategy for name, party in case.parties.items()}
    return {
        name: choice for name, choice in chosen.items() if choice.python and not isinstance(choice, Permitted)
    }


def _with(case: Scenario, choices: Mapping[str, StrategyChoice]) -> Scenario:
    if not choices:
        return case
    changed = {name: case.parties[name].but(strategy=choice) for name, choice in choices.items()}
    return case.but(parties={**case.parties, **changed})


def _find_again(choice: StrategyChoice, party: str, folder: Path, code: str) -> Permitted:
    with beside(folder) as import_module:
        found = find_class(choice, party, import_module)
    if found.code != code:
        changed = f"the code of {choice.python} has changed since it was permitted"
        raise StrategyError([Problem(changed, f"parties.{party}.strategy")])
    return Permitted.of(choice, found, party, folder)
