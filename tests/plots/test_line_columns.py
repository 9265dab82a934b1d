import pytest
from plots.tables import STATED, crossings

from sim.plots.line_columns import LineColumns

ONE = {"x": ("uk", "quoted")}
MIXED = {"x": ("uk", "quoted"), "y": ("us", "quoted"), "z": ("uk", "quoted")}


@pytest.mark.parametrize("stated", [ONE, MIXED, STATED])
@pytest.mark.parametrize("last", ["", "P(acceptable)"])
def test_columns_take_no_more_than_their_room(stated, last):
    columns = LineColumns(crossings({"a": {}}, stated), 300, last)
    end = (max(columns.places.values()) + 1) * columns.width + columns.last_width
    assert end == pytest.approx(300) if len(stated) > 1 else end < 300
    assert bool(columns.last_width) == bool(last)


def test_lines_of_a_party_stand_together_and_parties_apart():
    columns = LineColumns(crossings({"a": {}}, MIXED), 300)
    assert [line.line for line in columns.lines] == ["x", "z", "y"]
    assert columns.places["z"] - columns.places["x"] == 1
    assert columns.places["y"] - columns.places["z"] > 1
    assert columns.spans == {"uk": (0, 1), "us": (columns.places["y"],) * 2}
    assert list(columns.looks) == ["uk", "us"]
