"""The strategy class that `MODULE:CLASS` names, and its settings; or all that is wrong with them."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from pydantic import BaseModel

from sim.errors import Problem, StrategyError, one_of
from sim.language.node import node_of
from sim.language.shape import validate
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.guarding import guarded
from sim.negotiation.strategies.importing import failing_line, raised
from sim.negotiation.strategies.strategy import Strategy
from sim.scenario import StrategyChoice
from sim.scenario.noun import Noun


class NoSettings(Noun):
    """What a strategy may be given that declares no `Settings`: nothing."""


@dataclass(frozen=True)
class Found:
    """A strategy class with its settings.

    Parameters
    ----------
    strategy, settings
        The class, and what it is made with beyond its seat and its way of choosing.
    code
        SHA-256 of its module's source, in hexadecimal.
    """

    strategy: type[Strategy]
    settings: Mapping[str, Any]
    code: str

    def seated(self, seat: Seat, choosing: Choosing) -> Strategy:
        """Make the strategy, at its seat."""
        return self.strategy(seat, choosing, **self.settings)


def find_class(choice: StrategyChoice, party: str, import_module: Callable[[str], ModuleType]) -> Found:
    """Find the class that a choice names, and check its settings.

    Raises
    ------
    StrategyError
        With all that is wrong.
    """
    name, _, cls = str(choice.python).partition(":")
    path = f"parties.{party}.strategy"
    try:
        module = import_module(name)
        strategy = _class(module, name, cls)
        settings = _settings(strategy, choice, path)
        return Found(guarded(strategy, party, str(choice.python)), settings, _source_hash(module))
    except StrategyError as error:
        raise StrategyError(
            Problem(p.message, p.path or path, p.file, p.line) for p in error.problems
        ) from None
    except ModuleNotFoundError as error:
        if error.name is None or not f"{name}.".startswith(f"{error.name}."):
            raise _failed(name, path, error) from error
        looked = "beside the scenario or on Python's path"
        raise StrategyError([Problem(f"no module {error.name!r} {looked}", path)]) from None
    except (Exception, SystemExit) as error:  # whatever somebody's code does is theirs
        raise _failed(name, path, error) from error


def _class(module: ModuleType, name: str, cls: str) -> type[Strategy]:
    found = getattr(module, cls, None)
    if found is None:
        there = [
            key for key, value in vars(module).items() if _is_strategy(value) and value.__module__ == name
        ]
        raise _refusal(one_of(f"class of {name}", cls, there))
    if not _is_strategy(found):
        raise _refusal(f"{name}:{cls} is no strategy, expected a subclass of sim.Strategy")
    if lacking := sorted(found.__abstractmethods__):
        raise _refusal(f"{name}:{cls} lacks {' and '.join(f'`{method}`' for method in lacking)}")
    strategy: type[Strategy] = found
    return strategy


def _settings(strategy: type[Strategy], choice: StrategyChoice, path: str) -> dict[str, Any]:
    noun = getattr(strategy, "Settings", NoSettings)
    if not (inspect.isclass(noun) and issubclass(noun, BaseModel)):
        raise _refusal(
            f"{choice.python} has Settings that are no pydantic.BaseModel, expected a subclass of it"
        )
    node = node_of(choice.settings, tuple(path.split(".")))
    settings, problems = validate(cast("type[Noun]", noun), node, also=tuple(StrategyChoice.model_fields))
    if settings is None:
        raise StrategyError(problems)
    return settings.model_dump()


def _is_strategy(value: object) -> bool:
    return inspect.isclass(value) and issubclass(value, Strategy)


def _source_hash(module: ModuleType) -> str:
    file = getattr(module, "__file__", None)
    return hashlib.sha256(Path(file).read_bytes() if file else b"").hexdigest()


def _failed(name: str, path: str, error: BaseException) -> StrategyError:
    file, line = failing_line(error)
    place = f" ({file}, line {line})" if file else ""
    return StrategyError([Problem(f"module {name} cannot be imported: {raised(error)}{place}", path)])


def _refusal(message: str) -> StrategyError:
    return StrategyError([Problem(message)])
