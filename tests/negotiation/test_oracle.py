"""Every protocol and strategy, against a second model that was written from docs/odd.md alone."""

from dataclasses import replace

import numpy as np
import oracle
from builders import a_scenario, some_worlds
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.negotiation.model import Negotiation
from sim.worlds import draw

SEEDS = st.integers(0, 2**32)
GENEROUS = {"name": "tit_for_tat", "generosity": 0.4}
EXACT = {"name": "aspiration", "tolerance": 0}
NAMES = ["conceder", "hardliner", "micro", GENEROUS, EXACT, {**EXACT, "considerate": True}]


@st.composite
def cases(draw_):
    """Draw a scenario that may have a party as its mediator, or circles of its own."""
    case = draw_(scenarios())
    chosen, names = case.negotiation, list(case.parties)
    if chosen.protocol == "single_text":
        mediator = draw_(st.sampled_from(["neutral", *names]))
        chosen = type(chosen).model_validate({**chosen.model_dump(), "mediator": mediator})
    if chosen.protocol == "ratification" and draw_(st.booleans()):
        circle = draw_(st.lists(st.sampled_from(list(case.at_the_table)), min_size=1, unique=True))
        side = draw_(st.sampled_from(["first", "then"]))
        chosen = type(chosen).model_validate({**chosen.model_dump(), side: circle})
    return case.but(negotiation=chosen)


def assert_alike(case, worlds):
    outcomes = oracle.outcomes_of(Negotiation(case, worlds).play())
    for place, outcome in enumerate(outcomes):
        assert outcome == oracle.played(case, oracle.world_of(worlds, place))


@settings(max_examples=examples(25), deadline=None)
@given(cases(), SEEDS)
def test_worlds_end_as_the_page_says(case, seed):
    assert_alike(case, draw(case, seed, 0, 3))


@settings(max_examples=examples(50), deadline=None)
@given(
    st.lists(st.integers(0, 10), min_size=12, max_size=12),
    st.lists(st.integers(-2, 2), min_size=12, max_size=12),
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=2),
    st.sampled_from(list(oracle.PROTOCOLS)),
    st.floats(0, 0.9999),
)
def test_what_just_misses_a_demand_is_offered_as_the_page_says(tenths, off, names, protocol, luck):
    parties = {party: {"strategy": name} for party, name in zip("pq", names, strict=True)}
    case = a_scenario({"x": "a b c", "y": "d e"}, parties, negotiation={"protocol": protocol, "rounds": 9})
    utilities = np.reshape([n / 10 + 4e-7 * m for n, m in zip(tenths, off, strict=True)], (1, 2, 6))
    worlds = some_worlds(utilities)
    assert_alike(case, replace(worlds, luck=np.full((1, 2), luck), table_luck=np.array([luck])))
