"""Traps that negotiation programs have fallen into, one test for each; memory is in test_memory.py."""

import subprocess
import sys

import numpy as np
import pytest
from builders import a_scenario, some_worlds

import sim
from sim import language
from sim.negotiation import kernels
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES


@pytest.mark.parametrize("strategy", list(STRATEGIES))
@pytest.mark.parametrize("considerate", [False, True])
def test_who_has_nothing_acceptable_passes(strategy, considerate):
    told = {"name": strategy, "considerate": considerate}
    line = {"red_lines": {"all": {"forbid": {"x": ["a", "b"]}}}}
    case = a_scenario({"x": "a b"}, {"p": {"strategy": told, **line}, "q": {"strategy": told}})
    for no_deal, held in ((0.0, True), (2.0, False)):  # a line across everything; a worth above everything
        worlds = some_worlds([[[0.2, 0.9], [0.9, 0.2]]], [[no_deal, 0.0]], held=[[held]])
        model = Negotiation(case, worlds, watched=True)
        outcomes = model.play()
        assert {turn.action for turn in model.transcript if turn.party == "p"} == {"passes"}
        assert outcomes.ending[0] == Ending.NO_ZOPA


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_an_agreement_is_an_index_into_all_packages_whatever_rules_leave_out(protocol):
    rule = {"forbid": {"x": "a"}, "because": "a makes no sense"}
    case = a_scenario(
        {"x": "a b", "y": "c d"},
        {"p": {"strategy": "conceder"}, "q": {"strategy": "conceder"}},
        rules=[rule],
        negotiation={"protocol": protocol},
    )
    outcomes = Negotiation(case, some_worlds([[[1, 1, 0.2, 0.9]] * 2])).play()
    assert case.space.package(outcomes.package[0]) == {"x": "b", "y": "d"}


def test_a_saved_scenario_keeps_its_red_lines(tmp_path):
    august = sim.load("2025-08-21")
    path = tmp_path / "saved.yaml"
    path.write_text(language.dump(august), encoding="utf-8")
    assert sim.load(path).red_lines == august.red_lines


def test_ties_do_not_depend_on_how_the_processor_sorts():
    worth = np.round(np.random.default_rng(1).random((20, 40)), 1)
    worth[:, ::7] = -np.inf
    expected = np.argsort(worth, axis=1, kind="stable")[:, ::-1]
    for seed in range(5):
        shuffled = np.random.default_rng(seed).permuted(np.tile(np.arange(40), (20, 1)), axis=1)
        by_worth = np.take_along_axis(worth, shuffled, axis=1).argsort(axis=1, kind="stable")
        ascending = np.take_along_axis(shuffled, by_worth, axis=1)  # sorted, equals in any order
        queue, end = np.zeros((20, 40), dtype=np.int32), np.zeros(20, dtype=np.int64)
        kernels.best_first(worth, ascending, np.arange(20), queue, end)
        for row in range(20):
            assert queue[row, : end[row]].tolist() == expected[row, : end[row]].tolist()
            assert end[row] == np.isfinite(worth[row]).sum()


def test_nothing_touches_global_random_state():
    run = """
import random
import numpy
import sim
random.seed(1)
numpy.random.seed(1)
before = random.getstate(), numpy.random.get_state()[1].tolist()
sim.run("2025-08-21", worlds=20, seed=3)
assert (random.getstate(), numpy.random.get_state()[1].tolist()) == before
"""  # in a process of its own: what checks types in tests throws dice
    played = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr
