"""The page of validation is whole and shows what is computed now."""

from itertools import chain

import pytest
import validation
from reference_runs import NAMES


@pytest.mark.parametrize("kind", validation.SCENARIO_BY_SCENARIO)
def test_every_scenario_is_shown_and_counted(kind):
    rows = validation.shown_rows(kind)
    assert list(rows) == NAMES
    assert validation.shown(kind) == validation.block(list(chain(*rows.values())), kind), validation.STALE


@pytest.fixture(scope="module")
def tables(reference):
    return validation.whole_tables(reference)


@pytest.mark.parametrize(
    "kind", [one for one in validation.HEADS if one not in validation.SCENARIO_BY_SCENARIO]
)
def test_every_other_table_is_what_is_computed_now(tables, kind):
    assert validation.shown(kind) == validation.block(tables[kind], kind), validation.STALE
