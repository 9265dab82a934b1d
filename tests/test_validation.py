"""The page of validation is whole; its rows are compared where they are computed."""

from itertools import chain

import pytest
import validation
from reference_runs import NAMES


@pytest.mark.parametrize("kind", validation.HEADS)
def test_every_scenario_is_shown_and_counted(kind):
    rows = validation.shown_rows(kind)
    assert list(rows) == NAMES
    assert validation.shown(kind) == validation.block(list(chain(*rows.values())), kind), validation.STALE
