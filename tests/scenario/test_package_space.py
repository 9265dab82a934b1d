"""Packages are counted off with the last issue fastest, and rules leave some out."""

from itertools import product

import numpy as np
import pytest
from builders import a_scenario
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario import Issue, PackageSpace, Rule

SHAPES = st.lists(st.integers(1, 4), min_size=1, max_size=5)


def space(shape, rules=()):
    return PackageSpace(
        {
            f"i{n}": Issue(question="?", options={f"o{k}": "" for k in range(size)})
            for n, size in enumerate(shape)
        },
        rules,
    )


@given(SHAPES)
def test_index_order_is_that_of_itertools_product(shape):
    packages = space(shape)
    expected = [
        {f"i{n}": f"o{k}" for n, k in enumerate(combination)}
        for combination in product(*(range(size) for size in shape))
    ]
    assert [packages.package(index) for index in range(packages.size)] == expected
    assert [packages.index(package) for package in expected] == list(range(packages.size))


def test_indices_may_exceed_64_bits():
    packages = space([3] * 60)
    middle = {f"i{n}": f"o{n % 3}" for n in range(60)}
    assert packages.index(packages.package(packages.size - 1)) == 3**60 - 1
    assert packages.package(packages.index(middle)) == middle


@pytest.mark.parametrize("index", [-1, 6, 3**60])
def test_an_index_outside_the_space_is_none(index):
    with pytest.raises(IndexError, match=f"no package {index}, expected one of 0 to 5"):
        space([2, 3]).package(index)


@given(SHAPES, st.data())
def test_matches_says_what_a_loop_over_packages_says(shape, data):
    packages = space(shape)
    named = data.draw(st.lists(st.sampled_from(list(packages.issues)), unique=True))
    pattern = {
        name: data.draw(st.lists(st.sampled_from(packages.issues[name].ids), min_size=1, unique=True))
        for name in named
    }
    expected = [
        all(packages.package(index)[name] in options for name, options in pattern.items())
        for index in range(packages.size)
    ]
    assert packages.matches(pattern).tolist() == expected


def test_rules_leave_packages_out_without_moving_the_others():
    packages = space([2, 2], [Rule(forbid={"i0": ["o1"], "i1": ["o0"]}, because="no sense")])
    assert packages.possible.tolist() == [True, True, False, True]
    assert packages.package(3) == {"i0": "o1", "i1": "o1"}


def test_a_partial_package_stands_for_its_possible_completions():
    packages = space([2, 2], [Rule(forbid={"i0": ["o1"], "i1": ["o0"]}, because="no sense")])
    assert np.flatnonzero(packages.completions({"i0": "o1"})).tolist() == [3]
    assert np.flatnonzero(packages.completions({})).tolist() == [0, 1, 3]


def test_a_scenario_read_back_from_its_text_is_equal():
    case = a_scenario(
        {"troops": "none some"},
        {"a": {"red_lines": {"no-troops": {"forbid": {"troops": ["some"]}, "firmness": [0.5, 1]}}}},
        rules=[{"forbid": {"troops": ["some"]}, "because": "none left"}],
    )
    again = type(case).model_validate_json(case.text)
    assert again == case
    assert again.hash == case.hash
    assert list(again.red_lines) == ["no-troops"]


def test_the_hash_follows_the_content_and_not_the_name():
    case = a_scenario({"troops": "none some"}, {"a": {}})
    assert case.but(name="other").hash == case.hash
    assert a_scenario({"troops": "none more"}, {"a": {}}).hash != case.hash
