"""Worlds of a design: played in batches as one by one, correlated as the scenario says."""

import numpy as np
import pytest
from scipy.stats import spearmanr
from uncertain_case import an_uncertain_case

import sim
from sim.analysis.measure import measured_outcomes
from sim.analysis.sensitivity.grouping import grouped
from sim.analysis.sensitivity.morris import morris
from sim.analysis.sensitivity.playing import played
from sim.analysis.sensitivity.sobol import sobol
from sim.errors import InputError
from sim.negotiation.model import Negotiation
from sim.worlds import from_uniforms
from sim.worlds.designs.copula import Copula
from sim.worlds.designs.groups import correlated_groups
from sim.worlds.designs.saltelli import Saltelli
from sim.worlds.designs.trajectories import Trajectories

AUGUST = sim.load("2025-08-21")
PARTIES = tuple(grouped(AUGUST, "party").values())


@pytest.mark.parametrize("design", [Saltelli(1, 4, PARTIES, second=True), Trajectories(1, 4, PARTIES)])
@pytest.mark.parametrize("measure", ["agreed", "utility.us"])
def test_a_batch_is_its_worlds_one_by_one(design, measure):
    told = []
    whole = played(AUGUST, design, measure, progress=told.append)
    assert whole.shape == (4, design.places)
    assert np.array_equal(whole, played(AUGUST, design, measure, batch=7))
    assert sum(told) == design.worlds
    for world in (0, 5, design.worlds - 1):
        model = Negotiation(AUGUST, from_uniforms(AUGUST, design.part(world, 1), world))
        assert measured_outcomes(measure, AUGUST, model.play())[0] == whole.flat[world]


def test_correlations_hold():
    names = ("parties.p.no_deal.value", "parties.q.no_deal.value")
    case = an_uncertain_case(correlate=[(*names, 0.7)])
    groups = grouped(case, dict.fromkeys(names, "values"))
    design = Saltelli(1, 256, tuple(groups.values()))
    uniform = Copula(design.part(0, design.worlds), correlated_groups(case))
    assert spearmanr(*map(uniform, names)).statistic == pytest.approx(0.7, abs=0.05)
    found = sobol(case, "utility.p", samples=256, by=dict.fromkeys(names, "values"))
    assert list(found.table["group"]) == ["values", "rest"] or list(found.table["group"]) == [
        "rest",
        "values",
    ]


@pytest.mark.parametrize(
    "design", ["sobol", "latin_hypercube", {"factorial": {"parties.russia.no_deal.value": 3}}]
)
def test_the_scenarios_own_design_is_set_aside(design):
    other = sim.load("2025-08-21", changes={"ensemble.design": design})
    mine, theirs = (sobol(case, samples=32, seed=2).table for case in (AUGUST, other))
    assert mine.equals(theirs)
    assert mine.attrs["design"] == "saltelli, 32 times 9"


def test_tables_say_where_they_come_from():
    found = sobol(AUGUST, "utility.us", samples=64, second=True)
    for table in (found.table, found.second):
        assert table.attrs["scenario"] == "2025-08-21"
        assert table.attrs["seed"] == AUGUST.ensemble.seed
        assert table.attrs["worlds"] == 64 * 16
        assert table.attrs["measure"] == "utility.us"
    assert len(found.second) == 7 * 6 / 2


@pytest.mark.parametrize("method", [sobol, morris])
def test_what_is_wrong_is_said_before_anything_is_played(method):
    def never(_):
        raise AssertionError

    with pytest.raises(InputError, match="unknown measure"):
        method(AUGUST, "agree", progress=never)
    with pytest.raises(InputError, match="unknown way of grouping"):
        method(AUGUST, by="parties", progress=never)
    with pytest.raises(InputError, match="unknown party 'them'"):
        method(AUGUST, "utility.them", progress=never)


@pytest.mark.parametrize("method", [sobol, morris])
def test_a_measure_that_never_changes_is_refused(method):
    with pytest.raises(InputError, match=r"in all .* worlds nobody walks out: nothing can drive it"):
        method(AUGUST, "walked_out", samples=32, by="party")
