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

TOLD_OF_RUNS = ("Stored in ", "This run is finished: ")


@pytest.fixture(scope="module")
def one_folder(tmp_path_factory):
    """A folder for all, in which a run that several compare with is played once."""
    return tmp_path_factory.mktemp("tries")


@pytest.mark.parametrize(("name", "words"), TRIES, ids=[name for name, _ in TRIES])
def test_it_can_be_tried(name, words, monkeypatch, capsys, one_folder):
    monkeypatch.chdir(one_folder)
    assert name in words
    called = call(main, words[1:], monkeypatch, capsys)
    assert called.code == 0
    assert [line for line in called.err.splitlines() if not line.startswith(TOLD_OF_RUNS)] == []
