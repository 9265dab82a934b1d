from plots import tables

from sim.plots import PICTURES
from sim.plots.alt_text import alt_text, finding
from sim.plots.style import new_axes


def test_a_picture_is_told_by_its_finding_its_axis_and_what_it_rests_on():
    axes = PICTURES["outcome_distribution"](tables.outcomes())
    told = alt_text(axes)
    assert told.startswith(
        f"{finding(axes)}. Across: share of 10,000 worlds. 95% intervals are sampling error"
    )
    assert told.endswith("seed 20250821 · 10,000 worlds · guarantee-sim 0.1.0.")
    assert "\n" not in told


def test_pictures_that_share_a_figure_are_told_together():
    axes = new_axes(14, 5)
    axes.figure.clear()
    left, right = axes.figure.subplots(1, 2)
    PICTURES["outcome_distribution"](tables.outcomes(), left)
    PICTURES["utilities_by_party"](tables.utilities(), right)
    told = alt_text(left)
    assert told == alt_text(right)
    assert finding(left) in told
    assert finding(right) in told
