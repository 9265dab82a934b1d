"""Draw worlds: every uncertain quantity of a scenario, each under the name of its path."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.axes import PartyValues, Utilities
from sim.scenario import Scenario
from sim.scenario.ordering import ordered_utility
from sim.scenario.quantities import quantities
from sim.worlds.designs import uniforms
from sim.worlds.drawing import Drawing
from sim.worlds.payoffs import utility
from sim.worlds.uniforms import Uniforms
from sim.worlds.worlds import Worlds

SUMS_TO_ONE = 1e-9  # weights that do are used as they are


def draw(scenario: Scenario, seed: int, first: int, worlds: int) -> Worlds:
    """Draw worlds `first` .. `first + worlds - 1` of a scenario, by its design.

    Raises
    ------
    InputError
        If the design has not so many worlds.

    Examples
    --------
    >>> import sim
    >>> draw(sim.load("2025-08-21"), seed=1, first=0, worlds=5).utilities.shape
    (5, 6, 324)
    """
    return from_uniforms(scenario, uniforms(scenario, seed, first, worlds), first)


def from_uniforms(scenario: Scenario, uniform: Uniforms, first: int = 0) -> Worlds:
    """Turn uniform numbers, from whatever design, into worlds."""
    drawn = Drawing(quantities(scenario), uniform)
    return Worlds(
        first=first,
        utilities=_utilities(scenario, drawn),
        reservation_values=_of_parties(scenario, drawn, "no_deal.value"),
        drifts=_of_parties(scenario, drawn, "no_deal.drift"),
        held=_held(scenario, drawn),
        gives_way=_gives_way(scenario, drawn),
        patience=_patience(scenario, drawn),
        luck=_of_parties(scenario, drawn, "luck"),
        table_luck=drawn("negotiation.luck"),
        order=_order(scenario, drawn),
    )


def utilities(scenario: Scenario, uniform: Uniforms, *, compiled: bool = True) -> Utilities:
    """Return what each package is worth to each party.

    What needs a single world need not wait for a compiled loop.
    """
    return _utilities(scenario, Drawing(quantities(scenario), uniform), compiled=compiled)


def weights(scenario: Scenario, uniform: Uniforms) -> Float[np.ndarray, "worlds parties issues"]:
    """Return how much each issue weighs to each party: in sum 1, or all 0 where nothing matters to it."""
    drawn = Drawing(quantities(scenario), uniform)
    return np.stack(
        [
            np.stack(_weights(scenario, f"parties.{name}.preferences", drawn), axis=1)
            for name in scenario.parties
        ],
        axis=1,
    )


def no_deal(scenario: Scenario, what: str, uniform: Uniforms) -> PartyValues:
    """Return the `value` or the `drift` of no deal for each party."""
    return _of_parties(scenario, Drawing(quantities(scenario), uniform), f"no_deal.{what}")


def _of_parties(scenario: Scenario, drawn: Drawing, what: str) -> PartyValues:
    return np.stack([drawn(f"parties.{name}.{what}") for name in scenario.parties], axis=1)


def _utilities(scenario: Scenario, drawn: Drawing, *, compiled: bool = True) -> Utilities:
    """Add up the scores; in memory each party's utilities lie together: a party looks at its own."""
    worth = np.empty((len(scenario.parties), drawn.uniform.worlds, scenario.space.size))
    for place, name in enumerate(scenario.parties):
        if (in_order := ordered_utility(scenario, name)) is not None:
            worth[place] = in_order
            continue
        path = f"parties.{name}.preferences"
        weights = np.stack(_weights(scenario, path, drawn), axis=1)
        every = np.concatenate([_scores(scenario, path, issue, drawn) for issue in scenario.issues], axis=1)
        utility(weights, every, scenario.space.shape, worth[place], compiled=compiled)
    return worth.transpose(1, 0, 2)


def _weights(scenario: Scenario, path: str, drawn: Drawing) -> list[Float[np.ndarray, "worlds"]]:
    """Scale the weights of a world to sum 1."""
    told = [drawn(f"{path}.weights.{issue}") for issue in scenario.issues]
    total = sum(told, np.zeros(drawn.uniform.worlds))
    scale = np.where((np.abs(total - 1) <= SUMS_TO_ONE) | (total == 0), 1.0, total)
    return [weight / scale for weight in told]


def _scores(scenario: Scenario, path: str, issue: str, drawn: Drawing) -> Float[np.ndarray, "worlds options"]:
    options = scenario.issues[issue].ids
    return np.stack([drawn(f"{path}.scores.{issue}.{option}") for option in options], axis=1)


def _held(scenario: Scenario, drawn: Drawing) -> Bool[np.ndarray, "worlds lines"]:
    held = np.zeros((drawn.uniform.worlds, len(scenario.red_lines)), dtype=bool)
    for place, (name, (party, _)) in enumerate(scenario.red_lines.items()):
        held[:, place] = drawn(f"parties.{party}.red_lines.{name}.held")
    return held


def _gives_way(scenario: Scenario, drawn: Drawing) -> Float[np.ndarray, "worlds lines"]:
    gives_way = np.full((drawn.uniform.worlds, len(scenario.red_lines)), np.inf)
    for place, (name, (party, line)) in enumerate(scenario.red_lines.items()):
        if line.softens is not None:
            path = f"parties.{party}.red_lines.{name}.softens"
            gives_way[:, place] = np.where(drawn(path), drawn(f"{path}.round"), np.inf)
    return gives_way


def _patience(scenario: Scenario, drawn: Drawing) -> PartyValues:
    patience = np.full((drawn.uniform.worlds, len(scenario.parties)), np.inf)
    for place, (name, party) in enumerate(scenario.parties.items()):
        if party.walks_out is not None:
            path = f"parties.{name}.walks_out"
            patience[:, place] = np.where(drawn(path), drawn(f"{path}.after"), np.inf)
    return patience


def _order(scenario: Scenario, drawn: Drawing) -> Int[np.ndarray, "worlds turns"]:
    """Return who speaks when; a drawn order sorts the parties by a number of their own."""
    places = np.array(
        [list(scenario.parties).index(name) for name in scenario.speaking_order], dtype=np.int64
    )
    if scenario.negotiation.order != "drawn":
        return np.tile(places, (drawn.uniform.worlds, 1))
    lots = [drawn(f"negotiation.order.{name}") for name in scenario.speaking_order]
    return places[np.argsort(np.stack(lots, axis=1), axis=1, kind="stable")]
