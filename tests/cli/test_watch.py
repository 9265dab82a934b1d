"""`sim watch`."""

from pathlib import Path

from builders import a_scenario
from calling import ISSUES, files_in, interrupted

from sim.language import dump
from sim.negotiation.model import Negotiation

WATCH = ("watch", "2025-08-21", "--seed", "1", "--world", "3")


def test_watch_tells_programs(cli):
    told = cli("watch", "2025-08-21", "--seed", "1", "--world", "3", "--json").told
    assert {"ending", "round", "agreement", "offers"} <= set(told)
    assert all(set(offer) == {"round", "party", "package"} for offer in told["offers"])
    assert (told["offers"][0]["round"], told["offers"][0]["party"]) == (1, "france")
    assert all(set(offer["package"]) == ISSUES for offer in told["offers"])
    assert [offer["round"] for offer in told["offers"]] == sorted(offer["round"] for offer in told["offers"])
    assert told["offers"][-1]["round"] <= told["round"] <= 40
    assert told["agreement"] is None or told["agreement"] == told["offers"][-1]["package"]
    assert all(len(party["utilities"]) == told["round"] for party in told["parties"].values())
    assert {"protocol", "rounds", "gives_way", "reasons"} <= set(told)


def test_watch_tells_worlds_without_a_deal(cli):
    lines = {party: {"red_lines": {f"no-{o}": {"forbid": {"x": o}}}} for party, o in (("a", "u"), ("b", "v"))}
    hopeless = a_scenario({"x": "u v"}, lines, negotiation={"rounds": 2})
    Path("hopeless.yaml").write_text(dump(hopeless), encoding="utf-8")
    told = cli("watch", "hopeless.yaml", "--json").told
    assert (told["ending"], told["round"], told["agreement"]) == ("NO_ZOPA", 2, None)
    assert [(offer["party"], offer["package"]) for offer in told["offers"]] == [
        ("a", {"x": "v"}), ("b", {"x": "u"}), ("a", {"x": "v"}), ("b", {"x": "u"})
    ]  # fmt: skip


def test_watch_tells_people(cli):
    called = cli("watch", "2025-08-21", "--seed", "1", "--world", "3")
    assert "Round 1\n" in called.out
    assert "France offers" in called.out
    assert "refuses (it " in called.out


def test_watch_of_a_changed_scenario(cli):
    changes = ("--set", "negotiation.rounds=2", "--set", "ensemble.seed=3")
    told = cli("watch", "2025-08-21", *changes, "--json").told
    assert told["seed"] == 3
    assert told["round"] <= 2


def test_watch_writes_a_page_that_says_how_to_see_it_again(cli):
    called = cli(*WATCH, "--set", "negotiation.rounds=4", "--html", "pages/story.html")
    assert (called.code, called.out, called.err) == (0, "", "The story is in pages/story.html\n")
    page = Path("pages/story.html").read_text("utf-8")
    assert "sim watch 2025-08-21 --set negotiation.rounds=4 --seed 1 --world 3" in page
    assert list(files_in(Path("pages"))) == ["story.html"]


def test_the_same_story_has_the_same_bytes(cli):
    for name in ("one.html", "other.html"):
        cli(*WATCH, "--html", name)
    assert Path("one.html").read_bytes() == Path("other.html").read_bytes()


def test_watch_overwrites_no_file(cli, monkeypatch):
    Path("story.html").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(Negotiation, "play", interrupted)  # nothing is played in vain
    called = cli(*WATCH, "--html", "story.html")
    assert (called.code, called.out) == (2, "")
    assert called.err == "a file is there already and is not overwritten (story.html)\n"
    assert Path("story.html").read_text("utf-8") == "mine"


def test_watch_gives_one_answer_at_a_time(cli, tmp_path):
    called = cli(*WATCH, "--html", "story.html", "--json")
    assert (called.code, called.out) == (2, "")
    assert "--html and --json ask for different answers, expected one of them" in called.err
    assert list(tmp_path.iterdir()) == []


def test_watch_draws_what_it_tells(cli, sketched):
    called = cli(*WATCH, "--picture", "drawn")
    assert called.out == cli(*WATCH).out
    assert "Pictures in drawn: negotiation_path.png" in called.err
    cli(*WATCH, "--html", "story.html", "--picture", "also")
    assert [str(folder) for folder in sketched] == ["drawn", "also"]
