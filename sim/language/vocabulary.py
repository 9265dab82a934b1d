"""The names of strategies and protocols, with the settings each has; the negotiation room hands them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sim.errors import Problem, one_of
from sim.language.node import KeyPath, Node
from sim.language.shape import taken_as_text, validate
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
    """Find strategies and protocols that do not exist, and settings they do not have or accept.

    Which settings a strategy has that is Python code, only that code can tell: it is asked when it runs.
    """
    for choice in _choices(root, vocabulary):
        settings = choice.settings
        if settings is not None:
            yield from validate(settings, choice.node, also=tuple(choice.noun.model_fields))[1]
        elif choice.name is not None:
            yield choice.place.problem(one_of(choice.kind, choice.name, choice.known))


def settings_as_text(root: Node, vocabulary: Vocabulary) -> frozenset[KeyPath]:
    """Return the paths of settings that are text whatever they look like: a party may be called ``1e3``."""
    found = [
        taken_as_text(choice.settings, choice.node)
        for choice in _choices(root, vocabulary)
        if choice.settings
    ]
    return frozenset().union(*found)


@dataclass(frozen=True)
class _Choice:
    """A strategy or a protocol that is chosen: where, under which key, and among which."""

    kind: str
    node: Node
    key: str
    noun: type[Noun]
    known: Mapping[str, type[Noun]]

    @property
    def place(self) -> Node:
        return self.node.get(self.key) or self.node

    @property
    def name(self) -> str | None:
        unsaid = self.node.is_map and self.place is self.node
        return self.noun.model_fields[self.key].default if unsaid else self.place.word()

    @property
    def settings(self) -> type[Noun] | None:
        return self.known.get(self.name or "")


def _choices(root: Node, vocabulary: Vocabulary) -> Iterator[_Choice]:
    for party in root.entries("parties").values():
        strategy = party.get("strategy")
        if strategy is not None and strategy.word("python") is None:
            yield _Choice("strategy", strategy, "name", StrategyChoice, vocabulary.strategies)
    if (negotiation := root.get("negotiation")) is not None:
        yield _Choice("protocol", negotiation, "protocol", ProtocolChoice, vocabulary.protocols)
