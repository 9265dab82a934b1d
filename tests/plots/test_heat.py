from itertools import pairwise

import pytest

from sim.plots.heat import Cell, draw_cells, shade
from sim.plots.style import DARK, GREY, new_axes


def cell(share, **more):
    return Cell(0, 1, 0, share, words=f"{share:.0%}\nthe words", short=f"{share:.0%}", **more)


def drawn(*cells, size=(3, 2), row_height=60):
    axes = new_axes(*size)
    axes.set(xlim=(0, 1), ylim=(0.5, -0.5))
    draw_cells(axes, cells, row_height)
    return axes


def luminance(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("share", [at / 10 for at in range(11)])
def test_words_stand_out_from_every_shade(share):
    (text,) = drawn(cell(share)).texts
    ink = {"white": "#ffffff"}.get(text.get_color(), text.get_color())
    darker, lighter = sorted([luminance(ink), luminance(shade(share))])
    assert (lighter + 0.05) / (darker + 0.05) >= 3.9


def test_the_larger_the_share_the_darker_it_is_in_grey():
    greys = [luminance(shade(at / 20)) for at in range(21)]
    assert all(darker < lighter for lighter, darker in pairwise(greys))


def test_words_are_shortened_in_all_cells_together():
    assert [text.get_text() for text in drawn(cell(0.5), cell(1.0)).texts] == [
        "50%\nthe words",
        "100%\nthe words",
    ]
    assert [text.get_text() for text in drawn(cell(0.5), row_height=14).texts] == ["50%"]


def test_what_does_not_count_is_hatched_and_what_is_none_is_pale():
    axes = drawn(cell(0.9, shaded=False), cell(0.0), cell(0.1))
    assert [patch.get_hatch() for patch in axes.patches] == ["////", None, None]
    assert [text.get_color() for text in axes.texts] == [GREY, GREY, DARK]
