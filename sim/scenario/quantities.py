"""Everything that is drawn with a world has a name: the path of what it decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from sim.scenario.distributions import Certain, Distribution
from sim.scenario.party import Party
from sim.scenario.red_line import RedLine
from sim.scenario.scenario import Scenario

_MOST_LISTED = 12


@dataclass(frozen=True)
class Number:
    """A number of the scenario, certain or not; `whole` if it is a round."""

    distribution: Distribution
    whole: bool = False


@dataclass(frozen=True)
class Event:
    """What happens in a world or does not; `chance` names the number that says how likely it is."""

    chance: str


@dataclass(frozen=True)
class Lot:
    """A number in [0, 1) that is used as it is drawn."""


Quantity = Number | Event | Lot


def quantities(scenario: Scenario) -> dict[str, Quantity]:
    """List all quantities by name, party by party in the order of the scenario, then those of the table.

    Examples
    --------
    >>> import sim
    >>> everything = quantities(sim.load("2025-08-21"))
    >>> everything["parties.russia.red_lines.no-foreign-troops.held"]
    Event(chance='parties.russia.red_lines.no-foreign-troops.firmness')
    """
    return dict(_quantities(scenario))


def numbers(scenario: Scenario) -> dict[str, Distribution]:
    """List every number that may be uncertain, by its path; those that are certain or left out too.

    Examples
    --------
    >>> import sim
    >>> numbers(sim.load("2025-08-21"))["parties.russia.no_deal.drift"]
    Certain(value=0.0)
    """
    return {name: q.distribution for name, q in _quantities(scenario) if isinstance(q, Number)}


def drawn_names(scenario: Scenario) -> list[str]:
    """List the names that a world asks uniform numbers of: all but certain numbers."""
    return [name for name, quantity in _quantities(scenario) if not _is_certain(quantity)]


def uncertain(scenario: Scenario) -> list[str]:
    """List the numbers and events that may come out in more than one way.

    Examples
    --------
    >>> import sim
    >>> "parties.russia.no_deal.value" in uncertain(sim.load("2025-08-21"))
    True
    """
    return open_names(quantities(scenario))


def open_names(everything: Mapping[str, Quantity]) -> list[str]:
    """List those of some quantities that are numbers or events and may come out in more than one way."""
    return [
        name
        for name, quantity in everything.items()
        if not isinstance(quantity, Lot) and settled(quantity, everything) is None
    ]


def settled(quantity: Quantity, everything: Mapping[str, Quantity]) -> float | None:
    """Return the only value a number can have, or the chance of an event if it is 0 or 1; else None."""
    match quantity:
        case Number(distribution):
            low, high = distribution.bounds
            return low if low == high else None
        case Event(chance):
            known = settled(everything[chance], everything)
            return known if known in {0.0, 1.0} else None
    return None


def unknown(name: str, known: Iterable[str]) -> str:
    """Say that a name is none of a quantity, and which is the nearest; list all if they are few.

    Examples
    --------
    >>> unknown("parties.a.lack", ["parties.a.luck"])
    "unknown quantity 'parties.a.lack', did you mean 'parties.a.luck'? expected one of parties.a.luck"
    """
    names = list(known)
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    hint = f" did you mean {near[0]!r}?" if near else ""
    few = ", ".join(names) or "(there are none)"
    listed = f"one of {few}" if len(names) <= _MOST_LISTED else f"the path of one, such as {names[0]}"
    return f"unknown quantity {name!r},{hint} expected {listed}"


def _is_certain(quantity: Quantity) -> bool:
    return isinstance(quantity, Number) and isinstance(quantity.distribution, Certain)


def _quantities(scenario: Scenario) -> Iterator[tuple[str, Quantity]]:
    for name, party in scenario.parties.items():
        path = f"parties.{name}"
        for line, told in party.red_lines.items():
            yield from _of_line(f"{path}.red_lines.{line}", told)
        yield from _of_preferences(f"{path}.preferences", scenario, party)
        yield from _of_no_deal(path, party)
        yield f"{path}.luck", Lot()
    yield "negotiation.luck", Lot()
    if scenario.negotiation.order == "drawn":
        yield from ((f"negotiation.order.{name}", Lot()) for name in scenario.speaking_order)


def _of_line(path: str, line: RedLine) -> Iterator[tuple[str, Quantity]]:
    yield f"{path}.firmness", Number(line.firmness)
    yield f"{path}.held", Event(f"{path}.firmness")
    if line.softens is not None:
        yield f"{path}.softens.round", Number(line.softens.round, whole=True)
        yield f"{path}.softens.chance", Number(line.softens.chance)
        yield f"{path}.softens", Event(f"{path}.softens.chance")


def _of_preferences(path: str, scenario: Scenario, party: Party) -> Iterator[tuple[str, Quantity]]:
    """Weights and scores; what is left out is 0."""
    weights, scores = party.preferences.weights, party.preferences.scores
    for issue in scenario.issues:
        yield f"{path}.weights.{issue}", Number(weights.get(issue, Certain(0.0)))
    for issue, told in scenario.issues.items():
        for option in told.options:
            score = scores.get(issue, {}).get(option, Certain(0.0))
            yield f"{path}.scores.{issue}.{option}", Number(score)


def _of_no_deal(path: str, party: Party) -> Iterator[tuple[str, Quantity]]:
    yield f"{path}.no_deal.value", Number(party.no_deal.value)
    yield f"{path}.no_deal.drift", Number(party.no_deal.drift)
    if party.walks_out is not None:
        yield f"{path}.walks_out.after", Number(party.walks_out.after, whole=True)
        yield f"{path}.walks_out.chance", Number(party.walks_out.chance)
        yield f"{path}.walks_out", Event(f"{path}.walks_out.chance")
