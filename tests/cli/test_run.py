"""`sim run`: one scenario, played and kept."""

from pathlib import Path

import pytest
from calling import AUGUST, QUANTITY, RUN, files_in, interrupted, the_run, without_manifest

from sim import api
from sim.ensemble import runner, shards
from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES

SMALL = ("run", "2025-08-21", "--worlds", "12", "--seed", "1")


def test_run_stores_what_it_tells(cli, sketched, tmp_path):
    called = cli(*SMALL, "--json")
    assert (called.told["worlds"], called.told["seed"], called.told["scenario"]) == (12, 1, "2025-08-21")
    assert sum(row["count"] for row in called.told["endings"]) == 12
    folder = the_run(tmp_path)
    assert folder == tmp_path / "results" / "2025-08-21" / called.told["hash"]
    assert api.open(folder).summary().as_dict() == called.told
    assert sketched == [Path("results/2025-08-21", folder.name, "pictures")]


def test_run_tells_people(cli, sketched):
    called = cli(*SMALL)
    for heading in ("How it ends", "What is agreed", "Mean utility", "95% interval"):
        assert heading in called.out
    assert "12 worlds, seed 1" in called.out
    assert "Stored in results/2025-08-21/" in called.err


def test_run_leaves_small_tables_beside_the_worlds(run, tmp_path):
    told = run("--json").told
    endings = (the_run(tmp_path) / "tables" / "endings.csv").read_text("utf-8").splitlines()
    assert len(endings) == 1 + len(told["endings"])
    assert {"endings.csv", "agreements.csv", "utilities.csv"} <= set(files_in(the_run(tmp_path) / "tables"))


def test_run_again_finds_the_finished_run(run, sketched, tmp_path, monkeypatch):
    first, before = run("--json"), files_in(tmp_path)
    monkeypatch.setattr(Negotiation, "step", interrupted)  # nothing is played the second time
    second = run("--json")
    assert second.out == first.out
    assert second.err == (
        f"This run is finished: results/tiny/{first.told['hash']} (--again plays it again and compares)\n"
    )
    assert files_in(tmp_path) == before
    assert len(sketched) == 1


def test_another_seed_is_another_run(run, tmp_path):
    run()
    run("--seed", 2)
    assert len(list(tmp_path.rglob("manifest.json"))) == 2


def test_run_again_compares(run, tmp_path):
    first, before = run("--json"), files_in(tmp_path)
    again = run("--again", "--json")
    assert again.out == first.out
    assert "Played again: every world ended as in results" in again.err
    assert files_in(tmp_path) == before


def test_run_again_notices_a_difference_and_keeps_what_was(run, tmp_path):
    run()
    (file,) = (the_run(tmp_path) / "worlds").iterdir()
    table = shards.decode(file.read_bytes())
    file.unlink()
    shards.keep(
        shards.encode(table.drop_columns("round").append_column("round", table["package"])), file.parent, 0
    )
    before = files_in(tmp_path)
    again = run("--again")
    assert again.code == 2
    assert "outcomes differ from those kept, in worlds 0 to 11" in again.err
    assert files_in(tmp_path) == before


def test_the_batch_changes_no_byte(run, tmp_path):
    whole, pieces = run("--out", "whole", "--json"), run("--out", "pieces", "--json", "--batch", 7)
    assert pieces.out == whole.out
    kept = [files_in(tmp_path / out) for out in ("pieces", "whole")]
    assert without_manifest(kept[0]) == without_manifest(kept[1])


def test_the_batch_is_how_many_are_played_at_once(run, monkeypatch):
    sizes = []

    class Noted(Negotiation):
        def __init__(self, case, worlds, **rest):
            sizes.append(worlds)
            super().__init__(case, worlds, **rest)

    monkeypatch.setattr(runner, "Negotiation", Noted)
    run("--batch", 7)
    assert sizes == [7, 5]


def test_a_batch_of_none_is_wrong_even_where_nothing_would_be_played(run):
    run()
    assert run("--batch", 0).code == 2


def test_numbers_not_given_are_the_scenarios(cli, sketched, tmp_path):
    text = AUGUST.read_text("utf-8").replace("worlds: 10000, seed: 20250821", "worlds: 3, seed: 5")
    Path("mine.yaml").write_text(text, encoding="utf-8")
    told = cli("run", "mine.yaml", "--json").told
    assert (told["scenario"], told["worlds"], told["seed"]) == ("mine", 3, 5)
    assert the_run(tmp_path).parent == tmp_path / "results" / "mine"


def test_run_of_a_changed_scenario_is_another_run(run, tmp_path):
    first = run("--json").told
    changed = run("--set", "negotiation.rounds=1", "--set", "scenario=One round", "--json").told
    assert (changed["scenario"], changed["title"]) == (first["scenario"], "One round")
    assert changed["hash"] != first["hash"]
    case = api.open(tmp_path / "results" / "tiny" / changed["hash"]).case
    assert case == api.load("tiny.yaml", {"negotiation.rounds": 1, "scenario": "One round"})


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_every_protocol_can_be_set(tiny, protocol):
    change = ("--set", f"negotiation.protocol={protocol}", "--json")
    assert sum(row["count"] for row in tiny(*RUN, *change).told["endings"]) == 12
    assert tiny("watch", "tiny.yaml", *change).told["protocol"] == protocol


@pytest.mark.parametrize("strategy", list(STRATEGIES))
def test_every_strategy_can_be_set(run, tmp_path, strategy):
    considerate = {"a": "false", "b": "true"}
    told = [
        f"parties.{party}.strategy={{name: {strategy}, considerate: {considerate[party]}}}" for party in "ab"
    ]
    assert run(*(word for change in told for word in ("--set", change)), "--json").told["worlds"] == 12
    played = [party.strategy for party in api.open(the_run(tmp_path)).case.parties.values()]
    assert [(one.name, one.considerate) for one in played] == [(strategy, False), (strategy, True)]


@pytest.mark.parametrize(
    "design", ["latin_hypercube", "sobol", f"{{factorial: {{{QUANTITY}: 4, parties.a.no_deal.value: 2}}}}"]
)
def test_every_design_can_be_set(run, tmp_path, design):
    sized = ("--set", "ensemble.worlds=16", "--json")
    told = run(*sized, "--set", f"ensemble.design={design}").told
    drawn = api.open(the_run(tmp_path)).draws([QUANTITY])[QUANTITY]
    assert told["hash"] != run(*sized).told["hash"]
    quarters = ((drawn - 0.1) // 0.15).value_counts()
    assert quarters.tolist() == [4, 4, 4, 4]  # as balanced as random draws hardly ever are


def test_correlations_can_be_set(run, tmp_path):
    pair = ["parties.a.no_deal.value", QUANTITY]
    told = run("--set", f"correlate=[{{between: [{', '.join(pair)}], rank: 0.99}}]", "--json").told
    draws = api.open(tmp_path / "results" / "tiny" / told["hash"]).draws(pair)
    assert draws[pair].corr("spearman").iloc[0, 1] > 0.8


def test_worlds_may_be_asked_for_that_fit_the_design(run):
    design = f"ensemble.design={{factorial: {{{QUANTITY}: 5}}}}"
    assert run("--worlds", 15, "--set", design, "--json").told["worlds"] == 15


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("ensemble.design=sobl", "unknown design 'sobl', did you mean 'sobol'? expected one of random,"),
        (f"ensemble.design={{factorial: {{{QUANTITY}: 5}}}}", "12 worlds are no multiple of the 5"),
        (f"correlate=[{{between: [{QUANTITY}, about], rank: 0.5}}]", "unknown quantity 'about'"),
        (
            f"correlate=[{{between: [{QUANTITY}, parties.a.no_deal.value], rank: 2}}]",
            "rank of 2, expected a number above -1 and below 1",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told(run, tmp_path, change, said):
    called = run("--set", change)
    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert not (tmp_path / "results").exists()
