"""What drives a measure in a stored run."""

import numpy as np
import pytest
from builders import a_scenario
from sensitivity_functions import two_lines

import sim
from sim.analysis.inputs import inputs, owner
from sim.analysis.measure import measured_run
from sim.analysis.sensitivity.given_data import sensitivity
from sim.analysis.sensitivity.pawn import pawn
from sim.errors import InputError


@pytest.fixture(scope="module")
def august():
    return sim.run("2025-08-21", worlds=1000, seed=1)


def test_every_uncertain_quantity_has_a_row(august):
    table = sensitivity(august).table
    assert sorted(table["quantity"]) == sorted(inputs(august))
    assert table["party"].tolist() == [owner(name) for name in table["quantity"]]
    assert not table.isna().any(axis=None)
    assert (table["note"] == "").all()
    assert table["label"][0] == "what no deal is worth to Ukraine"
    named = table["named"].to_numpy()
    assert named[0]
    assert (named == (table["explained"] > table["chance"])).all()
    assert (np.diff(named.astype(int)) <= 0).all()
    for some in (table[named], table[~named]):
        assert (np.diff(some["explained"]) <= 0).all()


@pytest.mark.parametrize("measure", ["agreed", "round", "utility.ukraine"])
def test_figures_are_those_of_the_methods(august, measure):
    table = sensitivity(august, measure, dummies=10).table.set_index("quantity")
    drawn = inputs(august)
    found = pawn(drawn.to_numpy(float), measured_run(measure, august), dummies=10)
    assert table.loc[list(drawn), "pawn_max"].tolist() == found.max.tolist()
    assert table.loc[list(drawn), "above"].tolist() == found.above.tolist()
    assert table.attrs["measure"] == measure
    assert table.attrs["worlds"] == 1000


def test_parties_add_up(august):
    found = sensitivity(august, dummies=10)
    by_party = found.by_party.set_index("party")
    assert by_party["quantities"].sum() == len(found.table)
    for told in ("named", "above"):
        assert by_party[told].sum() == found.table[told].sum()
    for party, rows in found.table.groupby("party"):
        assert by_party.loc[party, "explained"] == pytest.approx(rows["explained"].sum())
        assert by_party.loc[party, "largest"] == rows["quantity"].iloc[0]
    assert found.by_party.attrs["scenario"] == "2025-08-21"


def test_known_shares_are_found():
    table = sensitivity(sim.run(two_lines(), worlds=5000, seed=1)).table
    assert table["explained"].tolist() == pytest.approx([1 / 3, 1 / 3], abs=0.03)
    assert table["rank"].tolist() == pytest.approx([-(1 / 3**0.5)] * 2, abs=0.03)
    assert table["pawn_max"].tolist() == pytest.approx([1 / 4, 1 / 4], abs=0.03)
    assert table[["named", "above"]].all(axis=None)


def test_what_happens_to_be_the_same_everywhere_says_so():
    table = sensitivity(sim.run(two_lines(p=0.001), worlds=200, seed=1)).table
    assert table["quantity"].tolist() == ["parties.q.red_lines.lq.held", "parties.p.red_lines.lp.held"]
    assert table["note"].tolist() == ["", "the same in all 200 worlds"]
    assert table["above"].tolist() == table["named"].tolist() == [True, False]
    assert np.isnan(table["explained"][1])


def test_what_is_refused(august):
    with pytest.raises(InputError, match="in all 1,000 worlds nobody walks out: nothing can drive it"):
        sensitivity(august, "walked_out")
    with pytest.raises(InputError, match="unknown measure"):
        sensitivity(august, "agree")
    certain = a_scenario({"x": "a"}, {"p": {}})
    with pytest.raises(InputError, match="no number and no event in this scenario is uncertain"):
        sensitivity(sim.run(certain, worlds=50, seed=1))
    with pytest.raises(InputError, match="in all but 5 of 10 worlds there is no deal"):
        sensitivity(sim.run("2025-08-21", worlds=10, seed=1))
