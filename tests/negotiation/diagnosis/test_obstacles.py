"""What would have to give: worked by hand, by another program, and by its definition."""

import numpy as np
from builders import a_scenario
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.compatibility import Positions, bits, positions
from sim.compatibility.minimal_sets import minimal_words
from sim.negotiation.diagnosis.obstacles import joined, obstacles

ISSUES = {"x": "a b"}
LINES = {
    "p": {"red_lines": {"not-a": {"forbid": {"x": "a"}}}},
    "q": {"red_lines": {"not-b": {"forbid": {"x": "b"}}}},
}
NOT_A, NOT_B, P, Q = range(4)


def standing(parties, utilities, reservation_values, held, **more):
    found = obstacles(
        positions(a_scenario(ISSUES, parties, **more)),
        np.array([7]),
        bits.pack(np.array([held])),
        np.array([utilities], float),
        np.array([reservation_values], float),
    )
    assert found.cut.tolist() == []
    return [set(one) for one in found.of(7)]


def test_either_line_would_do():
    assert standing(LINES, [[1, 1], [1, 1]], [0, 0], [True, True]) == [{NOT_A}, {NOT_B}]


def test_minimal_sets_need_not_be_the_smallest():
    # a: p's line and q's reservation value; b: q's line alone
    assert standing(LINES, [[1, 1], [0.2, 1]], [0, 0.5], [True, True]) == [{NOT_B}, {NOT_A, Q}]


def test_a_set_that_contains_another_is_none():
    # a: p's line and q's reservation value; b: q's reservation value alone
    assert standing(LINES, [[1, 1], [0.2, 0.2]], [0, 0.5], [True, False]) == [{Q}]


def test_a_line_that_is_not_held_is_no_obstacle():
    assert standing(LINES, [[1, 1], [1, 1]], [0, 0], [False, True]) == []


def test_reservation_values_stand_in_the_way_too():
    assert standing(LINES, [[0.2, 0.2], [1, 1]], [0.5, 0], [False, False]) == [{P}]


def test_a_party_that_is_not_needed_is_no_obstacle():
    parties = {**LINES, "q": {**LINES["q"], "consent": {"when": {"x": "a"}}}}
    assert standing(parties, [[0.2, 1], [1, 0]], [0.5, 0.5], [True, True]) == []


def test_what_a_rule_leaves_out_opens_nothing():
    rules = [{"forbid": {"x": "b"}, "because": "no sense"}]
    assert standing(LINES, [[1, 1], [1, 1]], [0, 0], [True, True], rules=rules) == [{NOT_A}]


BATCHES = st.tuples(
    st.integers(0, 2**32), st.sampled_from([0, 3, 12, 62, 64, 130]), st.integers(1, 6), st.integers(1, 4),
    st.integers(1, 200), st.sampled_from([0.02, 0.2, 0.5, 0.9]),
)  # fmt: skip


def arrays_of(seed, lines, parties, worlds, packages, density):
    """Build the arrays of some worlds, with up to three words of obstacles."""
    rng = np.random.default_rng(seed)
    consent = rng.random((parties, packages)) < 0.8
    line_party = rng.integers(0, parties, lines)
    crossing = rng.random((packages, lines)) < density
    public = Positions(
        parties=tuple(f"p{n}" for n in range(parties)),
        lines=tuple(f"l{n}" for n in range(lines)),
        possible=rng.random(packages) < 0.9,
        crossing=bits.pack(crossing),
        blocking=bits.pack(crossing & consent[line_party].T),
        line_party=line_party,
        consent=consent,
        shape=(packages,),
    )
    held = bits.pack(rng.random((worlds, lines)) < 0.9)
    utilities = rng.integers(0, 10, (worlds, parties, packages)) / 10
    return public, held, utilities, rng.integers(0, 10, (worlds, parties)) / 10


def met(public, held, utilities, reservation_values):
    """Tell what each negotiable package of one world meets."""
    lines = bits.unpack(public.blocking & held, len(public.lines))
    short = public.consent & (utilities < reservation_values[:, None])
    return np.hstack([lines, short.T])[public.negotiable]


@settings(max_examples=examples(60), deadline=None)
@given(BATCHES, st.sampled_from([1, 3, 32, 500]))
def test_the_sets_are_the_minimal_words_of_another_program(batch, most):
    public, held, utilities, reservation_values = arrays_of(*batch)
    numbers = 100 + np.arange(len(held))
    found = obstacles(public, numbers, held, utilities, reservation_values, most=most)
    for world, number in enumerate(numbers.tolist()):
        everything = met(public, held[world], utilities[world], reservation_values[world])
        opened = not everything.any(axis=1).all()
        words, whole = minimal_words(bits.pack(everything), 10_000)
        expected = [] if opened else words
        assert whole
        assert found.of(number) == expected[:most]
        assert (number in found.cut) == (len(expected) > most)


@settings(max_examples=examples(40), deadline=None)
@given(BATCHES)
def test_a_set_opens_a_package_and_no_part_of_it_does(batch):
    public, held, utilities, reservation_values = arrays_of(*batch)
    found = obstacles(public, np.arange(len(held)), held, utilities, reservation_values)
    for world in range(len(held)):
        everything = met(public, held[world], utilities[world], reservation_values[world])
        for one in found.of(world):
            assert opens(everything, one)
            assert not any(opens(everything, one - {member}) for member in one)


def opens(everything, given_up):
    left = everything.copy()
    left[:, sorted(given_up)] = False
    return not left.any(axis=1).all()


@settings(max_examples=examples(30), deadline=None)
@given(BATCHES, st.integers(0, 4))
def test_batches_joined_are_one_batch(batch, first):
    public, *arrays = arrays_of(*batch)
    numbers = np.arange(len(arrays[0]))
    parts = [
        obstacles(public, numbers[part], *(array[part] for array in arrays), most=3)
        for part in (slice(None, first), slice(first, None))
    ]
    whole, together = obstacles(public, numbers, *arrays, most=3), joined(parts)
    for name in ("world", "words", "cut"):
        assert np.array_equal(getattr(together, name), getattr(whole, name))
