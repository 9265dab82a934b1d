"""Elections for tests: drawn at random, and worked out plainly, one number after the other."""

from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

POWER = {"linear": 1, "square": 2}
HARDLY = 1e-12
"""What is left of a chance that is none: not quite nothing, so that there is a quotient."""


class Election(NamedTuple):
    """What parties think of candidates, in some worlds, and how much each counts."""

    utilities: np.ndarray
    influence: np.ndarray


@st.composite
def elections(draw):
    """Draw an election in 1 to 3 worlds; utilities are eighths, so that some tie."""
    worlds, parties, candidates = (draw(st.integers(1, most)) for most in (3, 4, 5))
    size = worlds * parties * candidates
    eighths = draw(st.lists(st.integers(0, 8), min_size=size, max_size=size))
    influence = draw(st.lists(st.integers(1, 8), min_size=parties, max_size=parties))
    utilities = np.array(eighths).reshape(worlds, parties, candidates) / 8
    return Election(utilities, np.array(influence, float))


def plain_victory(utilities, influence, voting, rule):
    """Return {(i, j): probability that i prevails over j} in one world."""
    everybody = sum(influence)
    candidates = range(len(utilities[0]))
    strength = {}
    for i in candidates:
        for j in candidates:
            votes = 0.0
            for party, weight in enumerate(influence):
                gain = utilities[party][i] - utilities[party][j]
                if gain > 0:
                    votes += weight / everybody * (gain if voting == "proportional" else 1)
            strength[i, j] = votes + 1e-8
    prevails = {}
    for (i, j), one in strength.items():
        other = strength[j, i]
        if rule == "binary":
            prevails[i, j] = 0.5 if abs(one - other) < 1e-12 else float(one > other)
        else:
            prevails[i, j] = one ** POWER[rule] / (one ** POWER[rule] + other ** POWER[rule])
    return prevails


def plain_conditional(prevails, candidates):
    """Multiply each candidate's chances, of which none is quite nothing."""
    product = {}
    for i in candidates:
        product[i] = 1.0
        for j in candidates:
            if i != j:
                product[i] *= prevails[i, j] or HARDLY
    total = sum(product.values())
    return {i: each / total for i, each in product.items()}


def plain_markov(prevails, candidates, turns=1000):
    """Let challengers come until nothing changes any more."""
    share = {i: 1 / len(candidates) for i in candidates}
    for _ in range(turns):
        after = dict.fromkeys(candidates, 0.0)
        for i in candidates:
            for j in candidates:
                stays = 1.0 if i == j else prevails[i, j]
                after[i] += share[i] * stays / len(candidates)
                after[j] += share[i] * (1 - stays) / len(candidates)
        share = after
    return share
