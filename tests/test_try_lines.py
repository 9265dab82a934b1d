"""What the heads of bundled scenarios tell people to try does what they say."""

import re

import pytest
from calling import call

from sim.cli import main
from sim.language import bundled

TRIES = [
    (name, line.split()[2:])
    for name, path in bundled().items()
    for line in re.findall(r"^# Try: .*$", path.read_text("utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize(("name", "words"), TRIES, ids=[name for name, _ in TRIES])
def test_it_can_be_tried(name, words, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert name in words
    called = call(main, words[1:], monkeypatch, capsys)
    assert (called.code, called.err) == (0, "")
