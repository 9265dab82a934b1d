"""One headless Chromium for the tests of pages; without one they are left out, except in CI."""

import os

import pytest
from browsing import CHROMIUM, Browser


@pytest.fixture(scope="session")
def browser():
    """A browser that shows, checks and prints pages."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is missing: apt-get install chromium")
        pytest.skip("needs chromium: apt-get install chromium")
    opened = Browser()
    yield opened
    opened.close()
