"""A manifest that describes no run is told from one that does."""

import json

import pytest
from builders import a_scenario

from sim.ensemble.manifest import MANIFEST, Manifest, read_manifest, write_manifest
from sim.ensemble.program import this_program
from sim.ensemble.request import Request
from sim.errors import RunError

CASE = a_scenario({"troops": "none some"}, {"a": {}}, ensemble={"worlds": 5, "seed": 2**64}).but(name="tiny")
BEGUN = Manifest(Request(CASE, "0.1", {"mine": "ab12"}), this_program(), mark="abc")


@pytest.fixture
def kept(tmp_path):
    write_manifest(BEGUN, tmp_path)
    return tmp_path


def tamper(kept, **changes):
    told = json.loads((kept / MANIFEST).read_text("utf-8")) | changes
    left = {key: value for key, value in told.items() if value != "remove"}
    (kept / MANIFEST).write_text(json.dumps(left), encoding="utf-8")


def refused(place):
    with pytest.raises(RunError) as caught:
        read_manifest(place)
    (problem,) = caught.value.problems
    return problem.message


def test_it_is_read_as_it_was_written(kept):
    again = read_manifest(kept)
    assert (again.request.case, again.request.case.name) == (CASE, "tiny")
    assert again.request.hash == BEGUN.request.hash
    assert (again.program, again.mark, again.finished) == (this_program(), "abc", False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no run can be read here"),
        ("", "no run can be read here"),
        ("[]", "not of the format"),
        ('{"format": "something else"}', "not of the format"),
    ],
)
def test_what_is_none(kept, text, said):
    (kept / MANIFEST).write_text(text)
    assert said in refused(kept)


def test_there_is_none(tmp_path):
    assert "no run can be read here" in refused(tmp_path)


@pytest.mark.parametrize("key", ["name", "worlds", "seed", "version", "scenario", "mark", "result"])
def test_one_that_lacks_a_key(kept, key):
    tamper(kept, **{key: "remove"})
    assert refused(kept) == f"this run is damaged: its manifest has no '{key}'"


@pytest.mark.parametrize(
    "changes",
    [
        {"scenario": {"scenario": "nothing more"}},
        {"scenario": 3},
        {"code": 3},
        {"code": {"mine": "ab13"}},
        {"worlds": 6},
        {"seed": 1},
        {"version": "0.2"},
        {"hash": "abc"},
    ],
)
def test_one_that_does_not_describe_what_was_played(kept, changes):
    tamper(kept, **changes)
    assert refused(kept).startswith("this run is damaged: ")
