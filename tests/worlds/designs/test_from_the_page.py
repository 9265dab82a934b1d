"""Numbers of the designs a second time, from the page on the model alone."""

from hashlib import blake2b
from math import floor

import numpy as np
import pytest
from scipy.stats import norm
from scipy.stats.qmc import Sobol
from uncertain_case import LINE, NUMBERS, OTHER_LINE, an_uncertain_case

from sim.worlds import Streams, uniforms

A, B, C, HELD = NUMBERS["uniform"], NUMBERS["normal"], NUMBERS["beta"], f"{OTHER_LINE}.held"
SEED, WORLDS = 7, 45
CORRELATIONS = [(A, B, 0.6), (HELD, B, 0.3)]


def plain(name):
    return [float(number) for number in Streams(SEED, 0, WORLDS)(name)]


def shuffled_place(name, world, count):
    text = f"latin hypercube/{count}/{SEED}/{name}"
    key = int.from_bytes(blake2b(text.encode(), digest_size=16).digest(), "little")
    words = [int(word) for word in np.random.Philox(key=key).random_raw(16)]
    bits = max(1, (count - 1).bit_length())
    x, below = world, False
    while not below:
        for m, a in zip(words[::2], words[1::2], strict=True):
            x = (x * (m | 1) + a) % 2**bits
            x ^= x >> ((bits + 1) // 2)
        below = x < count
    return x


def hypercube(name):
    return [
        (shuffled_place(name, world, WORLDS) + floor(2**26 * u) / 2**26) / WORLDS
        for world, u in enumerate(plain(name))
    ]


def test_latin_hypercube():
    drawn = uniforms(an_uncertain_case("latin_hypercube", worlds=WORLDS), SEED, 0, WORLDS)
    for name in (A, HELD, "negotiation.luck"):
        assert drawn(name).tolist() == hypercube(name)


def test_sobol():
    first = [
        *(f"parties.p.preferences.weights.{issue}" for issue in "xy"),
        *(f"parties.p.preferences.scores.{issue}.{option}" for issue in "xy" for option in "ab"),
        *("parties.p.no_deal.value", "parties.p.no_deal.drift", "parties.p.luck"),
        *(f"parties.q.preferences.weights.{issue}" for issue in "xy"),
        *(f"parties.q.preferences.scores.{issue}.{option}" for issue in "xy" for option in "ab"),
        *("parties.q.no_deal.value", "parties.q.no_deal.drift", "parties.q.luck", "negotiation.luck"),
    ]
    lines = [f"{line}.{end}" for line in (LINE, OTHER_LINE) for end in ("firmness", "held")]
    rest = [f"{LINE}.softens.round", f"{LINE}.softens.chance", f"{LINE}.softens"]
    rest += [f"parties.p.walks_out{end}" for end in (".after", ".chance", "")]
    rest += ["negotiation.order.p", "negotiation.order.q"]
    points = Sobol(256, rng=SEED).random_base2(5)
    drawn = uniforms(an_uncertain_case("sobol"), SEED, 0, 32)
    for dimension, name in enumerate([*first, *lines, *rest]):
        assert drawn(name).tolist() == points[:, dimension].tolist()


def cholesky_factor():
    """Of the group A, B, HELD: an event and a number change the sign."""
    ab, held_b = 2 * np.sin(np.pi * 0.6 / 6), -2 * np.sin(np.pi * 0.3 / 6)
    return np.linalg.cholesky(np.array([[1, ab, 0], [ab, 1, held_b], [0, held_b, 1]]))


def test_correlations_world_by_world():
    drawn = uniforms(an_uncertain_case(correlate=CORRELATIONS), SEED, 0, WORLDS)
    scores = norm.ppf([plain(name) for name in (A, B, HELD)])
    assert drawn(A).tolist() == plain(A)
    for name, number in zip((A, B, HELD), norm.cdf(cholesky_factor() @ scores), strict=True):
        np.testing.assert_allclose(drawn(name), number, rtol=1e-12)


@pytest.mark.parametrize("name", [A, B, HELD])
def test_correlations_of_a_hypercube(name):
    columns = {name: hypercube(name) for name in (A, B, HELD)}
    ranks = [[sorted(column).index(number) for number in column] for column in columns.values()]
    scores = norm.ppf((np.array(ranks) + 1) / (WORLDS + 1))
    made = cholesky_factor() @ np.linalg.inv(np.linalg.cholesky(np.corrcoef(scores))) @ scores
    order = dict(zip(columns, made.argsort(axis=1).argsort(axis=1), strict=True))
    case = an_uncertain_case("latin_hypercube", worlds=WORLDS, correlate=CORRELATIONS)
    expected = np.sort(columns[name])[order[name]]
    assert uniforms(case, SEED, 0, WORLDS)(name).tolist() == expected.tolist()
