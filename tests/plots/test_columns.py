import pytest
from plots.drawn import unreadable

from sim.plots.columns import Heads, fit_heads, write_heads
from sim.plots.fitting import text_height, text_width
from sim.plots.style import SMALL_SIZE, SMALLEST_SIZE, new_axes

NAMES = ["no foreign troops", "membership not in package", "a strong army"]


@pytest.mark.parametrize("width", [12, 25, 60])
@pytest.mark.parametrize("height", [20, 60, 120])
def test_heads_stay_above_their_columns(width, height):
    heads = fit_heads(NAMES, [width, width, 2 * width], height)
    for text, room in zip(heads.texts, [width, width, 2 * width], strict=True):
        across, up = text_width(text, heads.size), text_height(text, heads.size)
        assert (up if heads.turned else across) <= room
        assert (across if heads.turned else up) <= heads.height <= height


def test_heads_are_turned_only_where_they_do_not_fit_flat():
    assert fit_heads(NAMES, [60] * 3, 60).turned is False
    assert fit_heads(NAMES, [20] * 3, 120).turned is True


def test_small_and_whole_is_better_than_shortened():
    heads = fit_heads(["Coalition of the Willing"], [30], 18)
    assert heads == Heads(("Coalition\nof the\nWilling",), heads.size, turned=False)
    assert SMALLEST_SIZE <= heads.size < SMALL_SIZE


def test_major_and_minor_heads_stand_over_each_other():
    axes = new_axes()
    axes.set_xlim(-0.5, 0.5)
    write_heads(axes, [0], Heads(("line",), 8, turned=True), 2, minor=True)
    write_heads(axes, [0], Heads(("party",), 8, turned=False), 40, minor=False)
    assert unreadable(axes) == []
    assert [label.get_text() for label in axes.get_xticklabels(which="both")] == ["party", "line"]
