"""Every picture of real scenarios can be read; `tools/gallery.py --check` looks at all sizes of each."""

import pytest
from plots.drawn import title, unreadable
from plots.real_tables import SCENARIOS, real_tables

from sim.plots import EVERY_PICTURE
from sim.plots.style import new_axes

SIZES = ((5, 3.5), None, (13, 8))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_third_picture_of_a_scenario_can_be_read(scenario):
    """The others of one scenario are drawn of the next two; each picture in several sizes."""
    turn, found = SCENARIOS.index(scenario), real_tables(scenario)
    wrong = {}
    for place, name in enumerate(EVERY_PICTURE):
        if (place + turn) % 3 or name not in found:
            continue
        size = SIZES[(place + turn // 3) % len(SIZES)]
        axes = EVERY_PICTURE[name](found[name], new_axes(*size) if size else None)
        assert title(axes)
        if bad := unreadable(axes):
            wrong[name, size] = bad
    assert wrong == {}


def test_every_picture_is_among_them():
    assert {name for scenario in SCENARIOS for name in real_tables(scenario)} == set(EVERY_PICTURE)
