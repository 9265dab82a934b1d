"""What holds of all tables of acceptability."""

import numpy as np
import pandas as pd
import pytest
from builders import a_scenario
from mixed_case import WITHIN, WORLDS

import sim
from sim.analysis.acceptability import acceptability
from sim.errors import InputError

TABLES = ("packages", "coalitions", "ranks", "central_weights", "shortlist", "regret")


@pytest.mark.parametrize("batch", [1, 7, 64])
def test_the_batches_change_nothing(run, found, batch):
    other = acceptability(run, within=WITHIN, batch=batch)
    assert np.array_equal(other.rank_acceptability, found.rank_acceptability)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(other, name), getattr(found, name), check_exact=True)


def test_it_says_where_it_comes_from(run):
    found = acceptability(run, worlds=20, within=0.25)
    for name in TABLES:
        assert getattr(found, name).attrs["worlds"] == found.worlds == 20
    assert found.regret.attrs["within"] == 0.25
    assert not found.coalitions.attrs["cut"]


def test_every_problem_is_told_at_once(run):
    with pytest.raises(InputError) as raised:
        acceptability(run, worlds=WORLDS + 1, within=-1.0)
    assert "expected 1 to 120" in str(raised.value)
    assert "expected 0 or more" in str(raised.value)


def test_too_many_packages_are_refused():
    issues = {f"i{issue}": "a b c d" for issue in range(7)}
    run = sim.run(a_scenario(issues, {"p": {}}), worlds=1, seed=1)
    with pytest.raises(InputError, match="16,384 packages are too many to rank for 1 party"):
        acceptability(run)
