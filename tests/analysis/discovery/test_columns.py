"""A table of inputs as arrays."""

import numpy as np
import pandas as pd
import pytest

import sim
from sim.analysis.discovery.columns import columns_of


def test_a_column_is_a_number_an_event_or_a_category():
    read = columns_of(
        pd.DataFrame({
            "who": pd.Categorical(["b", "a", "b"], categories=["c", "b", "a"]),
            "rounds": [1, 2, 3],
            "held": [True, False, True],
        })
    )  # fmt: skip
    assert read.order == ("who", "rounds", "held")
    assert read.numbers.tolist() == [[1.0, 2.0, 3.0]]
    assert read.categories == (("b", "a"), (False, True))  # the order of a categorical is kept
    assert read.codes.tolist() == [[0, 1, 0], [1, 0, 1]]


def test_everything_wrong_with_a_table_is_told_at_once():
    table = pd.DataFrame([[np.nan, 1.0, None], [np.inf, 2.0, "x"]], columns=["a", "b", "b"])
    with pytest.raises(sim.InputError) as caught:
        columns_of(table)
    assert [problem.message for problem in caught.value.problems] == [
        "two inputs are called 'b', expected a name for each",
        "the input 'a' is missing or infinite in 2 worlds, expected a value in each",
        "the input 'b' is missing or infinite in 1 world, expected a value in each",
    ]
