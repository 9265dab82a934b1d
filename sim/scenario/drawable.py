"""Whether worlds can be drawn as a scenario says: its correlations and its design make sense together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sim.errors import InputError, Problem
from sim.scenario.correlation import Correlation, groups, is_possible, matrix
from sim.scenario.ensemble import Factorial
from sim.scenario.listing import listed
from sim.scenario.quantities import Lot, Quantity, open_names, quantities, settled, unknown
from sim.scenario.scenario import Scenario

Place = tuple[str | int, ...]
"""The keys that lead to something in a scenario's text."""


def demand_drawable(scenario: Scenario) -> None:
    """Refuse a scenario whose worlds cannot be drawn as it says.

    Raises
    ------
    InputError
        With every problem of its correlations, its design and its number of worlds.

    Examples
    --------
    >>> import sim
    >>> demand_drawable(sim.load("2025-08-21"))
    """
    found = (*obstacles(scenario), *_of_size(scenario))
    if wrong := [Problem(message, ".".join(map(str, place))) for place, message in found]:
        raise InputError(wrong)


def obstacles(scenario: Scenario) -> Iterator[tuple[Place, str]]:
    """Find what keeps worlds from being drawn as a scenario says: where it is written, and what is wrong.

    How many there are is not looked at, since that may change until they are played.
    """
    design = scenario.ensemble.design
    if not scenario.correlate and not isinstance(design, Factorial):
        return
    everything = quantities(scenario)
    unusable = None
    for unusable in _in_pairs(scenario.correlate, everything):
        yield unusable
    if unusable is None:
        yield from _together(scenario.correlate)
    if isinstance(design, Factorial):
        yield from _of_levels(design, scenario.correlate, everything)


def _in_pairs(
    correlations: Iterable[Correlation], everything: Mapping[str, Quantity]
) -> Iterator[tuple[Place, str]]:
    first: dict[frozenset[str], int] = {}
    for place, one in enumerate(correlations):
        here, pair = ("correlate", place, "between"), frozenset(one.between)
        for end, name in enumerate(dict.fromkeys(one.between)):
            if (message := _unusable(name, everything, "correlate")) is not None:
                yield (*here, end), message
        if len(pair) == 1:
            yield here, f"{one.between[0]} twice, expected two different quantities"
        elif pair in first:
            yield here, f"{listed(one.between)} have a rank already, in correlate.{first[pair]}"
        first.setdefault(pair, place)


def _unusable(name: str, everything: Mapping[str, Quantity], do: str) -> str | None:
    """Say why the draws of a quantity cannot be steered."""
    quantity = everything.get(name)
    if quantity is None or isinstance(quantity, Lot):
        return unknown(name, open_names(everything))
    value = settled(quantity, everything)
    return None if value is None else f"{name} is certain ({value:g}): nothing to {do}"


def _together(correlations: tuple[Correlation, ...]) -> Iterator[tuple[Place, str]]:
    """Find groups of quantities that nothing can correlate so."""
    for names in groups(correlations):
        if not is_possible(matrix(names, correlations)):
            place = next(i for i, one in enumerate(correlations) if one.between[0] in names)
            said = {frozenset(one.between) for one in correlations}
            unsaid = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :] if {a, b} not in said]
            also = f", or a rank of {listed(unsaid[0])} too (0 unless said)" if unsaid else ""
            yield (
                ("correlate", place),
                f"{listed(names)} cannot be correlated so all together, expected weaker ranks{also}",
            )


def _of_levels(
    design: Factorial, correlations: tuple[Correlation, ...], everything: Mapping[str, Quantity]
) -> Iterator[tuple[Place, str]]:
    correlated = {name for one in correlations for name in one.between}
    for name in design.factorial:
        here = ("ensemble", "design", "factorial", name)
        if (message := _unusable(name, everything, "vary")) is not None:
            yield here, message
        elif name in correlated:
            yield (
                here,
                f"{name} is correlated too: its levels are combined with all others, expected one of the two",
            )


def _of_size(scenario: Scenario) -> Iterator[tuple[Place, str]]:
    worlds, design = scenario.ensemble.worlds, scenario.ensemble.design
    if isinstance(design, Factorial) and worlds % design.cells:
        below = worlds // design.cells * design.cells
        fitting = listed([f"{number}" for number in (below, below + design.cells) if number], "or")
        combinations = f"the {design.cells} combinations of the design"
        yield ("ensemble", "worlds"), f"{worlds} worlds are no multiple of {combinations}, expected {fitting}"
