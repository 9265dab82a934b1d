"""What README and docs show is what the commands print."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import paste_outputs  # noqa: E402


@pytest.mark.parametrize("page", paste_outputs.PAGES)
def test_shown_outputs_are_real(page, tmp_path):
    text = (ROOT / page).read_text("utf-8")
    assert "<!-- output" in text
    assert paste_outputs.renewed(text, tmp_path) == text, "renew with: python tools/paste_outputs.py"
