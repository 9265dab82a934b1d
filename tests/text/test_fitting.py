"""A layout that fits is chosen when the width is known."""

import pytest
from rich.text import Text

from sim.text.fitting import Fitting


@pytest.mark.parametrize(("width", "layout"), [(10, "wide"), (11, "wide"), (9, "narrow")])
def test_the_wide_layout_is_shown_where_its_words_fit(shown, width, layout):
    text = shown(Fitting(wide=Text("wide 8901234567"), narrow=Text("narrow")), width)
    assert text.startswith(layout)
