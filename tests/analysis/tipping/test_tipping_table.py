import sim
from sim.analysis.measure_words import target_words
from sim.analysis.tipping.tipping_table import tipping_table
from sim.plots.tipping_curve import tipping_curve

PATH = "parties.russia.no_deal.value"


def test_what_was_tried_and_where_it_tips():
    found = sim.tip("2025-08-21", PATH, "agreed >= 0.5", (0, 1), worlds=30, seed=1, tolerance=0.1)
    table = tipping_table(found)
    assert table["value"].tolist() == [each.value for each in found.evaluations]
    assert table["holds"].tolist() == [each.holds for each in found.evaluations]
    assert table.attrs["tip"] == found.tip.value
    drawn = " ".join(tipping_curve(table).get_title(loc="left").split())
    assert drawn.startswith(
        "A deal in at least 50% of worlds as long as what no deal is worth to Russia is below"
    )
    assert f" {found.tip.value:.4g} " in drawn


def test_an_answer_that_never_tips():
    found = sim.tip("2025-08-21", PATH, "utility.us > 2", (0, 1), worlds=5, seed=1, tolerance=0.5)
    table = tipping_table(found)
    assert (table.attrs["tip"], table.attrs["interval"], table.attrs["is_share"]) == (None, None, False)
    drawn = " ".join(tipping_curve(table).get_title(loc="left").split())
    assert drawn == (
        "At no value of what no deal is worth to Russia from 0 to 1:"
        " United States is left with more than 2 on average"
    )


def test_targets_in_words():
    case = sim.load("2025-08-21")
    assert target_words("no_zopa", "<", 0.125, case) == "no acceptable package in less than 12.5% of worlds"
    assert target_words("utility.uk", "<=", 0.4, case) == "United Kingdom is left with at most 0.4 on average"
