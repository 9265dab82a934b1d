"""The front door from Python, as its documentation says."""

import json
import pickle
from importlib import import_module

import pytest
from builders import a_scenario

import sim
from sim import api
from sim.ensemble.chunks import MOST
from sim.language import bundled
from sim.text import progress

NUMBERS = ["worlds", "seed", "batch", "workers"]
SMALL = a_scenario({"x": "u v"}, {"a": {}, "b": {}}, ensemble={"worlds": 3, "seed": 5})


@pytest.fixture(scope="module")
def august():
    return sim.load("2025-08-21")


@pytest.fixture(scope="module")
def run(august):
    return sim.run(august, worlds=20, seed=1)


def test_the_public_names():
    assert sim.__all__ == [
        "Check", "Demanding", "InputError", "Negotiation", "Problem", "Run", "RunError", "Scenario",
        "ScenarioError", "Seat", "SimError", "Strategy", "StrategyError", "WorldError", "__version__",
        "brief", "check", "compare", "explore", "load", "open", "run", "scenarios", "sensitivity",
        "stability", "sweep", "tip", "watch",
    ]  # fmt: skip


@pytest.mark.parametrize("name", sim.__all__)
def test_every_public_name_is_there(name):
    assert getattr(import_module("sim"), name) is not None


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="'sim' has no attribute 'forecast'"):
        sim.forecast  # noqa: B018


def test_load_takes_a_name_or_a_file(august):
    file = bundled()["2025-08-21"]
    assert sim.load(file) == sim.load(str(file)) == august
    assert august.name == "2025-08-21"


def test_load_refuses_strategies_and_protocols_that_do_not_exist(tmp_path):
    text = bundled()["2025-08-21"].read_text("utf-8")
    text = text.replace("name: linear", "name: liner").replace("alternating_offers", "alternating_ofers")
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(sim.ScenarioError) as caught:
        sim.load(tmp_path / "wrong.yaml")
    message = str(caught.value)
    assert "did you mean 'linear'" in message
    assert "did you mean 'alternating_offers'" in message


def test_load_changes_a_scenario(august):
    line = "parties.russia.red_lines.no-foreign-troops"
    changed = sim.load("2025-08-21", {f"{line}.firmness": [0.2, 0.4], "parties.us.strategy": None})
    assert changed == sim.load("2025-08-21", [f"{line}.firmness=[0.2, 0.4]", "parties.us.strategy=null"])
    assert changed.red_lines["no-foreign-troops"][1].firmness.bounds == (0.2, 0.4)
    assert (changed.name, changed == august) == (august.name, False)
    with pytest.raises(sim.ScenarioError, match=r"did you mean 'micro'\?.*\(changes\['parties.us.str"):
        sim.load("2025-08-21", {"parties.us.strategy": "micr"})


def test_errors_are_one_family():
    assert issubclass(sim.ScenarioError, sim.InputError)
    assert issubclass(sim.RunError, sim.InputError)
    assert issubclass(sim.StrategyError, sim.InputError)
    assert issubclass(sim.InputError, sim.SimError)


@pytest.mark.parametrize(
    "played",
    [
        lambda case: sim.check(case).scenario,
        lambda case: sim.watch(case).case,
        lambda case: sim.run(case, worlds=1).case.but(ensemble=sim.load("2025-08-21").ensemble),
    ],
    ids=["check", "watch", "run"],
)
def test_verbs_take_a_name_as_well_as_a_scenario(august, played):
    assert played("2025-08-21") == played(august) == august
    with pytest.raises(sim.ScenarioError):
        played("nowhere")


def test_check_has_a_table_and_plain_values(august):
    answer = sim.check(august)
    assert isinstance(answer, sim.Check)
    assert len(answer.table) == len(august.packages) * len(august.parties)
    assert answer.table.attrs["version"] == sim.__version__
    told = json.loads(json.dumps(answer.as_dict()))
    assert told["compatible"]["packages"] == [august.space.package(index) for index in answer.compatible]
    assert [row["ok"] for row in told["table"]] == answer.table["ok"].tolist()
    assert [tuple(row["crosses"]) for row in told["table"]] == answer.table["crosses"].tolist()


def test_run_says_what_was_played(run, august):
    assert isinstance(run, sim.Run)
    assert (run.case, run.worlds, run.seed) == (api.sized(august, 20, 1), 20, 1)
    assert run.version == sim.__version__
    assert run.table["world"].tolist() == list(range(20))
    assert run.summary().endings["count"].sum() == 20


def test_run_takes_the_scenarios_numbers_unless_told_otherwise():
    assert (sim.run(SMALL).worlds, sim.run(SMALL).seed) == (3, 5)
    assert (sim.run(SMALL, worlds=2, seed=0).worlds, sim.run(SMALL, worlds=2, seed=0).seed) == (2, 0)


def test_run_is_the_same_again_and_for_any_batch(run, august):
    assert sim.run(august, worlds=20, seed=1, batch=7).table.equals(run.table)


def test_run_tells_its_progress():
    heard = []
    sim.run(SMALL, worlds=2 * MOST + 1, progress=heard.append)
    assert heard == [MOST, MOST, 1]


def test_run_shows_its_progress_where_somebody_watches(monkeypatch, capsys):
    monkeypatch.setattr(progress, "SECONDS", 0)
    sim.run(SMALL, worlds=2 * MOST + 1, progress=True)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Playing scenario: 5,000 of 5,001 worlds, ")
    sim.run(SMALL, worlds=2 * MOST + 1)
    assert capsys.readouterr().err == ""


def test_a_run_is_named_by_what_was_asked_for(run, august):
    names = [
        sim.run(case, worlds=worlds, seed=seed).hash
        for case, worlds, seed in [(SMALL, 2, 0), (SMALL, 3, 0), (SMALL, 2, 1), (august, 2, 0)]
    ]
    assert len(set(names)) == 4
    assert sim.run(SMALL, worlds=2, seed=0).hash == names[0]


@pytest.mark.parametrize("numbers", [{"worlds": 0}, {"seed": -1}, {"batch": 0}, {"worlds": 2**63}])
def test_run_refuses_numbers_that_make_no_sense(numbers):
    with pytest.raises(sim.InputError, match=f"{next(iter(numbers))} is .*, expected a whole number"):
        sim.run(SMALL, **numbers)


def test_run_tells_all_wrong_numbers_at_once():
    with pytest.raises(sim.InputError) as caught:
        sim.run(SMALL, worlds=0, seed=-1, batch=0, workers=0)
    assert [problem.message.split()[0] for problem in caught.value.problems] == NUMBERS


def test_seeds_may_be_of_any_size():
    assert sim.run(SMALL, worlds=1, seed=2**64).seed == 2**64


@pytest.mark.parametrize("world", [0, 1, 6, 13, 19])
def test_a_watched_world_ends_as_in_the_run(run, august, world):
    row, seen = run.table.iloc[world], sim.watch(august, seed=1, world=world)
    assert (seen.ending.name, seen.round) == (row["ending"], row["round"])
    assert (-1 if seen.package is None else seen.package) == row["package"]


def test_watch_has_plain_values(august):
    seen = sim.watch(august, seed=1, world=1)
    told = json.loads(json.dumps(seen.as_dict()))
    assert (told["seed"], told["world"], told["ending"], told["round"]) == (
        1,
        1,
        seen.ending.name,
        seen.round,
    )
    assert len(told["turns"]) == len(seen.turns)
    assert len(told["offers"]) == sum(turn.action == "offers" for turn in seen.turns)


def test_watch_takes_the_scenarios_seed():
    assert sim.watch(SMALL).seed == 5


@pytest.mark.parametrize("numbers", [{"seed": -1}, {"world": -1}, {"world": 2**63}])
def test_watch_refuses_numbers_that_make_no_sense(numbers):
    with pytest.raises(sim.InputError, match="expected a whole number"):
        sim.watch(SMALL, **numbers)


def test_the_last_world_that_can_be_counted_can_be_watched():
    assert sim.watch(SMALL, world=2**63 - 1).world == 2**63 - 1


def test_open_gives_the_run_that_was_stored(run, august, tmp_path):
    sim.run(august, worlds=20, seed=1, out=tmp_path)
    again = sim.open(tmp_path)
    assert isinstance(again, sim.Run)
    assert again.hash == run.hash
    assert again.table.equals(run.table)
    assert again.summary().as_dict() == run.summary().as_dict()


def test_open_refuses_what_is_no_run(tmp_path):
    with pytest.raises(sim.RunError, match="no run is here"):
        sim.open(tmp_path)


def test_errors_reach_other_processes_whole():
    error = sim.StrategyError([sim.Problem("it fails", "parties.a")], playing=True)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own)
    assert (type(again), again.problems, again.playing) == (sim.StrategyError, error.problems, True)
    assert str(again) == "it fails @ parties.a"


def test_the_model_is_public(august):
    model = sim.Negotiation(august, worlds=2, rng=1)
    model.step()
    assert model.round == 1
