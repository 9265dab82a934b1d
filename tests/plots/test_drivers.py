"""What a picture names is what the sentence beside it names."""

import pytest
from plots.drawn import title

import sim
from sim.analysis.exploring.drivers import drivers as sentence
from sim.analysis.sensitivity.given_data import sensitivity
from sim.plots.drivers import drivers


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_picture_and_sentence_name_the_same_quantities(seed):
    run = sim.run("2025-08-21", worlds=60, seed=seed)
    found = sensitivity(run)
    told, said = sentence(found, run.case), title(drivers(found.table))
    named = found.table[found.table["named"]]
    assert told.numbers["named"] == len(named)
    assert [one["quantity"] for one in told.numbers["largest"]] == named["quantity"].head(3).tolist()
    if named.empty:
        assert "none of the 112 uncertain quantities explains more of it alone than chance" in said
        assert told.text.startswith("No quantity explains it alone")
    else:
        assert f"hangs above all on {named['label'].iloc[0]}, which explains" in said
        assert said.split("hangs above all on ")[1] in told.text
