"""Our negotiations against published ones, to the last offer, and the page that shows them."""

from pathlib import Path

import pytest
import validation
from reference_runs import NAMES, loaded, recorded, results


@pytest.fixture(scope="module", params=NAMES)
def played(request, reference):
    """A scenario's name, and each of its runs as recorded and as our model plays it."""
    return request.param, list(results(loaded(reference, request.param)))


def test_every_offer_is_the_same(played):
    compared = [(run, ours) for _, run, ours in played[1] if run["deterministic"]]
    assert len(compared) >= 5  # of six; three runs of MiCRO used a die of their own
    for run, ours in compared:
        assert ours == recorded(run)


def test_the_page_shows_it(played):
    name, runs = played
    assert validation.shown_rows("negotiations")[name] == validation.negotiation_rows(name, runs), (
        validation.STALE
    )


def test_every_reference_scenario_is_compared(reference: Path):
    assert sorted(NAMES) == sorted(path.stem for path in (reference / "negmas").glob("*.json"))
