"""What docs/exchange.md shows is what the commands print."""

import shutil
from pathlib import Path

import pytest
from calling import EXAMPLE, call
from domains import put

from sim.cli import main

PAGE = (EXAMPLE.parent / "exchange.md").read_text("utf-8")


def shown(command):
    """Return the lines that the page shows below a command."""
    return PAGE.split(f"```text\n$ {command}\n")[1].split("```")[0].splitlines()


@pytest.mark.parametrize("command", ["sim import market", "sim import domains --out scenarios"])
def test_the_page_shows_what_is_printed(tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copytree(EXAMPLE / "market", "market")
    shutil.copytree(EXAMPLE / "market", "domains/market")
    call(main, ["import", "market", "--out", "market.yaml"], monkeypatch, capsys)
    call(main, ["export", "market.yaml", "domains/trade", "--to", "negmas"], monkeypatch, capsys)
    shutil.copytree(EXAMPLE / "market", "domains/odd", ignore=shutil.ignore_patterns("*er.xml"))
    put(Path("domains/odd"), "p.xml", "<utility_space><objective><utility/></objective></utility_space>")
    printed = call(main, command.split()[1:], monkeypatch, capsys)
    assert [line.rstrip() for line in printed.out.splitlines()] == shown(command)
