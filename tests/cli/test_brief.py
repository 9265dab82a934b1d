"""`sim brief`."""

from pathlib import Path

from calling import files_in, interrupted

from sim.negotiation.model import Negotiation

BRIEF = ("brief", "tiny.yaml", "--worlds", "3")
FILES = ["index.html", "instructor.html", "role-a.html", "role-b.html"]


def test_papers_are_written_by_case_seed_and_world(tiny):
    called = tiny(*BRIEF, "--world", "2")
    assert (called.code, called.out) == (0, "")
    assert called.err == (
        "The papers are in results/tiny/brief-3-2; begin with index.html\n"
        "They have the case's own seed, which everybody knows: for a class, choose one with --seed\n"
    )
    assert sorted(path.name for path in Path("results/tiny/brief-3-2").iterdir()) == FILES


def test_papers_say_how_to_make_them_again(tiny):
    own = ("--seed", "7", "--code", "heron", "--out", "class", "--format", "md")
    called = tiny(*BRIEF, "--set", "negotiation.rounds=4", *own)
    assert called.err == "The papers are in class; begin with index.md\n"
    text = Path("class/instructor.md").read_text("utf-8")
    assert "```text\nsim brief tiny.yaml --set negotiation.rounds=4 --seed 7 --world 0 --code heron\n" in text
    assert ", classroom heron.\n" in Path("class/role-a.md").read_text("utf-8")
    assert "There are at most 4 rounds." in Path("class/role-a.md").read_text("utf-8")


def test_the_same_papers_have_the_same_bytes(tiny):
    for folder in ("one", "other"):
        tiny(*BRIEF, "--out", folder)
    assert [Path("one", file).read_bytes() for file in FILES] == [
        Path("other", file).read_bytes() for file in FILES
    ]


def test_brief_tells_programs_and_writes_nothing(tiny):
    before = list(files_in(Path()))
    told = tiny(*BRIEF, "--json").told
    assert told["classroom"] is None
    assert (told["scenario"], told["seed"], told["world"], told["worlds"]) == ("tiny", 3, 0, 3)
    assert list(told["parties"]) == ["a", "b"]
    assert told["parties"]["b"]["red_lines"] == {}
    assert set(told["zopa"]) == {"count", "of", "efficient", "by_rounding", "packages"}
    assert all(isinstance(question, str) for question in told["questions"])
    assert list(files_in(Path())) == before


def test_brief_overwrites_nothing_and_plays_nothing_in_vain(tiny, monkeypatch):
    Path("class").mkdir()
    Path("class/mine.html").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(Negotiation, "play", interrupted)
    called = tiny(*BRIEF, "--out", "class")
    assert (called.code, called.out) == (2, "")
    assert called.err == ("the folder holds something already, expected a new or an empty folder (class)\n")
    assert [path.name for path in Path("class").iterdir()] == ["mine.html"]


def test_wrong_input_is_told(tiny):
    assert "unknown format 'pdf'" in tiny(*BRIEF, "--format", "pdf").err
    assert "ask for different answers" in tiny(*BRIEF, "--out", "class", "--json").err
    assert tiny(*BRIEF, "--world", "-1").code == 2
    assert tiny(*BRIEF, "--code", "").err.startswith("code is '', expected a word for the classroom")
    assert not Path("class").exists()
    assert not Path("results").exists()
