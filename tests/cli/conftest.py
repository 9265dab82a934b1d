"""The command line, as people and programs use it, in an empty folder of its own."""

from functools import partial

import calling
import pytest

from sim.cli import main
from sim.ensemble import chunks
from sim.plots import album


@pytest.fixture
def cli(tmp_path, monkeypatch, capsys):
    """Call the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: calling.call(main, arguments, monkeypatch, capsys)


@pytest.fixture
def tiny(tmp_path, cli, sketched):
    """Call the command line in a folder with small scenarios; pictures are sketched."""
    for name, text in calling.VARIANTS.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return cli


@pytest.fixture
def run(tiny):
    """Run the small scenario."""
    return partial(tiny, *calling.RUN)


@pytest.fixture
def chunked(monkeypatch):
    """Keep few worlds in a file, so that small runs have several."""
    monkeypatch.setattr(chunks, "MOST", calling.CHUNK)
    monkeypatch.setattr(chunks, "LEAST", calling.CHUNK)


@pytest.fixture
def sketched(monkeypatch):
    """Put empty files for pictures, which take seconds to draw; list the folders that they are put into."""
    drawn = []

    def draw_all(tables, folder, progress=None):
        folder.mkdir(parents=True, exist_ok=True)
        files = [folder / f"{name}.{kind}" for name in tables for kind in album.FILES]
        for file in files:
            file.touch()
        drawn.append(folder)
        return files

    monkeypatch.setattr(album, "draw_all", draw_all)
    return drawn


@pytest.fixture
def example(tmp_path):
    """Put the example of the documentation into the folder."""
    return calling.put_example(tmp_path)
