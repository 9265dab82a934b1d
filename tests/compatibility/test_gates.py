"""Conditions as clauses: each literal is true in just the models where its condition is."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.compatibility.gates import TRUE, Gates, Patterns
from sim.compatibility.sat_solver import new_solver


def is_true(gates, literal, choices):
    """Say whether a literal is true where these variables are; it must be one or the other."""
    solver = new_solver(gates.clauses)
    can, cannot = solver.solve([*choices, literal]), solver.solve([*choices, -literal])
    assert can != cannot
    return can


@given(st.integers(1, 12).flatmap(lambda n: st.tuples(st.just(n), st.frozensets(st.integers(0, n - 1)))))
def test_listed_is_true_for_the_listed_members_of_a_group(group):
    count, places = group
    gates = Gates()
    variables = gates.one_hot(count)
    listed = gates.listed(variables, places)
    assert [is_true(gates, listed, [variable]) for variable in variables] == [
        n in places for n in range(count)
    ]


@pytest.mark.parametrize("count", [1, 2, 6, 7, 30])
def test_exactly_one_of_a_group(count):
    gates = Gates()
    variables = gates.one_hot(count)
    solver = new_solver(gates.clauses)
    assert all(solver.solve([variable]) for variable in variables)
    assert not solver.solve([-variable for variable in variables])
    assert not any(solver.solve([a, b]) for a, b in product(variables, repeat=2) if a != b)


@given(st.lists(st.integers(-4, 4).filter(bool), max_size=5))
def test_all_of_and_any_of(signs):
    gates = Gates()
    variables = [TRUE, *(gates.new() for _ in range(3))]
    literals = [variables[abs(sign) - 1] * (1 if sign > 0 else -1) for sign in signs]
    every, some = gates.all_of(literals), gates.any_of(literals)
    for values in product([1, -1], repeat=3):
        chosen = [TRUE, *(value * variable for value, variable in zip(values, variables[1:], strict=True))]
        assert is_true(gates, every, chosen) == all(literal in chosen for literal in literals)
        assert is_true(gates, some, chosen) == any(literal in chosen for literal in literals)


def test_a_pattern_is_matched_by_all_of_its_issues_and_touched_by_any():
    gates = Gates()
    options = {
        "x": dict(zip("ab", gates.one_hot(2), strict=True)),
        "y": dict(zip("cde", gates.one_hot(3), strict=True)),
    }
    patterns = Patterns(gates, options)
    pattern = {"y": ["c", "e"], "x": ["b"]}
    match, touch = patterns.match(pattern), patterns.touch(pattern)
    for x, y in product("ab", "cde"):
        choices = [options["x"][x], options["y"][y]]
        assert is_true(gates, match, choices) == (x == "b" and y in "ce")
        assert is_true(gates, touch, choices) == (x == "b" or y in "ce")
    assert patterns.match({}) == TRUE
    assert patterns.touch({}) == -TRUE
