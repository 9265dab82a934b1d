"""Python that pages and the notebook show runs, in fewer worlds."""

import json
import re

import pytest
from doc_pages import DOCS, PAGES, ROOT, blocks

import sim

SHOWING = [page for page in PAGES if blocks("python", page)]
NOTEBOOK = DOCS / "python-tutorial.ipynb"
IN_A_BROWSER = "mesa.visualization"
"""Needs mesa[viz], which tests do not install: such a block is compiled and not run."""


def code_cells():
    """Return the cells of the notebook that are code."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def in_few_worlds(code):
    """Play 100 worlds wherever more are asked for."""
    return re.sub(r"worlds=[\d_]+", "worlds=100", code)


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.stem)
def test_the_python_on_a_page_runs(page, tmp_path, monkeypatch):
    (tmp_path / "docs").symlink_to(DOCS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(DOCS / "examples")
    monkeypatch.setattr("sim.report.told_run.EVERY_PICTURE", ["outcome_distribution"])  # each takes its time
    shown = blocks("python", page)
    if any("results/2025-08-21" in block for block in shown):
        sim.run("2025-08-21", worlds=100, seed=1, out="results")
    names = {}
    for block in shown:
        code = compile(in_few_worlds(block), page.relative_to(ROOT).as_posix(), "exec")
        if IN_A_BROWSER not in block:
            exec(code, names)  # noqa: S102  (our own pages)


def test_the_scenario_that_is_written_can_be_checked_and_played(tmp_path):
    issues, said, assumed, _ = blocks("yaml", DOCS / "write-a-scenario.md")
    (tmp_path / "dam.yaml").write_text(issues + said, "utf-8")
    (tmp_path / "whole.yaml").write_text(f"extends: dam.yaml\n{assumed}", "utf-8")
    assert len(sim.check(tmp_path / "dam.yaml").compatible) == 4
    endings = sim.run(tmp_path / "whole.yaml", worlds=50, seed=1).summary().endings.set_index("ending")
    assert endings["count"]["AGREED"] > 0


def test_the_notebook_runs(monkeypatch):
    import matplotlib.pyplot as plt

    plt.switch_backend("agg")
    monkeypatch.chdir(DOCS)
    names = {}
    for cell in code_cells():
        code = compile(in_few_worlds("".join(cell["source"])), cell["id"], "exec")
        exec(code, names)  # noqa: S102  (our own notebook)
    plt.close("all")
    assert names["found"].sentences
    assert names["tipping"].tip is not None


def test_the_notebook_is_kept_without_outputs():
    assert [cell["id"] for cell in code_cells() if cell["outputs"] or cell["execution_count"]] == []
