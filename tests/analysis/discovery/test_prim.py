"""PRIM: against a plain one, its laws, and what it refuses."""

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_prim import plain_prim

import sim
from sim.analysis.discovery import Among, Between, prim
from sim.analysis.discovery.bounds import within
from sim.analysis.discovery.objectives import OBJECTIVES


@st.composite
def tables(draw):
    worlds = draw(st.integers(5, 60))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    columns = {}
    for number in range(draw(st.integers(0, 2))):
        columns[f"number{number}"] = rng.random(worlds).round(draw(st.sampled_from([1, 2, 9])))
    for number in range(draw(st.integers(not columns, 2))):
        columns[f"event{number}"] = rng.random(worlds) < draw(st.sampled_from([0.1, 0.5]))
    if draw(st.booleans()):
        columns["who"] = rng.choice(list("abcd"), worlds)
    inputs = pd.DataFrame(columns)
    chance = np.where(
        pd.Series(inputs.iloc[:, 0]).rank(pct=True) > draw(st.sampled_from([0.3, 0.6])), 0.9, 0.1
    )
    of_interest = rng.random(worlds) < chance
    of_interest[rng.integers(worlds)] = True
    return inputs, of_interest


def members(found):
    return [
        frozenset(np.flatnonzero(found.among & within(found.columns, step.bounds)).tolist())
        for step in found.path
    ]


@settings(deadline=None, max_examples=examples(30))
@given(
    tables(),
    st.sampled_from(sorted(OBJECTIVES)),
    st.sampled_from([0.05, 0.1, 0.3]),
    st.sampled_from([0.05, 0.2]),
)
def test_the_boxes_are_those_of_a_plain_search(table, objective, peel, least_mass):
    inputs, of_interest = table
    found = prim(inputs, of_interest, peel=peel, least_mass=least_mass, objective=objective)
    rows = inputs.to_dict("records")
    assert members(found) == plain_prim(rows, of_interest.tolist(), peel, 0.05, least_mass, objective)


@settings(deadline=None, max_examples=examples(30))
@given(tables())
def test_what_is_told_of_a_box_is_what_its_limits_hold(table):
    inputs, of_interest = table
    found = prim(inputs, of_interest)
    for box in found:
        inside = np.ones(len(inputs), dtype=bool)
        for name, limits in box.limits.items():
            match limits:
                case Between(low, high):
                    inside &= inputs[name].between(low, high).to_numpy()
                case Among(kept):
                    inside &= inputs[name].isin(kept).to_numpy()
        assert (box.worlds, box.of_interest) == (inside.sum(), of_interest[inside].sum())
        assert box.coverage == of_interest[inside].sum() / of_interest.sum()
        assert box.density == of_interest[inside].mean()
        assert box.mass == inside.mean()


@settings(deadline=None, max_examples=examples(30))
@given(tables())
def test_each_box_is_denser_than_the_one_before(table):
    densities = prim(*table).table["density"].to_numpy()
    assert (np.diff(densities) > 0).all()


@settings(deadline=None, max_examples=examples(30))
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_worlds_does_not_matter(table, random):
    inputs, of_interest = table
    order = list(range(len(inputs)))
    random.shuffle(order)
    shuffled = prim(inputs.iloc[order], of_interest[order])
    pd.testing.assert_frame_equal(shuffled.limits, prim(inputs, of_interest).limits)


def test_the_tables_tell_all_boxes():
    inputs = pd.DataFrame({"cost": np.arange(100.0), "who": list("aabc") * 25})
    found = prim(inputs, (inputs["cost"] >= 40) & (inputs["who"] != "c"))
    assert list(found.table["box"]) == list(range(len(found)))
    assert list(found.table) == [
        "box", "coverage", "density", "mass", "worlds", "of_interest", "restricted", "mean",
    ]  # fmt: skip
    last = found.limits[found.limits["box"] == len(found) - 1]
    assert list(last["input"]) == ["cost", "who"]
    cost, who = last.to_dict("records")
    assert (cost["high"], cost["kept"], who["kept"]) == (np.inf, "", "a, b")
    assert np.isnan([cost["quasi_p_high"], cost["quasi_p_kept"], who["low"], who["quasi_p_low"]]).all()
    assert max(cost["quasi_p_low"], who["quasi_p_kept"]) < 0.05


def test_a_table_of_one_box_has_no_limits():
    found = prim(pd.DataFrame({"cost": [1.0, 2.0]}), [1, 1])
    assert len(found) == 1
    assert found.limits.empty
    assert found.limits["quasi_p_low"].dtype == float


def test_a_cut_between_neighbouring_doubles_keeps_them_apart():
    values = [1.0, np.nextafter(1.0, 2)] * 10
    found = prim(pd.DataFrame({"cost": values}), [0, 1] * 10)
    assert found[1].worlds == found[1].of_interest == 10
    found = prim(pd.DataFrame({"cost": values}), [1, 0] * 10)
    assert found[1].worlds == found[1].of_interest == 10


def test_everything_wrong_with_the_settings_is_told_at_once():
    with pytest.raises(sim.InputError) as caught:
        prim(pd.DataFrame({"a": [1.0]}), [1], peel=0.0, paste=1.0, least_mass=2.0, objective="lenient")
    told = [problem.message for problem in caught.value.problems]
    assert told[0] == "peel is 0, expected a share above 0 and below 1"
    assert [message.split()[0] for message in told] == ["peel", "paste", "least_mass", "unknown"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"of_interest": [0, 0]}, "no world is of interest"),
        ({"of_interest": [1, 0], "covered": [1, 0]}, "no world is of interest"),
        ({"of_interest": [1, 2]}, "of_interest has other values than 0 and 1"),
        ({"of_interest": [1, 0, 0]}, r"shape \(3,\), expected \(2,\)"),
        ({"of_interest": [1, 0], "covered": [1]}, r"covered has the shape \(1,\)"),
    ],
)
def test_marks_that_make_no_sense_are_refused(settings, message):
    with pytest.raises(sim.InputError, match=message):
        prim(pd.DataFrame({"cost": [1.0, 2.0]}), **settings)
