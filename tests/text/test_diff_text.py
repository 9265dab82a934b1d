from sim.analysis.differing.scenario_diff import differences
from sim.language import load
from sim.text.diff_text import diff_text

AUGUST = load("2025-08-21")


def test_one_line_for_each_difference(shown):
    other = load("2025-08-21", changes={"negotiation.rounds": 5, "ensemble.seed": 1}).but(name="other")
    assert shown(diff_text(AUGUST, other, differences(AUGUST, other))).splitlines() == [
        "2025-08-21  ->  other",
        "  rounds 40 -> 5".ljust(160),
        "  seed 20250821 -> 1".ljust(160),
    ]


def test_what_looks_like_markup_is_shown(flowing):
    other = load("2025-08-21", changes={"scenario": "[bold]x[/bold]"})
    assert "-> [bold]x[/bold]" in flowing(diff_text(AUGUST, other, differences(AUGUST, other)))


def test_the_same(flowing):
    assert "Nothing differs" in flowing(diff_text(AUGUST, AUGUST, ()))
