"""The list of runs says what is there, and what is wrong with it."""

from pathlib import Path

from builders import a_scenario
from rich.console import Console

from sim.ensemble.listing import Listed
from sim.ensemble.manifest import Manifest
from sim.ensemble.program import Program
from sim.ensemble.request import Request
from sim.text import runs_text

CASE = a_scenario({"troops": "none some"}, {"a": {}}, ensemble={"worlds": 5000, "seed": 7}).but(name="tiny")
REQUEST = Request(CASE, "0.1")
PROGRAM = Program({}, "abc")
RESULT = {"bytes": 2_500_000, "checksum": "ab" * 32}


def shown(*runs):
    console = Console(width=120)
    with console.capture() as captured:
        console.print(runs_text(runs))
    return captured.get()


def test_nothing_is_there():
    assert shown().strip() == "No run is here."


def test_each_run_has_a_line():
    finished = Listed(Path("r/tiny/one"), "finished", 5000, Manifest(REQUEST, PROGRAM, "m", RESULT))
    begun = Listed(Path("r/tiny/two"), "unfinished", 2500, Manifest(REQUEST, PROGRAM, "m"))
    lost = Listed(Path("r/old"), "unreadable", why="the manifest is not of the format")
    text = shown(finished, begun, lost)
    assert "r/tiny/one  finished             5,000     7      0.1  2.5" in text
    assert "2,500 of 5,000" in text
    assert text.rstrip().endswith("r/old: the manifest is not of the format")
    assert "checksum" not in text


def test_checksums_are_shown_if_they_are_known():
    run = Listed(Path("r"), "finished", 5000, Manifest(REQUEST, PROGRAM, "m", RESULT), checksum="ab" * 32)
    assert "abababababababab" in shown(run)
