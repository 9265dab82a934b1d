"""Papers of a few cases, made once."""

import pytest

from sim.report.briefs import brief

CASES = ("2025-08-21", "published/elmira", "published/prisoners-dilemma", "2025-08-21-alone")


@pytest.fixture(scope="session")
def august():
    """The papers of the case of August 2025."""
    return brief("2025-08-21", worlds=20)


@pytest.fixture(scope="session", params=CASES)
def papers(request):
    """The papers of several cases."""
    return brief(request.param, worlds=5)
