"""Render as a terminal of a given width would show it."""

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console


@pytest.fixture
def shown():
    def show(renderable, width=160):
        console = Console(width=width, file=StringIO(), highlight=False)
        console.print(renderable)
        text = console.file.getvalue()
        assert max(map(cell_len, text.splitlines())) <= width
        assert "…" not in text
        return text

    return show


@pytest.fixture
def flowing(shown):
    """Render, then undo line breaks and indents."""
    return lambda renderable, width=160: " ".join(shown(renderable, width).split())
