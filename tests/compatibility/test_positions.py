"""The public side of a scenario as arrays."""

import numpy as np
import pytest
from builders import a_scenario
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.compatibility import bits, positions

ISSUES = {"troops": "none few many", "army": "limited strong"}


def crossing(line):
    case = a_scenario(ISSUES, {"a": {"red_lines": {"line": line}}})
    return [
        tuple(case.space.package(index).values())
        for index in np.flatnonzero(positions(case).crossing.any(axis=1))
    ]


def test_forbid_means_all_named_issues_together():
    assert crossing({"forbid": {"troops": ["few", "many"], "army": ["strong"]}}) == [
        ("few", "strong"), ("many", "strong")
    ]  # fmt: skip


def test_require_is_the_complement():
    assert crossing({"require": {"troops": ["none", "few"], "army": "strong"}}) == [
        ("none", "limited"), ("few", "limited"), ("many", "limited"), ("many", "strong")
    ]  # fmt: skip


def test_unless_lets_packages_off():
    assert crossing({"forbid": {"troops": ["few", "many"]}, "unless": {"army": "strong"}}) == [
        ("few", "limited"), ("many", "limited")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("consent", "needing"),
    [
        ("always", [0, 1, 2, 3, 4, 5]),
        ("never", []),
        ({"when": {"troops": "many", "army": "strong"}}, [1, 3, 4, 5]),
    ],
)
def test_consent_when_means_any_of_the_named_issues(consent, needing):
    case = a_scenario(ISSUES, {"a": {"consent": consent}})
    assert np.flatnonzero(positions(case).consent[0]).tolist() == needing


def test_only_lines_of_parties_whose_consent_is_needed_block():
    line = {"forbid": {"army": "strong"}}
    case = a_scenario(
        ISSUES,
        {
            "a": {"red_lines": {"a-line": line}},
            "b": {"red_lines": {"b-line": line}, "consent": {"when": {"troops": "many"}}},
        },
    )
    public = positions(case)
    strong_few, strong_many = case.space.index({"troops": "few", "army": "strong"}), 5
    assert bits.names(public.crossing[strong_few], public.lines) == ("a-line", "b-line")
    assert bits.names(public.blocking[strong_few], public.lines) == ("a-line",)
    assert bits.names(public.blocking[strong_many], public.lines) == ("a-line", "b-line")


@settings(max_examples=examples(25))
@given(st.integers(1, 130))
def test_more_than_64_lines_keep_each_its_own_bit(lines):
    options = " ".join(f"o{n}" for n in range(lines))
    case = a_scenario(
        {"x": options}, {"a": {"red_lines": {f"l{n}": {"forbid": {"x": f"o{n}"}} for n in range(lines)}}}
    )
    public = positions(case)
    assert [bits.names(word, public.lines) for word in public.crossing] == [(f"l{n}",) for n in range(lines)]
