"""Who has offered what."""

import numpy as np
import pytest

from sim.negotiation.history import History


def test_different_packages_are_counted_once():
    history = History(worlds=2, parties=3, packages=4)
    history.keep()
    for party, package in ((0, 1), (1, 1), (0, 2), (0, 1), (2, 3)):
        history.note(np.array([0]), party, np.array([package]))
    assert history.sent.tolist() == [[2, 1, 1], [0, 0, 0]]
    assert history.heard.tolist() == [[2, 3, 2], [0, 0, 0]]
    assert history.sent_by(0, np.array([0])).tolist() == [[False, True, True, False]]


def test_nothing_is_kept_unless_somebody_asks():
    history = History(worlds=1, parties=2, packages=3)
    history.note(np.array([0]), 0, np.array([1]))
    assert history.sent.tolist() == [[0, 0]]
    with pytest.raises(RuntimeError, match="not kept"):
        history.sent_by(0, np.array([0]))
