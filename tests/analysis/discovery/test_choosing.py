"""The box to talk about."""

import numpy as np
import pandas as pd
from reference_discovery import ours

from sim.analysis.discovery import best_balance, prim


def test_of_bryant_and_lempert_it_is_box_22(reference):
    boxes = ours(reference)
    chosen = best_balance(boxes)
    assert chosen == 22
    assert (boxes[chosen].worlds, boxes[chosen].of_interest) == (78, 65)


def test_a_box_without_conditions_is_chosen_only_if_there_is_no_other():
    cost = pd.DataFrame({"cost": np.arange(100.0)})
    almost_all = np.arange(100) != 0
    assert best_balance(prim(cost, almost_all)) == 1
    assert best_balance(prim(cost, np.ones(100))) == 0
