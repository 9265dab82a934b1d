"""The page of scenarios is made from the scenarios, and is up to date."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import list_scenarios

from sim.language import bundled


def test_the_page_is_what_its_tool_prints():
    assert list_scenarios.PAGE.read_text("utf-8") == list_scenarios.page(), (
        "renew with: python tools/list_scenarios.py"
    )


def test_every_scenario_has_its_place():
    text = list_scenarios.PAGE.read_text("utf-8")
    for name in bundled():
        anchor = list_scenarios._anchor(name)
        assert text.count(f"\n({anchor})=\n") == 1
        assert f"](#{anchor})" in text
