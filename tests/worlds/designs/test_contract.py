"""The laws of all designs, with correlations and without."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr
from uncertain_case import LINE, NUMBERS, OTHER_LINE, an_uncertain_case

from sim.scenario.quantities import drawn_names
from sim.worlds import Uniforms, draw, draws, uniforms

LEVELS = {"factorial": {"parties.p.walks_out": 2, "parties.p.preferences.scores.y.a": 5}}
RANDOM, CUBE, SOBOL = "random", "latin_hypercube", "sobol"
DESIGNS = [RANDOM, CUBE, SOBOL, LEVELS]
LINKS = [
    (NUMBERS["uniform"], NUMBERS["normal"], 0.8),
    (NUMBERS["normal"], NUMBERS["beta"], -0.5),
    (f"{LINE}.held", f"{OTHER_LINE}.held", 0.6),
]
LINKED = [(), LINKS]

every_design = pytest.mark.parametrize("design", DESIGNS, ids=str)
with_and_without = pytest.mark.parametrize("links", LINKED, ids=["plain", "correlated"])


@every_design
@with_and_without
@settings(deadline=None)
@given(first=st.integers(0, 50), count=st.integers(1, 50), seed=st.integers(0, 3))
def test_any_batch_is_those_rows_of_the_whole(design, links, first, count, seed):
    case = an_uncertain_case(design, worlds=100, correlate=links)
    whole, part = uniforms(case, seed, 0, 100), uniforms(case, seed, first, count)
    assert isinstance(part, Uniforms)
    assert part.worlds == count
    for name in drawn_names(case):
        assert np.array_equal(part(name), whole(name)[first : first + count])


@every_design
@with_and_without
def test_numbers_lie_from_0_to_below_1(design, links):
    case = an_uncertain_case(design, worlds=5000, correlate=links)
    drawn = uniforms(case, 1, 0, 5000)
    for name in drawn_names(case):
        numbers = drawn(name)
        assert numbers.dtype == np.float64
        assert ((numbers >= 0) & (numbers < 1)).all()
        assert abs(numbers.mean() - 0.5) < 0.05


@every_design
@with_and_without
def test_worlds_can_be_drawn(design, links):
    case = an_uncertain_case(design, worlds=100, correlate=links)
    assert np.isfinite(draw(case, 1, 0, 100).utilities).all()


@pytest.mark.parametrize("design", [RANDOM, SOBOL, LEVELS], ids=str)
@with_and_without
def test_growing_the_ensemble_changes_no_world(design, links):
    few, many = (an_uncertain_case(design, worlds=worlds, correlate=links) for worlds in (50, 500))
    for name in drawn_names(few):
        assert np.array_equal(uniforms(few, 1, 0, 50)(name), uniforms(many, 1, 0, 500)(name)[:50])


@pytest.mark.parametrize("design", [RANDOM, CUBE, LEVELS], ids=str)
@with_and_without
def test_another_quantity_changes_no_other(design, links):
    more = {"red_lines": {"n": {"forbid": {"y": "a"}, "softens": {"round": [1, 9]}}}}
    fewer = uniforms(an_uncertain_case(design, correlate=links), 1, 0, 100)
    whole = uniforms(an_uncertain_case(design, correlate=links, **more), 1, 0, 100)
    for name in drawn_names(an_uncertain_case(design)):
        assert np.array_equal(fewer(name), whole(name))


@every_design
def test_another_correlation_changes_only_what_it_names(design):
    plain, linked = (uniforms(an_uncertain_case(design, correlate=links), 1, 0, 100) for links in LINKED)
    named = {name for *pair, _ in LINKS for name in pair}
    firsts = {NUMBERS["uniform"], f"{LINE}.held"}
    changed = {
        name
        for name in drawn_names(an_uncertain_case(design))
        if not np.array_equal(plain(name), linked(name))
    }
    assert changed == named - firsts


@pytest.mark.parametrize("design", [RANDOM, CUBE, SOBOL])
@pytest.mark.parametrize("rank", [-0.9, -0.3, 0.0, 0.6])
def test_numbers_of_all_forms_have_the_rank_correlation(design, rank):
    one, *others = NUMBERS.values()
    for other in others:
        case = an_uncertain_case(design, worlds=20_000, correlate=[(one, other, rank)])
        drawn = draws(case, [one, other], 1, 0, 20_000)
        measured = spearmanr(drawn[one], drawn[other]).statistic
        assert abs(measured - rank) < (0.003 if design != RANDOM else 0.02)


@pytest.mark.parametrize("design", [RANDOM, CUBE, SOBOL])
def test_three_numbers_have_all_their_rank_correlations(design):
    names = list(NUMBERS.values())[:3]
    ranks = {(0, 1): 0.7, (1, 2): -0.4, (0, 2): 0.2}
    links = [(names[a], names[b], rank) for (a, b), rank in ranks.items()]
    drawn = draws(an_uncertain_case(design, worlds=20_000, correlate=links), names, 2, 0, 20_000)
    measured = spearmanr(np.stack([drawn[name] for name in names], axis=1)).statistic
    for (a, b), rank in ranks.items():
        assert abs(measured[a, b] - rank) < 0.02


@pytest.mark.parametrize("design", [RANDOM, CUBE, SOBOL])
def test_correlated_lines_are_held_together_more_often(design):
    held = f"{LINE}.held", f"{OTHER_LINE}.held"

    def both(rank):
        case = an_uncertain_case(design, worlds=20_000, correlate=[(*held, rank)])
        one, other = draws(case, held, 1, 0, 20_000).values()
        assert abs(one.mean() - 0.5) < 0.02
        assert abs(other.mean() - 0.5) < 0.02
        return (one & other).mean()

    assert both(-0.8) < 0.2
    assert abs(both(0) - 0.25) < 0.02
    assert both(0.8) > 0.35


@pytest.mark.parametrize("design", [RANDOM, CUBE, SOBOL])
def test_an_event_counts_as_high_where_it_happens(design):
    names = f"{OTHER_LINE}.held", NUMBERS["uniform"]
    held, value = draws(
        an_uncertain_case(design, worlds=5000, correlate=[(*names, 0.7)]), names, 1, 0, 5000
    ).values()
    assert value[held].mean() > value[~held].mean() + 0.2


def test_sobol_errs_less_than_chance_and_a_hypercube_too():
    names = [NUMBERS["uniform"], NUMBERS["normal"], "parties.p.luck"]

    def error(design, worlds):
        drawn = uniforms(an_uncertain_case(design, worlds=worlds), 5, 0, worlds)
        x, y, z = (drawn(name) for name in names)
        return abs((np.exp(x) * (1 + y) + z).mean() - ((np.e - 1) * 1.5 + 0.5))

    assert error(SOBOL, 4096) < error(RANDOM, 4096) / 20
    assert error(CUBE, 4096) < error(RANDOM, 4096) / 3
    assert error(SOBOL, 2**14) < error(SOBOL, 2**8) / 20
