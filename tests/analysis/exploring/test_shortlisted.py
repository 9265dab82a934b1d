"""The robust package, where there are one or two parties or worlds, and too many packages."""

import pytest
from builders import a_scenario

import sim
from sim.analysis.acceptability import acceptability
from sim.analysis.exploring.exploration import explore
from sim.analysis.exploring.shortlisted import shortlisted


def said(parties, worlds):
    told = {party: {"preferences": {"weights": {"x": 1}, "scores": {"x": {"u": 1}}}} for party in parties}
    run = sim.run(a_scenario({"x": "u v"}, told), worlds=worlds, seed=1)
    return shortlisted(acceptability(run), run).text


def test_one_and_two():
    one, two = said("a", 1), said("ab", 2)
    assert "(100% of 1 world, as often as 1 other)" in one
    assert "This party accepts it in 100% of the worlds" in one
    assert "If it is proposed, the one party has on average 0.00 less than at best." in one
    assert "(100% of 2 worlds, as often as 1 other)" in two
    assert "Each of these parties accepts it" in two
    assert "each of the 2 parties has on average 0.00 less" in two


@pytest.mark.parametrize(("worlds", "where"), [(1, "in the one world."), (2, "in any of 2 worlds.")])
def test_where_nothing_is_acceptable(worlds, where):
    run = sim.run(a_scenario({"x": "u v"}, {"a": {"no_deal": {"value": 2}}}), worlds=worlds, seed=1)
    assert shortlisted(acceptability(run), run).text.endswith(where)


def test_too_many_packages_are_told_to_people():
    many = a_scenario({f"i{number}": "u v" for number in range(14)}, {"a": {}})
    found = {one.about: one for one in explore(sim.run(many, worlds=1, seed=1)).findings}["shortlist"]
    assert found.text == (
        "Which package is most robust was not worked out: each of 16,384 packages would have to be compared "
        "with every other, and that is done of 8,192 at most."
    )
    assert found.numbers == {"packages": 16384, "most": 8192}
