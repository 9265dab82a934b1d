import math

import pytest
from plots.drawn import title, words
from plots.tables import CROSSED, STATED, crossings

from sim.plots.crossed_lines import crossed_lines


def drawn(axes):
    return [text.replace("\n", " ").strip() for text, _ in words(axes)]


def heads(axes, *, minor):
    return [label.get_text().replace("\n", " ") for label in axes.get_xticklabels(minor=minor)]


@pytest.mark.parametrize(
    ("crossed", "finding"),
    [
        (CROSSED, "“no foreign troops” stops 2 of the 3 packages that cannot be signed"),
        (
            {"a": {"no-nato": "blocks"}, "b": {"no-nato": "blocks"}, "c": {}},
            "“no nato” stops both packages that cannot be signed",
        ),
        (
            {"a": {"no-nato": "blocks"}, "b": {"no-nato": "objects"}},
            "“no nato” stops the one package that cannot be signed",
        ),
        (
            {"a": {"no-nato": "blocks", "a-strong-army": "blocks"}, "b": {}},
            "“no nato” and “a strong army” each stop the one package that cannot be signed",
        ),
        (
            {"a": dict.fromkeys(STATED, "blocks"), "b": {"no-nato": "objects"}},
            "10 red lines each stop the one package that cannot be signed",
        ),
        (
            {"a": {"no-nato": "blocks"}, "b": {"no-nato": "blocks", "a-strong-army": "blocks"}},
            "No package can be signed; “no nato” stops both",
        ),
        ({"a": {}}, "No red line stops the one package"),
        (
            {"a": {"no-nato": "objects", "a-strong-army": "objects"}, "b": {}},
            "No red line stops any of the 2 packages; parties whose consent is not needed object to 1",
        ),
        ({}, "No red lines to cross"),
    ],
)
def test_the_title_names_the_line_that_stops_most(crossed, finding):
    assert title(crossed_lines(crossings(crossed))) == finding


def test_lines_without_a_named_package_are_not_told_away():
    table = crossings({})
    table.attrs["line_words"] = {"no-nato": "no NATO"}
    assert title(crossed_lines(table)) == "No named packages to judge"


def test_packages_that_nothing_blocks_stand_on_top():
    crossed = {"blocked-one": {"no-nato": "blocks"}, "objected-one": {"no-nato": "objects"}, "free-one": {}}
    rows = [label.get_text().strip() for label in crossed_lines(crossings(crossed)).get_yticklabels()]
    assert rows == ["Compatible", "objected one", "free one", "Crosses a red line", "blocked one"]


def test_lines_stand_under_their_party_whatever_the_order_of_the_table():
    stated = {"x": ("uk", "quoted"), "y": ("us", "quoted"), "z": ("uk", "quoted")}
    axes = crossed_lines(crossings({"a": {}}, stated))
    assert heads(axes, minor=True) == ["x", "z", "y", "P(acceptable)"]
    assert heads(axes, minor=False) == ["United Kingdom", "United States"]
    x, z, y, _ = axes.get_xticks(minor=True)
    assert axes.get_xticks().tolist() == [(x + z) / 2, y]


def test_two_parties_may_have_one_name():
    names = {"uk": "Them", "us": "Them"}
    axes = crossed_lines(crossings({"a": {}}, {"x": ("uk", "quoted"), "y": ("us", "quoted")}, names))
    assert heads(axes, minor=False) == ["Them", "Them"]


def test_what_nobody_said_is_slanted_and_starred():
    axes = crossed_lines(crossings())
    slanted = {
        label.get_text().replace("\n", " "): label.get_fontstyle() == "italic"
        for label in axes.get_xticklabels(minor=True)
    }
    assert {name for name, slants in slanted.items() if slants} == {
        name for name in slanted if name.endswith("*")
    }
    assert sum(slanted.values()) == [kind in {"inferred", "background"} for _, kind in STATED.values()].count(
        True
    )
    assert "Slanted*" in axes.figure.get_supxlabel()
    quoted = crossed_lines(crossings({"a": {}}, {"x": ("uk", "quoted")}))
    assert "Slanted" not in quoted.figure.get_supxlabel()


def test_blocks_and_objections_have_their_own_mark_and_face():
    axes = crossed_lines(crossings({"a": {"no-nato": "blocks", "a-strong-army": "objects"}, "b": {}}))
    assert [drawn(axes).count(mark) for mark in "✘✗"] == [1, 1]
    cells = [patch for patch in axes.patches if patch.get_clip_on()]
    assert len(cells) == 2 * len(STATED)
    assert [cell.get_facecolor() != (1, 1, 1, 1) for cell in cells].count(True) == 1
    assert [bool(cell.get_hatch()) for cell in cells].count(True) == 1
    corner = axes.figure.get_supxlabel()
    assert "✘: the line stops the package" in corner
    assert "✗: the party only objects" in corner


def test_each_row_ends_with_its_chance():
    chances = [0.4, math.nan, 0.0001, 1, 0]
    axes = crossed_lines(crossings(chances=chances))
    rows = {text.get_position()[1]: text.get_text() for text in axes.texts if text.get_text() not in "✘✗"}
    assert [rows[row] for row in sorted(rows)] == ["100%", "0%", "40%", "not known", "under 1%"]
    assert "P(acceptable): probability" in axes.figure.get_supxlabel()


def test_without_any_chance_known_there_is_no_column_for_it():
    axes = crossed_lines(crossings(chances=[math.nan] * len(CROSSED)))
    assert not any("P(acceptable)" in text for text in drawn(axes))
    assert "not known" not in drawn(axes)
