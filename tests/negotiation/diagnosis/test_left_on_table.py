"""Distance to the frontier: worked by hand, and by its definition."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.compatibility import positions
from sim.negotiation.diagnosis.left_on_table import left_on_table
from sim.negotiation.model import Negotiation

X = {"x": "a b c"}
TWO = {"p": {"red_lines": {"not-c": {"forbid": {"x": "c"}}}}, "q": {}}


def left(parties, utilities, agreed, *, round_=1, **more):
    worlds = some_worlds([utilities], **{"held": [[False]], **more})
    distances, best = left_on_table(
        positions(a_scenario(X, parties)), worlds, np.array([agreed]), np.array([round_])
    )
    return distances[0], best[0]


def test_an_efficient_agreement_leaves_nothing():
    assert left(TWO, [[0.5, 0.9, 0.2], [0.5, 0.2, 0.9]], 0) == (0, 0)


def test_the_largest_gain_counts():
    distance, package = left(TWO, [[0.5, 0.5, 0.8], [0.5, 0.6, 0.9]], 0)
    assert distance == pytest.approx(0.5)  # 0.3 and 0.4
    assert package == 2


def test_what_gives_a_party_less_does_not_count():
    assert left(TWO, [[0.5, 0.49, 0.5], [0.5, 1.0, 0.5]], 0) == (0, 0)


def test_what_crosses_a_held_line_does_not_count_until_it_softens():
    better = [[0.1, 0.1, 0.9], [0.5, 0.5, 0.5]]
    assert left(TWO, better, 0, held=[[True]])[0] == 0
    softened = {"held": [[True]], "gives_way": [[4]]}
    assert left(TWO, better, 0, round_=3, **softened)[0] == 0
    assert left(TWO, better, 0, round_=4, **softened)[0] == pytest.approx(0.8)


def test_the_reservation_value_is_that_of_the_round():
    # b is worth 0.6 to q and to p what a is; what no deal is worth to r rises past 0.3
    parties = {"p": {}, "q": {}, "r": {}}
    utilities = [[0.5, 0.5, 0], [0.5, 0.6, 0], [0.3, 0.3, 0]]
    held = np.zeros((1, 0), bool)
    rising = {"held": held, "reservation_values": [[0, 0, 0.25]], "drifts": [[0, 0, 0.05]]}
    assert left(parties, utilities, 0, round_=1, **rising)[0] == pytest.approx(0.1)
    assert left(parties, utilities, 0, round_=3, **rising)[0] == 0


def test_a_party_that_is_not_at_the_table_gains_and_loses_nothing():
    parties = {**TWO, "watcher": {"consent": "never"}}
    distance, package = left(parties, [[0.5, 0.6, 0.5], [0.5, 0.5, 0.5], [0.9, 0.1, 1.0]], 0)
    assert (distance, package) == (pytest.approx(0.1), 1)


def test_a_party_at_the_table_counts_even_where_its_consent_is_not_needed():
    parties = {**TWO, "q": {"consent": {"when": {"x": "c"}}}}
    assert left(parties, [[0.5, 0.9, 0.5], [0.5, 0.4, 0.5]], 0)[0] == 0


def test_without_agreement_there_is_no_distance():
    distance, package = left(TWO, [[1, 1, 1], [1, 1, 1]], -1)
    assert np.isnan(distance)
    assert package == -1


def test_rounding_is_no_gain():
    assert left(TWO, [[0.3, 0.1 + 0.2, 0], [0.5, 0.5, 0]], 0)[0] == 0


def by_definition(model, world, package, round_):
    """Return the largest gain over packages acceptable to all then that leave nobody with less."""
    public, then = model.positions, model.worlds.take(np.array([world]))
    utilities = then.utilities[0]
    open_ = ~(public.blocking & then.held_at(round_)[0]).any(axis=1) & public.negotiable
    enough = utilities >= then.reservation_values_at(round_)[0][:, None]
    acceptable = open_ & (enough | ~public.consent).all(axis=0)
    gains = (utilities - utilities[:, [package]])[public.consent.any(axis=1)]
    worse = (gains < 0).any(axis=0)
    return np.sqrt((gains**2).sum(axis=0))[acceptable & ~worse].max(initial=0)


def check(model):
    outcomes = model.play()
    distances, best = left_on_table(model.positions, model.worlds, outcomes.package, outcomes.round)
    assert np.array_equal(np.isnan(distances), outcomes.package < 0)
    for world in np.flatnonzero(outcomes.package >= 0):
        expected = by_definition(model, world, outcomes.package[world], int(outcomes.round[world]))
        assert distances[world] == pytest.approx(expected, abs=1e-11)
        if distances[world] == 0:
            assert best[world] == outcomes.package[world]
        else:  # the package there lies on the frontier
            assert by_definition(model, world, best[world], int(outcomes.round[world])) <= 1e-11
    return distances


@settings(max_examples=examples(20), deadline=None)
@given(scenarios(), st.integers(0, 2**32))
def test_the_distance_is_that_of_the_definition(case, seed):
    check(Negotiation(case, 8, rng=seed))


def test_the_distances_of_the_august_case():
    distances = check(Negotiation(sim.load("2025-08-21"), 100, rng=1))
    assert (distances == 0).any()
    assert (distances > 0.01).any()
