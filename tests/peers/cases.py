"""Random negotiations that another program can play too: no red lines, everybody consents, all is certain.

Equal utilities are there on purpose, since whatever two programs do differently shows first among ties:
scores on coarse grids, equal weights, weights of zero, options that are all worth the same.
Left out is what the two decide differently, as small cases showed:
- a reservation value that no package is worth: we pass, NegMAS lets a party offer its best;
- one that a package misses by less than 1e-6: NegMAS may offer that package, we never do;
- a tolerance of 0: where (u_max - u_min) + u_min is a bit below u_max in floats (0.2 and 0.9), a party of
  NegMAS then refuses even its best package. With 1e-6 it does not.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

MOST_PACKAGES = 1024
HAIR = 1e-6


@dataclass(frozen=True)
class Party:
    """Who plays how for what: u(k) = bias + sum over issues, left to right, of weight * score."""

    bias: float
    weights: list[float]
    scores: list[list[float]]
    reservation_value: float
    strategy: str
    exponent: float | None
    tolerance: float

    @property
    def utilities(self):
        """Return the utility of every package; last issue fastest."""
        utility = np.full(1, self.bias)
        for weight, scores in zip(self.weights, self.scores, strict=True):
            utility = (utility[:, None] + np.multiply(weight, scores)[None, :]).reshape(-1)
        return utility


@dataclass(frozen=True)
class Case:
    """One negotiation; `number` and `seed` are all it takes to draw it again."""

    seed: int
    number: int
    options: list[int]
    rounds: int
    parties: list[Party]


def random_case(seed, number):
    """Draw a case that depends on its seed and number alone."""
    rng = np.random.default_rng([seed, number])
    options = _options(rng)
    seats = _line_up(rng, parties=int(rng.integers(2, 10)))
    rounds = int(rng.integers(1, rng.choice([6, 31, 121])))
    return Case(seed, number, options, rounds, [_party(rng, options, *seat) for seat in seats])


def _options(rng):
    while True:
        options = rng.choice([1, 2, 3, 4, 5, 6, 9], rng.integers(1, 6), p=[0.05, *[0.18] * 5, 0.05])
        if prod(options.tolist()) <= MOST_PACKAGES:
            return options.tolist()


def _line_up(rng, parties):
    """Seat the same strategy everywhere, or draw one for each seat; MiCRO is rarely alone."""
    if rng.random() < 0.4:
        return [_seat(rng)] * parties
    return [_seat(rng) for _ in range(parties)]


def _seat(rng):
    strategy = str(rng.choice(["boulware", "linear", "conceder", "aspiration", "micro"]))
    exponent = None
    if strategy == "aspiration":
        exponent = float(rng.choice([0.1, 0.5, 2.0, 3.0, 10.0, 40.0, rng.uniform(0.05, 8)]))
    tolerance = float(rng.choice([0.001, 1e-6, 0.02], p=[0.8, 0.1, 0.1]))
    return strategy, exponent, tolerance


def _party(rng, options, strategy, exponent, tolerance):
    while True:
        party = Party(
            float(rng.choice([0.0, 0.1], p=[0.9, 0.1])), _weights(rng, len(options)),
            [_scores(rng, count) for count in options], 0.0, strategy, exponent, tolerance,
        )  # fmt: skip
        utilities = party.utilities
        value = _reservation_value(rng, utilities)
        if not np.any((utilities < value) & (utilities >= value - HAIR)) and value <= utilities.max():
            return Party(**{**vars(party), "reservation_value": value})


def _weights(rng, issues):
    kind = rng.choice(["equal", "dirichlet", "grid"])
    if kind == "equal":
        return [1 / issues] * issues
    if kind == "dirichlet":
        return rng.dirichlet(np.ones(issues)).tolist()
    whole = rng.integers(0, 4, issues)
    return (whole / max(1, whole.sum())).tolist()


def _scores(rng, options):
    kind = rng.choice(["grid", "fine", "constant"], p=[0.7, 0.2, 0.1])
    if kind == "fine":
        return rng.random(options).tolist()
    steps = rng.choice([1, 2, 4, 10])
    if kind == "constant":
        return [float(rng.integers(0, steps + 1) / steps)] * options
    return (rng.integers(0, steps + 1, options) / steps).tolist()


def _reservation_value(rng, utilities):
    least, most = utilities.min(), utilities.max()
    some = [least - 0.2, 0.0, least, rng.choice(utilities), rng.uniform(least, most), most]
    return float(rng.choice(some, p=[0.15, 0.25, 0.1, 0.2, 0.25, 0.05]))
