import pytest
from plots.drawn import title
from plots.tables import MORE_PARTIES, PARTIES, obstacles

from sim.plots.in_the_way import in_the_way


def test_the_title_names_what_is_in_the_way_most_often():
    assert title(in_the_way(obstacles())).startswith(
        "No acceptable package in 51% of worlds; in 72% of them"
        " Russia's red line “no foreign troops on Ukrainian territory” is in the way,"
    )
    values_only = title(in_the_way(obstacles({}, PARTIES)))
    assert "of them Russia's reservation value is in the way," in values_only


def test_the_title_names_all_sides_of_the_most_frequent_conflict():
    table = obstacles()
    value, line = ("Russia", "reservation value", "?"), ("Ukraine", "red line", "assurances must bind")
    table.attrs.update(conflict=[value, line], conflict_share=0.47)
    assert title(in_the_way(table)) == (
        "No acceptable package in 51% of worlds; in 47% of them no package satisfies both"
        " Russia's reservation value and Ukraine's red line “assurances must bind”"
    )
    other = ("United States", "reservation value", "?")
    table.attrs.update(conflict=[value, other])
    assert title(in_the_way(table)).endswith("Russia's and United States' reservation values together")
    table.attrs.update(conflict=[value], conflict_share=1)
    assert title(in_the_way(table)).endswith(
        "; in all of them no package satisfies Russia's reservation value"
    )


@pytest.mark.parametrize(
    ("alone", "said"),
    [
        (0.0, "giving it up alone is never enough"),
        (0.36, "in 36% giving it up alone is enough"),
        (0.72, "giving it up alone is enough"),
    ],
)
def test_the_title_says_how_often_it_is_enough_alone(alone, said):
    table = obstacles()
    table.loc[0, "alone"] = alone
    assert title(in_the_way(table)).endswith(f"is in the way, {said}")


def test_what_is_left_out_is_said():
    axes = in_the_way(obstacles(parties=MORE_PARTIES))
    assert len(axes.patches) == 2 * 12
    assert "Left out: the 2 rarest of 14." in axes.figure.get_supxlabel()
    assert "Left out" not in in_the_way(obstacles()).figure.get_supxlabel()


def test_the_kind_is_hatched():
    axes = in_the_way(obstacles())
    assert [bool(bar.get_hatch()) for bar in axes.patches] == [False] * 10 + [True] * 12
    assert (
        "Hatched: a reservation value, which goes down as far as it takes."
        in axes.figure.get_supxlabel().replace("\n", " ")
    )


def test_what_would_be_enough_alone_is_the_dark_part_of_a_bar():
    table = obstacles()
    bars = in_the_way(table).patches
    assert [bar.get_width() for bar in bars[0::2]] == table["share"].tolist()
    assert [bar.get_width() for bar in bars[1::2]] == table["alone"].tolist()
    for pale, dark in zip(bars[0::2], bars[1::2], strict=True):
        assert lightness(pale) > lightness(dark) + 0.15  # tells them apart in grey


def test_the_share_alone_is_written():
    assert in_the_way(obstacles()).texts[1].get_text().endswith("alone 25%")


def test_why_there_is_nothing_to_draw():
    def reason(**counts):
        return in_the_way(obstacles({}, {}, **counts)).texts[0].get_text()

    assert reason(no_zopa=0) == "Each of the 10,000 worlds has a package that is acceptable to all."
    assert reason(worlds=0, no_zopa=0) == "No world has been played."
    assert reason(no_zopa=7) == "No set that would open one was found."


def lightness(bar):
    red, green, blue, _ = bar.get_facecolor()
    return 0.299 * red + 0.587 * green + 0.114 * blue
