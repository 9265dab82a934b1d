"""Conflicts and concessions by MARCO: by their definitions, and against CPMpy's own MARCO on OR-Tools."""

from itertools import combinations

import cpmpy
import pytest
from cpmpy.tools import explain
from disputes import disputes
from examples import examples
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sim.compatibility.marco import guided_marco, marco
from sim.compatibility.sat_model import SatModel

LINES = 6
PLENTY = 10_000
PACKAGES = st.lists(st.frozensets(st.integers(0, LINES - 1)), max_size=12)
"""The lines that block each package; without a package nothing can be held, not even no line at all."""


def oracle(packages):
    return lambda lines: any(not (package & lines) for package in packages)


def is_conflict(lines, satisfiable):
    return not satisfiable(lines) and all(satisfiable(lines - {line}) for line in lines)


def is_concession(lines, satisfiable, everything):
    kept = everything - lines
    return satisfiable(kept) and not any(satisfiable(kept | {line}) for line in lines)


def every_set(lines):
    return [frozenset(some) for size in range(len(lines) + 1) for some in combinations(sorted(lines), size)]


def assert_is_everything(found, satisfiable, count):
    everything = frozenset(range(count))
    sets = every_set(everything)
    assert found.complete
    assert list(found.conflicts) == [lines for lines in sets if is_conflict(lines, satisfiable)]
    assert list(found.concessions) == [
        lines for lines in sets if is_concession(lines, satisfiable, everything)
    ]


@given(PACKAGES)
def test_it_finds_all_conflicts_and_concessions_in_order(packages):
    assert_is_everything(marco(oracle(packages), LINES, PLENTY), oracle(packages), LINES)


@given(PACKAGES, st.integers(0, 5))
def test_cut_lists_hold_conflicts_and_concessions_and_say_that_there_may_be_more(packages, most):
    satisfiable = oracle(packages)
    found, whole = marco(satisfiable, LINES, most), marco(satisfiable, LINES, PLENTY)
    assert max(len(found.conflicts), len(found.concessions)) <= most
    assert set(found.conflicts) <= set(whole.conflicts)
    assert set(found.concessions) <= set(whole.concessions)
    assert found.complete == (found == whole)


def test_lines_that_can_all_be_held():
    found = marco(oracle([frozenset()]), LINES, PLENTY)
    assert (found.conflicts, found.concessions) == ((), (frozenset(),))


def test_nothing_can_be_held():
    found = marco(oracle([]), LINES, PLENTY)
    assert (found.conflicts, found.concessions, found.complete) == ((frozenset(),), (), True)


def test_no_lines():
    assert marco(oracle([frozenset()]), 0, PLENTY).concessions == (frozenset(),)
    assert marco(oracle([]), 0, PLENTY).conflicts == (frozenset(),)


def test_a_guided_oracle_is_asked_less_often():
    pairs = [frozenset({line, line + 20}) for line in range(20)]
    asked = {"plain": 0, "guided": 0}

    def plain(lines):
        asked["plain"] += 1
        return not any(pair <= lines for pair in pairs)

    def guided(lines):
        asked["guided"] += 1
        clash = next((pair for pair in pairs if pair <= lines), None)
        return (True, lines) if clash is None else (False, clash)

    found = marco(plain, 40, most=20)
    assert guided_marco(guided, 40, most=20).conflicts == found.conflicts == tuple(pairs)
    assert asked["guided"] * 4 < asked["plain"]


@given(disputes())
def test_with_the_sat_model_as_oracle_and_its_openings_are_the_concessions(case):
    model = SatModel(case)
    found = guided_marco(model.probe, len(case.red_lines), PLENTY)
    assert_is_everything(found, model.satisfiable, len(case.red_lines))
    assert found == marco(model.satisfiable, len(case.red_lines), PLENTY)
    if model.witness() is None and model.satisfiable(frozenset()):
        assert list(found.concessions) == model.openings(PLENTY)[0]


NEVER = cpmpy.BoolVal(arg=False)

# CPMpy states the same scenario in constraints of its own, and solves it with OR-Tools.


def as_constraints(case):
    """Return the rules, and for each line that it does not block."""
    answers = {
        name: cpmpy.intvar(0, len(issue.ids) - 1, name=f"issue{n}")
        for n, (name, issue) in enumerate(case.issues.items())
    }

    def answered(issue, options):
        return cpmpy.any([answers[issue] == case.issues[issue].ids.index(option) for option in options])

    def match(pattern):
        return cpmpy.all([answered(issue, options) for issue, options in pattern.items()])

    def let_off(party, line):
        exempt = match(line.unless) if line.unless is not None else NEVER
        if party.consent == "never":
            return ~NEVER
        if party.consent == "always":
            return exempt
        return exempt | ~cpmpy.any([answered(issue, asked) for issue, asked in party.consent.when.items()])

    hard = [~match(rule.forbid) for rule in case.rules]
    hard += [answer >= 0 for answer in answers.values()]
    soft = [
        let_off(case.parties[party], line)
        | (~match(line.forbid) if line.forbid is not None else match(line.require))
        for party, line in case.red_lines.values()
    ]
    return soft, hard


def places(constraints, soft):
    return frozenset(place for place, one in enumerate(soft) if any(one is other for other in constraints))


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(disputes(least=3))
def test_cpmpy_finds_the_same(case):
    model = SatModel(case)
    assume(case.red_lines and model.witness() is None and model.satisfiable(frozenset()))
    soft, hard = as_constraints(case)
    found = guided_marco(model.probe, len(soft), PLENTY)
    assert not cpmpy.Model(hard + soft).solve()
    assert cpmpy.Model(hard).solve()
    theirs = [(kind, places(constraints, soft)) for kind, constraints in explain.marco(soft, hard)]
    assert {lines for kind, lines in theirs if kind == "MUS"} == set(found.conflicts)
    # CPMpy never asks about no lines at all, and so misses the concession of everything.
    everything = frozenset(range(len(soft)))
    assert {lines for kind, lines in theirs if kind == "MCS"} == set(found.concessions) - {everything}
    assert places(explain.mus(soft, hard), soft) in found.conflicts


@pytest.mark.parametrize("most", [1, 2])
def test_results_are_sorted_by_size_then_members(most):
    packages = [frozenset({0, 1}), frozenset({2}), frozenset({3, 4, 5})]
    found = marco(oracle(packages), LINES, PLENTY)
    assert found.concessions == (frozenset({2}), frozenset({0, 1}), frozenset({3, 4, 5}))
    assert found.conflicts[0] == frozenset({0, 2, 3})
    assert not marco(oracle(packages), LINES, most).complete
