import pytest
from examples import examples
from generators import TRAPS, scenarios
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.language import bundled, dump, load
from sim.language.reading import read_value
from sim.language.writing import spell


def back(scenario, folder):
    return load(folder.write(dump(scenario), "scenario.yaml"))


@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(scenario=scenarios())
def test_what_is_written_reads_back(folder, scenario):
    again = back(scenario, folder)
    assert again == scenario
    assert again.hash == scenario.hash
    assert list(again.red_lines) == list(scenario.red_lines)
    assert [issue.ids for issue in again.issues.values()] == [issue.ids for issue in scenario.issues.values()]
    assert dump(again) == dump(scenario)


@pytest.mark.parametrize(
    "trap",
    [
        *TRAPS,
        " x ",
        "a\nb",
        "\n",
        "tab\there",
        "é\u2028\u0085\ufeff",
        "\x00",
        "'",
        '"',
        "%",
        "@x",
        "---",
        "...",
    ],
)
def test_text_survives(folder, trap):
    scenario = folder.load(folder.base).but(name="scenario", title=trap, about=trap * 40)
    assert back(scenario, folder) == scenario


def test_an_option_may_be_called_anything(folder):
    scenario = folder.load(
        folder.base.replace("none:", "'null':").replace("[none]", "['null']").replace("{none:", "{'null':")
    )
    assert back(scenario, folder).issues["fence"].ids == ("null", "hedge", "wall")


@pytest.mark.parametrize("name", bundled())
def test_bundled_scenarios_survive(folder, name):
    assert back(load(name), folder).hash == load(name).hash


scalars = (
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=40) | st.sampled_from(TRAPS)
)
plain = st.recursive(
    scalars | st.floats(-1e9, 1e9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)


@given(value=plain)
def test_what_is_spelled_is_one_line_that_reads_back(value):
    text = spell(value)
    assert "\n" not in text
    assert read_value(text, (), "here")[0].plain() == value


def test_long_values_stay_on_one_line():
    assert spell({"text": "word " * 99 + "end"}).count("word") == 99
