import pandas as pd
import pytest
from plots.drawn import unreadable

from sim.plots.curves import Curve, are_numbers, draw_curves, said
from sim.plots.looks import ENDINGS
from sim.plots.style import new_axes

LOOK = ENDINGS["AGREED"]


def curve(values, name="deal", share=0.5):
    return Curve(name, LOOK, pd.DataFrame({"value": values, "share": share}))


def test_values_that_are_no_numbers_stand_side_by_side():
    assert are_numbers([1, 0.5])
    assert not are_numbers([1, "[0.2, 0.4]"])
    axes = new_axes()
    draw_curves(axes, [curve(["a", 1, "b"])], ["a", 1, "b"])
    assert [label.get_text() for label in axes.get_xticklabels()] == ["a", "1", "b"]
    (marks,) = axes.lines
    assert marks.get_linestyle() == "None"
    assert marks.get_xdata().tolist() == [0, 1, 2]


def test_numbers_lie_along_the_axis_in_their_order():
    axes = new_axes()
    draw_curves(axes, [curve([10, 2, 4])], [10, 2, 4])
    assert axes.get_xlim() == (2, 10)
    assert [line.get_xdata().tolist() for line in axes.lines] == [[2, 4, 10]] * 2


@pytest.mark.parametrize("size", [(4, 3), (9, 6)])
def test_names_of_curves_that_end_together_are_moved_apart(size):
    axes = new_axes(*size)
    draw_curves(axes, [curve([0, 1], name, 0.98 + at / 100) for at, name in enumerate("abc")], [0, 1])
    assert unreadable(axes) == []


def test_a_long_value_is_cut():
    assert said("x" * 99) == "x" * 40 + "…"
