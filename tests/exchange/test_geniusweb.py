import json

import numpy as np
import pytest
from domains import put, summed, utilities

from sim.errors import InputError
from sim.exchange import read

ISSUES = {"place": {"values": ["Rome", "Oslo"]}, "days": {"range": ["1", "3", "1"]}}


def trip(folder, **more):
    """Put a domain of GeniusWeb with one profile into a folder."""
    put(folder, "trip.json", json.dumps({"name": "trip", "issuesValues": ISSUES}))
    space = {
        "name": "ann",
        "issueWeights": {"place": 0.25, "days": 0.75},
        "issueUtilities": {
            "place": {"discreteutils": {"valueUtilities": {"Rome": 1, "Oslo": 0.5}}},
            "days": {"numberutils": {"lowValue": 1, "lowUtility": 0, "highValue": 3, "highUtility": 1}},
        },
        **more,
    }
    put(folder, "ann.json", json.dumps({"LinearAdditiveUtilitySpace": space}))
    return folder


def test_a_linear_additive_space(tmp_path):
    found = read(trip(tmp_path))
    assert (found.form, found.scenario.title, list(found.scenario.parties)) == ("geniusweb", "trip", ["ann"])
    assert list(found.scenario.issues["days"].options) == ["1", "2", "3"]
    expected = summed((0.25, 0.75), ((1, 0.5), (0, 0.5, 1)))
    np.testing.assert_allclose(utilities(found.scenario)[0], expected, atol=1e-12)


def test_no_deal_is_worth_the_reservation_bid(tmp_path):
    bid = {"issuevalues": {"place": "Oslo", "days": "2"}}
    found = read(trip(tmp_path, reservationBid=bid))
    assert found.scenario.parties["ann"].no_deal.value.mean == 0.5
    assert "the reservation bid is worth 0.5" in found.notes[0].text
    partial = read(trip(tmp_path, reservationBid={"issuevalues": {"place": "Oslo"}}))
    assert partial.scenario.parties["ann"].no_deal.value.mean == 0
    assert "does not settle every issue" in partial.lost[0].text


def test_what_is_wrong_is_told_at_once(tmp_path):
    folder = trip(tmp_path, issueWeights={"days": "x"}, issueUtilities={})
    with pytest.raises(InputError) as refused:
        read(folder)
    assert [problem.message for problem in refused.value.problems] == [
        "issue 'place' has no weight, expected a number under 'issueWeights'",
        "issue 'place' has no utility for 'Rome', 'Oslo'",
        "issue 'days' has no weight, expected a number under 'issueWeights'",
        "issue 'days' has no utility for '1', '2', '3'",
    ]


def test_other_spaces_are_refused(tmp_path):
    put(trip(tmp_path), "bob.json", json.dumps({"SumOfGroupsUtilitySpace": {}}))
    with pytest.raises(InputError, match="SumOfGroupsUtilitySpace cannot be represented"):
        read(tmp_path)


def test_half_a_character(tmp_path):
    file = trip(tmp_path) / "trip.json"
    put(tmp_path, "trip.json", file.read_text("utf-8").replace('"trip"', '"tr\\ud800ip"'))
    with pytest.raises(InputError, match="which is half a character"):
        read(tmp_path)


def test_no_json(tmp_path):
    put(trip(tmp_path), "bob.json", '{"a":\n')
    with pytest.raises(InputError, match=r"not JSON: Expecting value \(.*bob.json, line 2\)"):
        read(tmp_path)
