"""`sim run` of a case with a sweep: each point is a run."""

from pathlib import Path

import pytest
from calling import QUANTITY, files_in, interrupted

from sim.negotiation.model import Negotiation
from sim.plots import album

SWEEP = ("run", "swept.yaml")
SET = ("--set", f"sweep={{{QUANTITY}: [0.1, 0.9]}}")


def test_a_sweep_tells_programs(tiny):
    told = tiny(*SWEEP, "--json").told
    assert (told["scenario"], told["worlds"], told["seed"]) == ("swept", 12, 3)
    assert told["sweep"] == {QUANTITY: [0.1, 0.9]}
    low, high = told["points"]
    assert low["values"] == {QUANTITY: 0.1}
    assert low["agreed"]["low"] < low["agreed"]["share"] < low["agreed"]["high"]
    assert sum(low["endings"].values()) == pytest.approx(1)
    assert set(low["utilities"]) == {"a", "b"}
    assert high["agreed"]["share"] == 0 < low["agreed"]["share"]


def test_a_sweep_tells_people_and_draws_its_curve(tiny, tmp_path, sketched):
    called = tiny(*SWEEP)
    assert "no_deal.value" in called.out
    assert called.err.count("Stored in results/swept/") == 2
    (folder,) = sketched
    assert folder.parent == Path("results/swept")
    assert sorted(files_in(tmp_path / folder)) == sorted(f"sweep_curve.{kind}" for kind in album.FILES)


def test_a_point_is_the_run_of_the_scenario_changed_by_hand(tiny, tmp_path):
    points = tiny(*SWEEP, "--json").told["points"]
    by_hand = tiny("run", "swept.yaml", "--set", "sweep=null", "--set", f"{QUANTITY}=0.9", "--json")
    assert by_hand.told["hash"] == points[1]["hash"]
    assert "This run is finished" in by_hand.err
    assert [(tmp_path / "results" / "swept" / point["hash"]).is_dir() for point in points] == [True, True]


def test_a_second_call_finds_the_runs(tiny, monkeypatch):
    first = tiny(*SWEEP, "--json")
    monkeypatch.setattr(Negotiation, "step", interrupted)
    second = tiny(*SWEEP, "--json")
    assert second.out == first.out
    assert second.err.count("This run is finished: results/swept/") == 2


def test_set_makes_a_sweep_and_takes_it_away(tiny):
    made, swept = tiny("run", "tiny.yaml", *SET, "--json").told, tiny(*SWEEP, "--json").told
    assert [point["agreed"] for point in made["points"]] == [point["agreed"] for point in swept["points"]]
    assert "points" not in tiny(*SWEEP, "--set", "sweep=null", "--json").told


def test_ctrl_c_between_points_loses_none(tiny, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Negotiation, "play", interrupted_at(0.9, Negotiation.play))
        called = tiny(*SWEEP)
    assert (called.code, called.out) == (130, "")
    assert "Stopped before any worlds could be kept" in called.err
    again = tiny(*SWEEP)
    assert again.err.count("This run is finished") == again.err.count("Stored in") == 1


def interrupted_at(value, play):
    """Play, but be interrupted where the swept quantity has a value."""

    def play_or_not(self):
        ends = self.case.parties["b"].no_deal.value.bounds
        return interrupted() if ends == (value, value) else play(self)

    return play_or_not


@pytest.mark.parametrize(
    ("sweep", "said"),
    [
        (f"{{{QUANTITY}: 0.1}}", "expected a list of values, found 0.1"),
        ("{parties.b.no_deal.valu: [0.1]}", "unknown key 'valu', did you mean 'value'?"),
        ("{ensemble.worlds: [1, 2]}", "'ensemble' cannot be swept"),
        ("{negotiation.rounds: [1, 0]}", "swept value 0"),
    ],
)
def test_what_cannot_be_swept_is_told_before_anything_is_played(tiny, tmp_path, sweep, said):
    called = tiny("run", "tiny.yaml", "--set", f"sweep={sweep}")
    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert not (tmp_path / "results").exists()
