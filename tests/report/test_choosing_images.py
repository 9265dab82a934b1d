"""Which form of each picture goes into a page."""

from itertools import product

import pandas as pd
import pytest

from sim.report.blocks import Document, Picture, Section
from sim.report.choosing_images import images

SIZES = {"large": (3000, 600), "small": (300, 400), "hatched": (2000, 500)}


def document(sizes=SIZES):
    drawn = (
        Picture(name, "", "", b"s" * svg, b"p" * png, pd.DataFrame()) for name, (svg, png) in sizes.items()
    )
    return Document("T", "", (Section("S", (Section("Inside", tuple(drawn)),)),), "")


def kinds(room):
    return {one.name: src.split(";")[0].split("/")[1] for one, src in images(document(), room).items()}


def test_all_are_svg_where_there_is_room():
    assert set(kinds(10_000).values()) == {"svg+xml"}


def test_those_become_png_that_save_most():
    assert kinds(5_000) == {"large": "png", "small": "svg+xml", "hatched": "svg+xml"}
    assert kinds(2_500) == {"large": "png", "small": "svg+xml", "hatched": "png"}


def test_what_would_grow_stays_svg():
    assert kinds(0)["small"] == "svg+xml"


@pytest.mark.parametrize("room", [2_500, 5_000])
def test_no_smaller_number_of_pngs_would_do(room):
    sizes = list(SIZES.values())
    fewest = min(
        sum(chosen)
        for chosen in product([False, True], repeat=3)
        if sum(4 * (one[png] // 3) for one, png in zip(sizes, chosen, strict=True)) <= room
    )
    assert list(kinds(room).values()).count("png") == fewest
