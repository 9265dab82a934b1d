from plots.drawn import title
from plots.tables import MORE_PARTIES, PARTIES, obstacles

from sim.plots.in_the_way import in_the_way


def test_the_title_names_what_is_in_the_way_most_often():
    assert title(in_the_way(obstacles())) == (
        "In 72% of the worlds without an acceptable package,"
        " Russia's red line “no foreign troops on Ukrainian territory” is in the way"
    )
    values_only = in_the_way(obstacles({}, PARTIES))
    assert title(values_only).endswith("package, Russia's reservation value is in the way")


def test_what_is_left_out_is_said():
    axes = in_the_way(obstacles(parties=MORE_PARTIES))
    assert len(axes.patches) == 12
    assert "Left out: the 2 rarest of 14." in axes.figure.get_supxlabel()
    assert "Left out" not in in_the_way(obstacles()).figure.get_supxlabel()


def test_the_kind_is_hatched_and_written():
    axes = in_the_way(obstacles())
    assert [bool(bar.get_hatch()) for bar in axes.patches] == [False] * 5 + [True] * 6
    assert axes.texts[0].get_text().endswith("red line")
    assert axes.texts[-1].get_text().endswith("reservation value")


def test_why_there_is_nothing_to_draw():
    def reason(**counts):
        return in_the_way(obstacles({}, {}, **counts)).texts[0].get_text()

    assert reason(no_zopa=0) == "Each of the 10,000 worlds has a package that is acceptable to all."
    assert reason(worlds=0, no_zopa=0) == "No world has been played."
    assert reason(no_zopa=7) == "No single smallest set was found."
