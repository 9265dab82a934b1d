"""What was drawn, by name, against the worlds it went into."""

import numpy as np
import pytest
from examples import examples
from generators import scenarios
from hypothesis import HealthCheck, given, settings
from uncertain_case import LINE, NUMBERS, an_uncertain_case

from sim.errors import InputError
from sim.scenario.quantities import Lot, Number, quantities
from sim.worlds import draw, draws
from sim.worlds.draws import AT_ONCE


def test_they_are_what_worlds_are_made_of():
    case = an_uncertain_case(worlds=300)
    worlds = draw(case, 7, 0, 300)
    drawn = draws(case, list(quantities(case)), 7, 0, 300)
    assert np.array_equal(drawn["parties.p.no_deal.value"], worlds.reservation_values[:, 0])
    assert np.array_equal(drawn["parties.p.no_deal.drift"], worlds.drifts[:, 0])
    assert np.array_equal(drawn[f"{LINE}.held"], worlds.held[:, 0])
    softens, walks_out = drawn[f"{LINE}.softens"], drawn["parties.p.walks_out"]
    assert np.array_equal(softens, np.isfinite(worlds.gives_way[:, 0]))
    assert np.array_equal(drawn[f"{LINE}.softens.round"][softens], worlds.gives_way[softens, 0])
    assert np.array_equal(walks_out, np.isfinite(worlds.patience[:, 0]))
    assert np.array_equal(drawn["parties.p.walks_out.after"][walks_out], worlds.patience[walks_out, 0])
    assert np.array_equal(drawn["parties.q.luck"], worlds.luck[:, 1])
    assert np.array_equal(drawn["negotiation.luck"], worlds.table_luck)
    first = drawn["negotiation.order.p"] <= drawn["negotiation.order.q"]
    assert np.array_equal(np.where(first, 0, 1), worlds.order[:, 0])
    x, y = (drawn[f"parties.p.preferences.weights.{issue}"] for issue in "xy")
    a = drawn["parties.p.preferences.scores.x.a"]
    np.testing.assert_allclose(worlds.utilities[:, 0, 1], x / (x + y) * a)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios())
def test_everything_can_be_drawn_by_name(scenario):
    everything = quantities(scenario)
    drawn = draws(scenario, list(everything), 1, 3, 5)
    assert list(drawn) == list(everything)
    for name, quantity in everything.items():
        assert drawn[name].shape == (5,)
        match quantity:
            case Number(distribution, whole):
                low, high = distribution.bounds
                assert (drawn[name] >= low).all()
                assert (drawn[name] <= (np.ceil(high) if whole else high)).all()
                assert not whole or (drawn[name] == np.floor(drawn[name])).all()
            case Lot():
                assert ((drawn[name] >= 0) & (drawn[name] < 1)).all()
            case _:
                assert drawn[name].dtype == bool


@pytest.mark.parametrize(
    "design", ["random", "latin_hypercube", "sobol", {"factorial": {NUMBERS["beta"]: 5}}]
)
def test_many_worlds_are_drawn_piece_by_piece(design):
    case = an_uncertain_case(
        design, worlds=AT_ONCE + 10, correlate=[(NUMBERS["uniform"], NUMBERS["normal"], 0.7)]
    )
    names = [NUMBERS["uniform"], NUMBERS["normal"], NUMBERS["beta"], f"{LINE}.held"]
    whole = draws(case, names, 1, 3, AT_ONCE + 7)
    part = draws(case, names, 1, AT_ONCE - 5, 10)
    for name in names:
        assert np.array_equal(whole[name][AT_ONCE - 8 : AT_ONCE + 2], part[name])


def test_a_name_given_twice_comes_once():
    names = [NUMBERS["uniform"]] * 2
    assert list(draws(an_uncertain_case(), names, 1, 0, 2)) == names[:1]


def test_unknown_names_are_all_told():
    with pytest.raises(InputError) as caught:
        draws(an_uncertain_case(), ["parties.p.no_deal.valu", NUMBERS["beta"], "luck"], 1, 0, 2)
    one, other = (str(problem) for problem in caught.value.problems)
    assert one.startswith(
        "unknown quantity 'parties.p.no_deal.valu', did you mean 'parties.p.no_deal.value'?"
    )
    assert other.startswith(
        "unknown quantity 'luck', expected the path of one, such as parties.p.red_lines.l."
    )
