import pytest
from builders import a_run, a_scenario

from sim.analysis.sweep_table import sweep_table
from sim.text.sweep_text import MOST, sweep_text

PARTIES = {"russia": "Russia", "us": "United States of America and allies"}


def played(agreed):
    case = a_scenario({"x": "u v"}, {party: {} for party in PARTIES})
    case = case.but(parties={name: party.but(name=PARTIES[name]) for name, party in case.parties.items()})
    ends = [("AGREED", 0, 3)] * agreed + [("DEADLINE", -1, 4)] * (10 - agreed)
    return a_run(case, *((*end, [0.25, 0.5], "") for end in ends))


PATHS = ["parties.russia.no_deal.value", "parties.us.strategy"]


def table(count=3):
    plays = {"name": "aspiration", "exponent": 3}
    return sweep_table(({PATHS[0]: at / 4, PATHS[1]: plays}, played(at % 10)) for at in range(count))


def test_wide(flowing):
    text = flowing(sweep_text(table()), 150)
    assert "Test 10 worlds, seed 1, scenario, version 0.0 Swept 1 parties.russia.no_deal.value 2" in text
    assert "no_deal.value us.strategy deal 95% interval time ran out" in text
    assert "0.25 {name: aspiration, exponent: 3} 10.0% 1.8% to 40.4% 90.0%" in text
    assert "Russia United States of America and allies" in text
    assert "0.5 {name: aspiration, exponent: 3} 0.25 0.50" in text
    assert "no ZOPA" not in text
    assert "Every point has the same worlds" in text


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_figures_are_never_broken(shown, width):
    text = shown(sweep_text(table()), width)
    assert text.count("10.0%") == text.count("1.8%") == text.count("40.4%") == 1
    assert text.count("0.50") == 3


def test_narrow(flowing):
    text = flowing(sweep_text(table()), 60)
    assert "1 2 deal low high time ran out" in text
    assert "1 2 russia us" in text


def test_a_long_sweep_is_cut_and_says_so(flowing):
    assert "... and 2 more points (--json lists them)" in flowing(sweep_text(table(MOST + 2)), 150)


def test_nothing_swept(flowing):
    assert "Nothing is swept. deal 95% interval" in flowing(sweep_text(sweep_table([({}, played(3))])), 150)


def test_a_party_that_is_not_always_there(flowing):
    case = a_scenario({"x": "u v"}, {"russia": {}})
    alone = a_run(case, *[("AGREED", 0, 3, [0.75], "")] * 10)
    text = flowing(
        sweep_text(sweep_table([({"parties.us": "x"}, played(3)), ({"parties.us": None}, alone)])), 150
    )
    assert "null 0.75 -" in text
