"""The SAT model says what the grid says, and what follows from the definitions package by package."""

import subprocess
import sys

import numpy as np
import pytest
from builders import a_scenario
from disputes import disputes, words
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.compatibility import bits, positions
from sim.compatibility.sat_model import SatModel
from sim.errors import InputError

PLENTY = 10_000


def places_in(case):
    return st.frozensets(st.integers(0, max(0, len(case.red_lines) - 1)), max_size=len(case.red_lines))


def stopped_by(lines, case):
    return [index for index, word in words(case).items() if word == lines]


def minimal_openings(case):
    some = {word for word in words(case).values() if word}
    return {word for word in some if not any(other < word for other in some)}


def large(lines, *, issues=30, parties=4):
    """Build a case of 2^issues packages whose red lines {id: {...}} are shared out evenly."""
    names = list(lines)
    return a_scenario(
        {f"i{n}": "no yes" for n in range(issues)},
        {f"p{n}": {"red_lines": {name: lines[name] for name in names[n::parties]}} for n in range(parties)},
    )


@settings(max_examples=examples(20), deadline=None)
@given(st.one_of(disputes(), scenarios()))
def test_grid_and_model_say_the_same(case):
    public, model = positions(case), SatModel(case)
    grid = {
        int(index): frozenset(bits.unpack(public.blocking[index], len(case.red_lines)).nonzero()[0].tolist())
        for index in np.flatnonzero(public.possible)
    }
    assert words(case) == grid
    assert {word: model.blocked_by(word, PLENTY) for word in grid.values()} == {
        word: (stopped_by(word, case), True) for word in grid.values()
    }
    assert set(model.openings(PLENTY)[0]) == minimal_openings(case)
    assert len(model.compatible(PLENTY)[0]) == list(grid.values()).count(frozenset())


@given(disputes(), st.data())
def test_a_set_of_lines_is_satisfiable_if_some_package_is_blocked_by_none_of_them(case, data):
    held = data.draw(places_in(case))
    free = [index for index, word in words(case).items() if not word & held]
    model = SatModel(case)
    assert model.satisfiable(held) == bool(free)
    assert model.witness(held) == min(free, default=None)


@given(disputes())
def test_packages_are_found_in_index_order(case):
    model = SatModel(case)
    assert model.compatible(PLENTY) == (stopped_by(frozenset(), case), True)
    assert model.witness() == min(stopped_by(frozenset(), case), default=None)
    for line in range(len(case.red_lines)):
        alone = stopped_by(frozenset({line}), case)
        assert model.near_miss(line) == min(alone, default=None)
        assert model.blocked_by(frozenset({line}), PLENTY) == (alone, True)


@given(disputes())
def test_openings_are_the_minimal_sets_that_stop_some_package(case):
    found, whole = SatModel(case).openings(PLENTY)
    assert whole
    assert found == sorted(minimal_openings(case), key=lambda lines: (len(lines), sorted(lines)))


@given(disputes(), st.integers(0, 3))
def test_cut_lists_hold_what_comes_first_and_say_so(case, most):
    model = SatModel(case)
    packages, all_packages = model.compatible(most)
    assert packages == stopped_by(frozenset(), case)[:most]
    assert all_packages == (len(stopped_by(frozenset(), case)) <= most)
    expected = minimal_openings(case)
    openings, all_openings = model.openings(most)
    assert set(openings) <= expected
    assert sorted(map(len, openings)) == sorted(map(len, expected))[:most]
    assert all_openings == (len(expected) <= most)


@given(disputes(), st.data())
def test_a_probe_names_more_lines_that_can_be_held_or_fewer_that_cannot(case, data):
    held = data.draw(places_in(case))
    satisfiable, lines = SatModel(case).probe(held)
    assert lines >= held if satisfiable else lines <= held
    assert satisfiable == any(not word & held for word in words(case).values())
    assert satisfiable == any(not word & lines for word in words(case).values())


@given(disputes(), st.data())
def test_lines_that_are_not_heeded_block_nothing(case, data):
    stated, heeded = range(len(case.red_lines)), data.draw(places_in(case))
    model = SatModel(case, heeded)
    left = {index: word & heeded for index, word in words(case).items()}
    assert model.compatible(PLENTY)[0] == [index for index, word in left.items() if not word]
    for line in set(stated) - heeded:
        assert model.near_miss(line) is None
        assert model.satisfiable(frozenset({line})) == bool(left)


@settings(max_examples=examples(25))
@given(disputes())
def test_questions_do_not_change_answers(case):
    asked, fresh = SatModel(case), SatModel(case)
    openings = asked.openings(PLENTY)
    assert asked.openings(PLENTY) == openings
    assert asked.compatible(PLENTY) == fresh.compatible(PLENTY)
    assert fresh.openings(PLENTY) == openings


def test_three_lines_by_hand():
    case = a_scenario(
        {"troops": "none few many", "army": "small big"},
        {
            "a": {"red_lines": {"no-troops": {"forbid": {"troops": ["few", "many"]}}}},
            "b": {
                "red_lines": {"troops": {"require": {"troops": ["few", "many"]}, "unless": {"army": "big"}}}
            },
            "c": {
                "red_lines": {"small": {"forbid": {"army": "big"}}},
                "consent": {"when": {"troops": "none"}},
            },
        },
    )
    model = SatModel(case)
    assert model.compatible(PLENTY) == ([], True)
    assert model.witness() is None
    assert model.witness(frozenset({0, 1})) == case.space.index({"troops": "none", "army": "big"})
    assert model.openings(PLENTY) == ([frozenset({0}), frozenset({1}), frozenset({2})], True)
    assert model.near_miss(0) == case.space.index({"troops": "few", "army": "small"})
    assert model.blocked_by(frozenset({0}), most=3) == ([2, 3, 4], False)


def test_rules_that_leave_nothing():
    rules = [{"forbid": {"troops": option}, "because": "no"} for option in ("none", "some")]
    line = {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}}
    model = SatModel(a_scenario({"troops": "none some"}, {"a": line}, rules=rules))
    assert not model.satisfiable(frozenset())
    assert model.probe(frozenset({0})) == (False, frozenset())
    assert model.compatible(PLENTY) == model.openings(PLENTY) == ([], True)


def test_no_red_lines_at_all():
    model = SatModel(a_scenario({"troops": "none some", "army": "big"}, {"a": {}}))
    assert model.compatible(PLENTY) == ([0, 1], True)
    assert model.openings(PLENTY) == ([], True)


@pytest.mark.parametrize("options", [1, 2, 6, 7, 40])
def test_issues_of_any_number_of_options(options):
    ids = [f"o{n}" for n in range(options)]
    lines = {f"l{n}": {"forbid": {"x": option}} for n, option in enumerate(ids)}
    case = a_scenario({"x": " ".join(ids), "y": "one two"}, {"a": {"red_lines": lines}})
    model = SatModel(case)
    assert model.openings(PLENTY) == ([frozenset({line}) for line in range(options)], True)
    assert [model.near_miss(line) for line in range(options)] == [2 * line for line in range(options)]


def test_more_than_64_lines():
    lines = {f"l{n}": {"forbid": {f"i{n}": "yes"}} for n in range(130)}
    model = SatModel(large(lines, issues=130))
    assert model.witness() == 0
    # Lines are in the order of the parties: p0 states l0, l4, ..., so l129 of p1 is not the last.
    last = list(large(lines, issues=130).red_lines).index("l129")
    assert last != 129
    assert model.near_miss(last) == 1
    assert model.openings(most=200) == ([frozenset({line}) for line in range(130)], True)


def test_spaces_beyond_63_bits():
    required = {f"need{n}": {"require": {f"i{n}": "yes"}} for n in range(80)}
    case = large(required, issues=80)
    model = SatModel(case)
    assert case.space.size == 2**80
    assert model.compatible(most=5) == ([2**80 - 1], True)
    assert set(case.space.package(2**80 - 1).values()) == {"yes"}
    first = list(case.red_lines).index("need0")
    assert model.near_miss(first) == 2**79 - 1
    assert case.space.index(case.space.package(2**79 - 1)) == 2**79 - 1


def test_a_billion_packages_and_forty_lines():
    lines = {f"l{n}": {"forbid": {f"i{n % 30}": "yes", f"i{(7 * n + 1) % 30}": "yes"}} for n in range(39)}
    model = SatModel(large({**lines, "some": {"require": {"i0": "yes"}}}))
    index = model.witness()
    assert index == 2**29
    assert model.openings(most=PLENTY)[1]
    assert model.compatible(most=3) == ([2**29, 2**29 + 1, 2**29 + 2], False)


def test_without_python_sat_the_message_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    monkeypatch.setitem(sys.modules, "pysat.card", None)
    with pytest.raises(InputError, match=r"pip install 'guarantee-sim\[sat\]'"):
        SatModel(a_scenario({"troops": "none some"}, {"a": {}}))


def test_python_sat_is_imported_only_when_a_model_is_made():
    modules = "sim.compatibility.sat_model, sim.compatibility.marco"
    code = f"import sys, sim, {modules}; assert 'pysat' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
