import pytest
from plots.drawn import title
from plots.tables import times

from sim.plots.time_to_agreement import time_to_agreement


@pytest.mark.parametrize(
    ("power", "rounds", "finding"),
    [
        (6, 40, "A deal in 38% of worlds; half of the deals come in the last 5 of 40 rounds"),
        (0.5, 40, "A deal in 38% of worlds; half of the deals are made by round 10 of 40"),
        (0.1, 40, "A deal in 38% of worlds; half of the deals are made in the first round"),
        (60, 40, "A deal in 38% of worlds; half of the deals come in the last round"),
        (1, 1, "A deal in 38% of worlds"),
    ],
)
def test_the_title_says_when_half_of_the_deals_are_made(power, rounds, finding):
    assert title(time_to_agreement(times(power=power, rounds=rounds))) == finding


def test_no_deals():
    assert title(time_to_agreement(times((0, 0.4, 0.6, 0)))) == "No deal in any world within 40 rounds"


def test_each_ending_that_occurs_is_named_at_its_end():
    axes = time_to_agreement(times((0.5, 0.5, 0, 0)))
    names = [text.get_text().replace("\n", " ").replace("\u00a0", " ") for text in axes.texts]
    assert names == ["deal 50%", "time ran out 50%"]
    assert {text.xy for text in axes.texts} == {(40, 0.5)}


def test_deals_of_one_round_are_said_so():
    assert (
        title(time_to_agreement(times(power=1e9)))
        == "A deal in 38% of worlds; each is made in round 40 of 40"
    )


def test_bands_are_the_intervals():
    table = times((0.5, 0.5, 0, 0))
    bands = time_to_agreement(table).collections
    assert len(bands) == 2
    deals = table[table["ending"] == "AGREED"]
    corners = bands[0].get_paths()[0].vertices
    assert corners[:, 1].max() == pytest.approx(deals["high"].max())


def test_no_band_is_drawn_before_an_ending_occurs():
    table = times((0.5, 0.5, 0, 0))
    for ending, band in zip(("AGREED", "DEADLINE"), time_to_agreement(table).collections, strict=True):
        occurs = table.loc[(table["ending"] == ending) & (table["share"] > 0), "round"].min()
        assert all((path.vertices[:, 0] >= occurs).all() for path in band.get_paths())
