"""The gallery shows every picture; `tools/gallery.py` makes it."""

import re
from pathlib import Path

from sim.plots import EVERY_PICTURE, EXPLORED, PICTURES

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "gallery.md").read_text("utf-8")
IMAGES = DOCS / "images" / "gallery"
MOST_BYTES = 1_500_000


def test_every_picture_has_its_section():
    assert re.findall(r"^## (\w+)$", PAGE, re.MULTILINE) == list(EVERY_PICTURE)


def test_every_picture_is_shown_and_said_in_words():
    shown = dict(re.findall(r"^!\[(.+)\]\(images/gallery/(\w+)\.png\)$", PAGE, re.MULTILINE))
    assert sorted(shown.values()) == sorted(EVERY_PICTURE)
    assert all(len(words) > 40 for words in shown)
    assert {file.stem for file in IMAGES.iterdir()} == set(EVERY_PICTURE)
    assert sum(file.stat().st_size for file in IMAGES.iterdir()) < MOST_BYTES


def test_every_picture_says_which_command_makes_it():
    commands = re.findall(r"^```sh\n(sim \w+ .*)\n```$", PAGE, re.MULTILINE)
    assert len(commands) == len(EVERY_PICTURE)
    said = dict(zip(EVERY_PICTURE, commands, strict=True))
    assert {said[name] for name in EXPLORED} == {"sim explore RUN"}
    assert {said[name] for name in PICTURES if name != "crossed_lines"} == {"sim run CASE"}
