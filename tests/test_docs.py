"""What README and docs show is what the commands print."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import paste_outputs  # noqa: E402


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """One folder of runs: pages show the same run from several sides."""
    return tmp_path_factory.mktemp("results")


@pytest.mark.parametrize("page", paste_outputs.PAGES)
def test_shown_outputs_are_real(page, results):
    text = (ROOT / page).read_text("utf-8")
    assert "<!-- output" in text
    assert paste_outputs.renewed(text, results) == text, "renew with: python tools/paste_outputs.py"
