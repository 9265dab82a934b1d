"""A few of the cases of `make peers`, for `pytest tests/peers`; a plain `pytest` does not look in here."""

import pytest
from peers.comparing import PYTHON, compare


@pytest.mark.skipif(not PYTHON.exists(), reason="NegMAS is not here: `make peers` sets it up in .venv-peers")
def test_every_offer_is_the_same_as_negmas_makes():
    found = compare(seed=0, numbers=range(100))
    assert found.different == []
    assert found.identical >= 75
