"""The names of strategies and protocols, with the settings each has; the negotiation room hands them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sim.errors import Problem, one_of
from sim.language.node import Node
from sim.language.shape import validate
from sim.scenario import ProtocolChoice, StrategyChoice
from sim.scenario.noun import Noun


@dataclass(frozen=True)
class Vocabulary:
    """What a scenario may choose from.

    Parameters
    ----------
    strategies, protocols
        Name -> the noun of its settings: every key it has beyond those of
        `StrategyChoice` or `ProtocolChoice`.

    Examples
    --------
    >>> class Aspiration(Noun):
    ...     exponent: float = 1.0
    >>> list(Vocabulary(strategies={"aspiration": Aspiration}, protocols={}).strategies)
    ['aspiration']
    """

    strategies: Mapping[str, type[Noun]]
    protocols: Mapping[str, type[Noun]]


def vocabulary_problems(root: Node, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find strategies and protocols that do not exist, and settings they do not have or accept."""
    for party in root.entries("parties").values():
        if (strategy := party.get("strategy")) is not None:
            yield from _problems("strategy", strategy, "name", StrategyChoice, vocabulary.strategies)
    if (negotiation := root.get("negotiation")) is not None:
        yield from _problems("protocol", negotiation, "protocol", ProtocolChoice, vocabulary.protocols)


def _problems(
    kind: str, choice: Node, key: str, noun: type[Noun], known: Mapping[str, type[Noun]]
) -> Iterator[Problem]:
    place = choice.get(key) or choice
    default = noun.model_fields[key].default if choice.is_map and place is choice else None
    name = default or place.word()
    if name is None:
        return
    if name in known:
        yield from validate(known[name], choice, also=tuple(noun.model_fields))[1]
    else:
        yield place.problem(one_of(kind, name, known))
