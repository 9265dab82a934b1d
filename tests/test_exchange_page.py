"""What docs/exchange.md shows is what the commands print, and its files can be read."""

import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from calling import EXAMPLE, call
from domains import put, utilities

from sim.cli import main
from sim.exchange import read

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


def test_files_that_are_shown_make_the_same_domain_in_both_formats(tmp_path):
    for form, ending in (("negmas", "yml"), ("genius", "xml")):
        domain, buyer = re.findall(rf"```{'yaml' if ending == 'yml' else ending}\n(.*?)```", PAGE, re.DOTALL)
        put(tmp_path / form, f"domain.{ending}", domain)
        for name in ("buyer", "seller"):
            put(tmp_path / form, f"{name}.{ending}", buyer)
    negmas, genius = (read(tmp_path / form) for form in ("negmas", "genius"))
    assert (negmas.warnings, genius.warnings) == ((), ())
    assert negmas.scenario.title == genius.scenario.title == "Bicycle"
    assert negmas.scenario.issues == genius.scenario.issues
    expected = [1, 0.85, 0.7, 0.55, 0.4, 0.6, 0.45, 0.3, 0.15, 0]
    for found in (negmas, genius):
        np.testing.assert_allclose(utilities(found.scenario), [expected] * 2, atol=1e-12)
        assert found.scenario.parties["buyer"].no_deal.value.mean == 0.2
