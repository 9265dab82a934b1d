"""What the pictures of an exploration, of a case and of one negotiation find, odd cases among them."""

import pytest
from plots.drawn import title
from plots.explored_tables import EXPLORED_CASES, boxes, drivers, groups, path, peeled, steps, tried

from sim.plots import EVERY_PICTURE
from sim.plots.style import new_axes


def found(name, table):
    return title(EVERY_PICTURE[name](table))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            drivers(),
            "on what no deal 0 is worth to ukraine, which explains 49% of the differences between worlds",
        ),
        (
            drivers((0.01, -0.01), chance=0.02),
            "none of the 2 uncertain quantities explains more of it alone than",
        ),
        (
            drivers((0.01,), chance=0.02),
            "the one uncertain quantity explains no more of it alone than chance does",
        ),
        (drivers(()), "Whether there is a deal hangs on nothing that varies"),
    ],
)
def test_what_the_answer_hangs_on(table, said):
    assert said in found("drivers", table)


def test_which_way_a_quantity_works_is_told_where_it_is_certain_and_no_chance():
    told = [text.get_text() for text in EVERY_PICTURE["drivers"](drivers()).texts]
    assert [text.partition(" · ")[2] for text in told] == ["▲ more", "▼ less", "▲ more", "", ""]
    unclear = drivers().assign(rank_low=-0.1, rank_high=0.1)
    assert not any("▲" in text.get_text() for text in EVERY_PICTURE["drivers"](unclear).texts)


def test_what_is_above_chance_is_drawn_up_to_ten():
    axes = EVERY_PICTURE["drivers"](drivers([0.5] * 14))
    assert len(axes.get_yticklabels()) == 10
    assert "Left out: 4 of 14 quantities" in axes.figure.get_supxlabel().replace("\n", " ")
    assert len(EVERY_PICTURE["drivers"](drivers([0.5] + [0.001] * 13)).get_yticklabels()) == 5


def test_what_worlds_made_for_it_say():
    assert found("sobol_bars", groups()).endswith(
        "Russia: it has a part in 80% of the differences between worlds, and explains 54% alone"
    )
    assert "it has a part in 100% of the differences" in found("sobol_bars", groups((1.03, 0.2)))
    assert "can be told from chance" in found("sobol_bars", groups((0.02,), half=0.1))
    assert found("morris_steps", steps()).endswith("a step by half of the range changes it 80% of the time")
    numbers = EXPLORED_CASES["morris_steps"]["a number"]
    assert found("morris_steps", numbers).endswith("a step by half of the range changes it by 12.3")


def test_conditions_and_how_sure_they_are():
    usual = EXPLORED_CASES["discovery_boxes"]["usual"]
    assert found("discovery_boxes", usual) == (
        "Agreement in 82% of the worlds that meet all 3 conditions, in 61% of all."
        " 66% of worlds meet them, and 88% of those of interest"
    )
    one = EXPLORED_CASES["discovery_boxes"]["one condition"]
    assert "worlds in which what no deal is worth to Ukraine is below 0.54, in 61%" in found(
        "discovery_boxes", one
    )
    assert found("discovery_boxes", one.assign(quasi_p=0.2)).endswith("; all of this might be chance")
    assert (
        found("discovery_boxes", boxes([])) == "Agreement in 61% of worlds: no condition makes a difference"
    )
    assert "no difference between worlds" in found("discovery_boxes", boxes(because="All alike."))


def test_a_box_that_is_no_better_than_all_worlds():
    assert found("peeling_trajectory", peeled(chosen=0)).endswith("no box is better than all worlds together")
    assert "(2 conditions)" in found("peeling_trajectory", peeled(chosen=4))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (path(), "A deal in round 30 of 40, on Coalition of the Willing's offer: worth more than no deal to"),
        (path(rounds=0, ending="DEADLINE"), "No deal within 40 rounds: no offer was made"),
        (
            path(ending="DEADLINE", bad=("us",)),
            "at least 1 of those who had to sign could not accept any of 180",
        ),
        (path(ending="NO_ZOPA", bad=("us",)), "40 rounds: no package was acceptable to all; at least 1 of"),
        (path(ending="WALKED_OUT", left=("Russia",)), "No deal: Russia left the table in round 30 of 40"),
    ],
)
def test_how_a_negotiation_ended(table, said):
    assert said in found("negotiation_path", table)


def test_where_the_answer_tips():
    assert found("tipping_curve", tried()).endswith(
        "as long as what no deal is worth to Ukraine is below 0.53 (95% interval 0.51 to 0.56)"
    )
    assert "(95% interval 0 or less to 0.031)" in found("tipping_curve", tried(tip=0.001))
    assert found("tipping_curve", tried(tip=None, measures=[0.9] * 9)).endswith("Ukraine is, from 0 to 1")
    assert found("tipping_curve", tried(tip=None, measures=[0.1] * 9)).startswith("At no value of ")


def test_shares_and_their_intervals_end_at_none_and_all():
    told = [
        text.get_text() for text in EVERY_PICTURE["morris_steps"](steps(totals=(0.9, 0.1), half=0.3)).texts
    ]
    assert [words.partition(" (")[2] for words in told] == ["60 to 100%)", "0 to 40%)"]


def test_marks_of_own_offers_stay_apart():
    def size(rounds, width):
        axes = EVERY_PICTURE["negotiation_path"](path(rounds=rounds), new_axes(width, 3.5))
        return {line.get_markersize() for line in axes.lines if line.get_marker() != "None"}.pop()

    assert size(10, 13) > size(40, 5) > 1
    assert size(40, 5) < 0.55 * 72 * 5 / 40
