"""Finished runs are found and opened."""

import pytest
from builders import a_scenario

from sim.ensemble.executors import workers
from sim.ensemble.playing import play_into
from sim.ensemble.reading import find, read, state_of
from sim.ensemble.request import Request
from sim.errors import InputError, RunError
from sim.negotiation.endings import Ending

CASE = a_scenario({"troops": "none some"}, {"a": {}, "b": {}}, ensemble={"worlds": 4}).but(name="tiny")


@pytest.fixture
def kept(tmp_path):
    folder = tmp_path / "results" / "tiny" / "one"
    play_into(folder, Request(CASE, "0.0"), workers())
    return folder


def refused(verb, *given):
    with pytest.raises(InputError) as caught:
        verb(*given)
    (problem,) = caught.value.problems
    return problem.message


def test_a_run_is_opened_with_all_that_was_played(kept):
    run = read(kept)
    assert (run.case, run.case.name, run.version, run.folder) == (CASE, "tiny", "0.0", kept)
    assert state_of(kept)[1] == 4
    assert len(run.table) == run.worlds == 4


def test_columns_are_read_when_they_are_asked_for(kept):
    run = read(kept)
    assert run.frame(["round", "ending"]).columns.tolist() == ["round", "ending"]
    assert run.ended(Ending.AGREED.name, ["world"])["world"].tolist() == [0, 1, 2, 3]
    assert run.ended(Ending.DEADLINE.name, ["world"]).empty
    assert [len(part) for part in run.batches(["world"])] == [4]
    assert "did you mean 'round'" in refused(run.frame, ["rund"])
    assert "unknown column 'x'" in refused(lambda: list(run.batches(["x"])))


def test_as_xarray_it_has_axes_with_names(kept):
    data = read(kept).to_xarray()
    assert data["utility"].dims == ("world", "party")
    assert data["utility"].sel(party="b").shape == (4,)
    assert data["ending"].values.tolist() == ["AGREED"] * 4


def test_nothing_to_read(tmp_path):
    assert "no run can be read here" in refused(read, tmp_path)


def test_find_takes_the_run_itself_or_the_only_one_below(kept, tmp_path):
    assert find(kept) == find(kept.parent) == find(tmp_path) == kept


def test_find_finds_none(tmp_path):
    assert refused(find, tmp_path) == "no run is here"
    assert refused(find, tmp_path / "nowhere") == "no run is here"


def test_find_names_the_runs_to_choose_from(kept, tmp_path):
    other = kept.parent / "other"
    play_into(other, Request(CASE, "0.1"), workers())
    message = refused(find, tmp_path)
    assert str(kept) in message
    assert str(other) in message


def test_refusals_are_of_runs(tmp_path):
    with pytest.raises(RunError):
        find(tmp_path)
