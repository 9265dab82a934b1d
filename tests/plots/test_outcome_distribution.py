import pytest
from plots.drawn import title
from plots.tables import outcomes

from sim.plots.outcome_distribution import outcome_distribution
from sim.plots.style import new_axes


@pytest.mark.parametrize(
    ("shares", "finding"),
    [
        ((0.38, 0.09, 0.51, 0.02), "A deal in 38% of worlds; no acceptable package in 51%"),
        ((0.6, 0.3, 0.1, 0), "A deal in 60% of worlds; time runs out in 30%"),
        ((1, 0, 0, 0), "A deal in every one of 10,000 worlds"),
        ((0.9996, 0, 0, 0.0004), "A deal in over 99% of worlds; a party walks out in under 1%"),
        (
            (0, 0.3, 0.7, 0),
            "No deal in any of 10,000 worlds: no acceptable package in 70% and time runs out in 30%",
        ),
    ],
)
def test_the_title_states_the_finding(shares, finding):
    assert title(outcome_distribution(outcomes(shares, ()))) == finding


def test_agreements_stand_below_the_deals_whatever_the_order_of_the_table():
    table = outcomes()
    upside_down = table.iloc[::-1]
    upside_down.attrs = table.attrs
    rows = [label.get_text() for label in outcome_distribution(upside_down).get_yticklabels()]
    assert rows[0] == "deal"
    assert all(row.startswith("\u2003") for row in rows[1:5])
    assert [row.split(":")[0] for row in rows[5:]] == ["no deal"] * 3


def test_sentences_that_would_be_cut_are_told_in_few_words():
    table = outcomes()
    told = {"AGREED": "A deal: " + "very " * 20, "NO_ZOPA": "No deal: " + "never " * 20}
    long = table.assign(label=table["label"].where(table["kind"] != "ending", table["ending"].map(told)))
    long["label"] = long["label"].fillna("No deal.")
    long.attrs = table.attrs
    rows = [label.get_text() for label in outcome_distribution(long, new_axes(5, 3.5)).get_yticklabels()]
    assert rows[0] == "A deal"
    assert "No acceptable package" in [row.replace("\n", " ") for row in rows]


def test_bars_are_as_long_as_the_shares():
    axes = outcome_distribution(outcomes())
    assert [bar.get_width() for bar in axes.patches] == [0.38, 0.2, 0.1, 0.05, 0.03, 0.09, 0.51, 0.02]
    assert axes.texts[0].get_text() == "38% (37 to 39%)"
    assert axes.get_xlabel() == "share of 10,000 worlds"
