"""What-ifs from Python give what the command line gives."""

import numpy as np
import pytest

import sim

SOFT = {"parties.russia.red_lines.no-foreign-troops": None}
VALUE = "parties.russia.no_deal.value"


@pytest.fixture(scope="module")
def base():
    return sim.run("2025-08-21", worlds=60, seed=1)


def test_a_case_compared_with_itself_changes_nothing(base):
    told = sim.compare(base, "2025-08-21").as_dict()
    assert (told["pairs"], told["flipped"], told["agreed"]["difference"]) == (60, 0, 0)


def test_a_variant_is_played_with_the_worlds_and_the_seed_of_its_base(base):
    soft = sim.load("2025-08-21", SOFT)
    found = sim.compare(base, soft)
    alone = sim.compare("2025-08-21", soft, worlds=60, seed=1)
    assert found.as_dict() == alone.as_dict()
    assert found.as_dict()["flipped"] > 0
    run = sim.run(soft, worlds=60, seed=1)
    assert sim.compare(base, run).as_dict() == found.as_dict()


def test_runs_of_other_worlds_are_not_compared(base):
    with pytest.raises(sim.InputError, match="seed"):
        sim.compare(base, sim.run("2025-08-21", worlds=60, seed=2))


def test_every_point_of_a_sweep_is_a_run_with_that_change():
    table = sim.sweep("2025-08-21", {"sweep": {VALUE: [0.2, 0.9]}}, worlds=60, seed=1)
    alone = sim.run(sim.load("2025-08-21", {VALUE: 0.9}), worlds=60, seed=1)
    assert table[VALUE].tolist() == [0.2, 0.9]
    assert table["agreed"].iloc[1] == np.mean(alone.table["ending"] == "AGREED")
    assert table["hash"].iloc[1] == alone.hash


@pytest.mark.parametrize("changes", [{"negotiation.rounds": 60}, ["negotiation.rounds=60"]])
def test_the_answer_tips_where_runs_with_the_values_beside_it_differ(changes):
    heard = []
    found = sim.tip(
        "2025-08-21",
        VALUE,
        "agreed >= 0.5",
        (0, 1),
        worlds=60,
        seed=1,
        changes=changes,
        progress=heard.append,
    )
    for value, holds in ((found.tip.value - 0.01, True), (found.tip.value + 0.01, False)):
        case = sim.load("2025-08-21", {"negotiation.rounds": 60, VALUE: value})
        agreed = np.mean(sim.run(case, worlds=60, seed=1).table["ending"] == "AGREED")
        assert (agreed >= 0.5) == holds
    assert sum(heard) == 60 * len(found.as_dict()["evaluations"])
