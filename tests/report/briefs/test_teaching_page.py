"""What the page for teachers quotes stands in the papers that its first command makes."""

import re
import shlex
from pathlib import Path

import pytest

import sim
from sim.report.briefs import brief

PAGE = Path(__file__).parents[3] / "docs" / "teaching.md"


@pytest.fixture(scope="module")
def page():
    return PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def papers(page):
    """The papers of the first command on the page."""
    words = shlex.split(re.search(r"```sh\n(sim brief .*)\n", page)[1])
    options = dict(zip(words[3::2], words[4::2], strict=True))
    case = sim.load(words[2], [options["--set"]])
    return brief(case, int(options["--seed"]), int(options["--world"]), worlds=1)


def test_quoted_lines_are_lines_of_the_papers(page, papers):
    lines = {line for text in papers.pages("md").values() for line in text.splitlines()}
    quoted = [
        line for block in re.findall(r"```markdown\n(.*?)```", page, re.DOTALL) for line in block.splitlines()
    ]
    assert len(quoted) >= 4
    assert [line for line in quoted if line not in lines] == []


def test_it_counts_the_files(page, papers):
    assert len(papers.pages()) == 8
    assert "This writes eight files" in page


def test_headings_that_it_names_are_there(page, papers):
    text = "".join(papers.pages("md").values())
    for name in ("Before the talks", "The class's own agreements", "All scoring sheets side by side"):
        assert name in page.replace("\n", " ")
        assert f"## {name}" in text
