"""Laws that every negotiation keeps, on scenarios of every shape."""

import json
from dataclasses import fields

import numpy as np
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.compatibility import positions
from sim.ensemble.runner import play
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.outcomes import joined
from sim.scenario import Scenario
from sim.worlds import draw

SEEDS = st.integers(0, 2**32)
SIGNS = {"offers", "accepts", "signs"}
few = settings(max_examples=examples(20), deadline=None)


def same(one, other):
    return all(np.array_equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))


@few
@given(scenarios(), SEEDS, st.integers(0, 1000))
def test_a_batch_is_its_worlds_one_at_a_time(case, seed, first):
    batch = Negotiation(case, 5, first=first, rng=seed).play()
    singles = [Negotiation(case, 1, first=first + world, rng=seed).play() for world in range(5)]
    assert same(batch, joined(singles))


@few
@given(scenarios(), SEEDS, st.integers(1, 12))
def test_the_batch_size_changes_nothing(case, seed, batch):
    assert same(play(case, 11, seed, batch=batch), play(case, 11, seed))


@few
@given(scenarios(), SEEDS)
def test_nobody_offers_or_signs_across_a_held_line_or_below_its_reservation_value(case, seed):
    public = positions(case)
    for world in range(3):
        model = Negotiation(case, 1, first=world, rng=seed, watched=True)
        model.play()
        for turn in model.transcript:
            if turn.action not in SIGNS:
                continue
            party = public.parties.index(turn.party)
            held = model.worlds.held_at(turn.round)[0] & public.lines_of(party)
            least = model.worlds.reservation_values_at(turn.round)[0, party]
            assert public.possible[turn.package]
            assert not (public.crossing[turn.package] & held).any()
            assert model.worlds.utilities[0, party, turn.package] >= least


@few
@given(scenarios(), SEEDS)
def test_an_agreement_has_the_consent_of_every_party_it_needs(case, seed):
    public = positions(case)
    model = Negotiation(case, 1, rng=seed, watched=True)
    outcomes = model.play()
    if outcomes.ending[0] != Ending.AGREED:
        return
    package = outcomes.package[0]
    signed = {t.party for t in model.transcript if t.action in SIGNS and t.package == package}
    needed = {party for party, asked in zip(public.parties, public.consent[:, package], strict=True) if asked}
    assert needed <= signed


@few
@given(scenarios(), SEEDS, st.integers(0, 4), st.sampled_from(["watcher", "zz", "no"]))
def test_parties_that_do_not_speak_change_nothing_whatever_their_name_and_place(case, seed, place, name):
    tree = json.loads(case.text)
    parties = [(party, told) for party, told in tree["parties"].items() if party != name]
    tree["parties"] = dict(parties)
    if name in case.parties:
        return
    silent = {"name": "W", "consent": "never", "no_deal": {"value": [0, 1]}}
    more = Scenario.model_validate(
        {**tree, "parties": dict([*parties[:place], (name, silent), *parties[place:]])}
    )
    alone, watched = play(case, 6, seed), play(more, 6, seed)
    for what in ("package", "round", "ending"):
        assert np.array_equal(getattr(alone, what), getattr(watched, what))


@few
@given(scenarios(), SEEDS)
def test_no_world_agrees_if_nothing_is_compatible_with_the_lines_held_in_it(case, seed):
    public = positions(case)
    outcomes = play(case, 8, seed)
    held = draw(case, seed, 0, 8).held_at(case.negotiation.rounds)
    open_ = [(~(public.blocking & word).any(axis=1) & public.possible).any() for word in held]
    assert not (outcomes.ending[~np.array(open_)] == Ending.AGREED).any()
