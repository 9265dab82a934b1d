import pytest
from generators import TRAPS, scenarios
from hypothesis import HealthCheck, given, settings

from sim.language import bundled, dump, load


def back(scenario, folder):
    return load(folder.write(dump(scenario), "scenario.yaml"))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
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
