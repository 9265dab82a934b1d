"""Draw worlds: every uncertain quantity of a scenario, each under the name of its path."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.axes import PartyValues, Utilities
from sim.scenario import Distribution, PackageSpace, Preferences, RedLine, Scenario
from sim.scenario.distributions import Certain, Uniform
from sim.worlds.payoffs import utility
from sim.worlds.quantiles import quantile
from sim.worlds.uniforms import Streams, Uniforms
from sim.worlds.worlds import Worlds

SUMS_TO_ONE = 1e-9  # weights that do are used as they are


def draw(scenario: Scenario, seed: int, first: int, worlds: int) -> Worlds:
    """Draw worlds `first` .. `first + worlds - 1` of a scenario.

    Examples
    --------
    >>> import sim
    >>> draw(sim.load("2025-08-21"), seed=1, first=0, worlds=5).utilities.shape
    (5, 6, 324)
    """
    return from_uniforms(scenario, Streams(seed, first, worlds), first)


def from_uniforms(scenario: Scenario, uniform: Uniforms, first: int = 0) -> Worlds:
    """Turn uniform numbers, from whatever design, into worlds."""
    return Worlds(
        first=first,
        utilities=utilities(scenario, uniform),
        reservation_values=no_deal(scenario, "value", uniform),
        drifts=no_deal(scenario, "drift", uniform),
        held=_held(scenario, uniform),
        gives_way=_gives_way(scenario, uniform),
        patience=_patience(scenario, uniform),
        luck=np.stack([uniform(f"parties.{name}.luck") for name in scenario.parties], axis=1),
        table_luck=uniform("negotiation.luck"),
        order=_order(scenario, uniform),
    )


def utilities(scenario: Scenario, uniform: Uniforms, *, compiled: bool = True) -> Utilities:
    """Return what each package is worth to each party.

    In memory each party's utilities lie together: a party looks at its own. What needs a single world
    need not wait for a compiled loop.
    """
    worth = np.empty((len(scenario.parties), uniform.worlds, scenario.space.size))
    for place, (name, party) in enumerate(scenario.parties.items()):
        path = f"parties.{name}.preferences"
        weights = np.stack(_weights(scenario.space, path, party.preferences, uniform), axis=1)
        scores = [_scores(scenario.space, path, i, party.preferences, uniform) for i in scenario.space.issues]
        every = np.concatenate(scores, axis=1)
        utility(weights, every, scenario.space.shape, worth[place], compiled=compiled)
    return worth.transpose(1, 0, 2)


def no_deal(scenario: Scenario, what: str, uniform: Uniforms) -> PartyValues:
    """Return the `value` or the `drift` of no deal for each party."""
    return np.stack(
        [_number(f"parties.{name}.no_deal.{what}", getattr(party.no_deal, what), uniform)
         for name, party in scenario.parties.items()],
        axis=1,
    )  # fmt: skip


def _number(name: str, number: Distribution, uniform: Uniforms) -> Float[np.ndarray, "worlds"]:
    if isinstance(number, Certain):
        return np.full(uniform.worlds, number.value)
    return quantile(number, uniform(name))


def _weights(
    space: PackageSpace, path: str, preferences: Preferences, uniform: Uniforms
) -> list[Float[np.ndarray, "worlds"]]:
    """Scale the weights of a world to sum 1; an issue left out weighs nothing."""
    drawn = [
        _number(f"{path}.weights.{issue}", preferences.weights.get(issue, Certain(0.0)), uniform)
        for issue in space.issues
    ]
    total = sum(drawn, np.zeros(uniform.worlds))
    scale = np.where((np.abs(total - 1) <= SUMS_TO_ONE) | (total == 0), 1.0, total)
    return [weight / scale for weight in drawn]


def _scores(
    space: PackageSpace, path: str, issue: str, preferences: Preferences, uniform: Uniforms
) -> Float[np.ndarray, "worlds options"]:
    scores = preferences.scores.get(issue, {})
    options = space.issues[issue].ids
    return np.stack(
        [_number(f"{path}.scores.{issue}.{o}", scores.get(o, Certain(0.0)), uniform) for o in options], axis=1
    )


def _held(scenario: Scenario, uniform: Uniforms) -> Bool[np.ndarray, "worlds lines"]:
    held = np.zeros((uniform.worlds, len(scenario.red_lines)), dtype=bool)
    for place, (path, line) in enumerate(_lines(scenario)):
        held[:, place] = uniform(f"{path}.held") < _number(f"{path}.firmness", line.firmness, uniform)
    return held


def _gives_way(scenario: Scenario, uniform: Uniforms) -> Float[np.ndarray, "worlds lines"]:
    gives_way = np.full((uniform.worlds, len(scenario.red_lines)), np.inf)
    for place, (path, line) in enumerate(_lines(scenario)):
        if line.softens is not None:
            softens = uniform(f"{path}.softens") < _number(
                f"{path}.softens.chance", line.softens.chance, uniform
            )
            round_ = _round(f"{path}.softens.round", line.softens.round, uniform)
            gives_way[:, place] = np.where(softens, round_, np.inf)
    return gives_way


def _patience(scenario: Scenario, uniform: Uniforms) -> PartyValues:
    patience = np.full((uniform.worlds, len(scenario.parties)), np.inf)
    for place, (name, party) in enumerate(scenario.parties.items()):
        if party.walks_out is not None:
            path = f"parties.{name}.walks_out"
            leaves = uniform(path) < _number(f"{path}.chance", party.walks_out.chance, uniform)
            after = _round(f"{path}.after", party.walks_out.after, uniform)
            patience[:, place] = np.where(leaves, after, np.inf)
    return patience


def _round(name: str, number: Distribution, uniform: Uniforms) -> Float[np.ndarray, "worlds"]:
    """Return a whole round: of a range each one is equally likely, both ends included."""
    if isinstance(number, Uniform) and np.floor(number.high) >= np.ceil(number.low):
        first, last = np.ceil(number.low), np.floor(number.high)
        return np.minimum(first + np.floor((last - first + 1) * uniform(name)), last)
    return np.ceil(_number(name, number, uniform))


def _lines(scenario: Scenario) -> list[tuple[str, RedLine]]:
    return [(f"parties.{party}.red_lines.{name}", line) for name, (party, line) in scenario.red_lines.items()]


def _order(scenario: Scenario, uniform: Uniforms) -> Int[np.ndarray, "worlds turns"]:
    """Return who speaks when; a drawn order sorts the parties by a number of their own."""
    places = np.array([list(scenario.parties).index(name) for name in scenario.speaking_order])
    if scenario.negotiation.order != "drawn":
        return np.tile(places, (uniform.worlds, 1))
    drawn = np.stack([uniform(f"negotiation.order.{name}") for name in scenario.speaking_order], axis=1)
    return places[np.argsort(drawn, axis=1, kind="stable")]
