"""One text, redrafted by a mediator, worked by hand and against what the sources say."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation


def negotiate(utilities, *, rounds=30, strategy="hardliner", mediator="neutral", temperature=0.0, **worlds):
    issues = {"x": "a b", "y": "c d"}
    case = a_scenario(
        issues,
        {f"p{n}": {"strategy": strategy} for n in range(2)},
        negotiation={
            "protocol": "single_text", "rounds": rounds, "mediator": mediator, "temperature": temperature,
        },
    )  # fmt: skip
    model = Negotiation(case, some_worlds([utilities], **worlds), watched=True)
    return model, model.play()


@pytest.mark.parametrize("luck", [0.1, 0.4, 0.6, 0.9])
def test_without_annealing_it_climbs_to_what_nobody_can_improve_on(luck):
    case = a_scenario(
        {"x": "a b", "y": "c d"},
        {"p0": {"strategy": "hardliner"}, "p1": {"strategy": "hardliner"}},
        negotiation={"protocol": "single_text", "rounds": 30, "temperature": 0},
    )
    worlds = some_worlds([[[0, 0.2, 0.5, 1], [0, 0.3, 0.1, 1]]])
    worlds.table_luck[:] = luck
    outcomes = Negotiation(case, worlds).play()
    assert outcomes.package[0] == 3
    assert outcomes.ending[0] == Ending.AGREED


def test_a_text_is_changed_in_one_issue_at_a_time():
    model, _ = negotiate([[0.1, 0.5, 0.2, 0.9], [0.6, 0.2, 0.5, 0.1]], rounds=20)
    kept = None
    for turn in model.transcript:
        if turn.action == "redrafts" and kept is not None:
            assert (kept ^ turn.package) in {1, 2}  # of two issues with two options, the index has two bits
        if turn.action == "redrafts":
            drafted = turn.package
        if turn.action in {"signs", "does not sign"}:
            kept = turn.package
    assert drafted is not None


def test_a_party_refuses_what_is_worse_for_it_and_says_why():
    model, _ = negotiate([[0.1, 0.5, 0.2, 0.9], [0.6, 0.2, 0.5, 0.1]], rounds=20)
    refusals = [turn for turn in model.transcript if turn.action == "refuses"]
    assert refusals
    assert all("the text" in turn.why for turn in refusals)


def test_in_the_last_round_whoever_can_accept_the_text_signs():
    model, outcomes = negotiate([[0.1, 0.5, 0.2, 0.9], [0.6, 0.2, 0.5, 0.1]], rounds=3)
    assert outcomes.ending[0] == Ending.AGREED
    assert outcomes.round[0] == 3
    assert {t.party for t in model.transcript if t.round == 3 and t.action == "signs"} == {"p0", "p1"}


def test_a_party_that_mediates_starts_from_its_best_and_proposes_no_loss_for_itself():
    utilities = [[0.1, 0.5, 0.2, 0.9], [0.6, 0.2, 0.5, 0.1]]
    model, _ = negotiate(utilities, mediator="p0", rounds=12)
    drafts = [turn.package for turn in model.transcript if turn.action == "redrafts"]
    assert drafts == [3]
    assert {t.party for t in model.transcript if t.action == "redrafts"} == {"p0"}


def test_annealing_lets_small_losses_pass_early_on():
    utilities = [[0.50, 0.49, 0.49, 0.8], [0.50, 0.51, 0.51, 0.8]]
    stuck = ends(utilities, temperature=0.0)
    freed = ends(utilities, temperature=0.5)
    assert (freed == 3).mean() > (stuck == 3).mean()


def ends(utilities, temperature):
    case = a_scenario(
        {"x": "a b", "y": "c d"},
        {"p0": {"strategy": "hardliner"}, "p1": {"strategy": "hardliner"}},
        negotiation={"protocol": "single_text", "rounds": 20, "temperature": temperature},
    )
    worlds = some_worlds(np.tile(utilities, (200, 1, 1)))
    rng = np.random.default_rng(1)
    worlds.table_luck[:] = rng.random(200)
    worlds.luck[:] = rng.random((200, 2))
    return Negotiation(case, worlds).play().package


def test_a_neutral_mediator_starts_where_fewest_stated_lines_are_crossed():
    case = a_scenario(
        {"x": "a b", "y": "c d"},
        {
            "p": {"red_lines": {"l": {"forbid": {"x": "a"}}}},
            "q": {"red_lines": {"m": {"forbid": {"y": "c"}}}},
        },
        negotiation={"protocol": "single_text", "rounds": 5},
    )
    worlds = some_worlds([[[0.4, 0.4, 0.4, 0.1]] * 2], held=[[False, False]])
    model = Negotiation(case, worlds, watched=True)
    model.step()
    assert model.transcript[0].package == 3
    assert model.transcript[0].party == "mediator"
