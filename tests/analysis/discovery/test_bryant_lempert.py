"""PRIM on the data of Bryant and Lempert (2010), box by box as EMA Workbench recorded it."""

import pytest
from reference_discovery import closed, data, difference, ours, recorded, rows

from sim.analysis.discovery import cover


def test_all_28_boxes_are_those_of_the_record(reference):
    found = rows(reference)
    assert len(found) == recorded(reference)["trajectory_len"] == 28
    assert {told for *_, told in found} == {"same"}


def test_box_21(reference):
    number, coverage, density, worlds, of_interest, _ = rows(reference)[21]
    assert (number, coverage, density, worlds, of_interest) == (21, 0.752809, 0.770115, 87, 67)


def test_quasi_p_values_of_box_21(reference):
    """As version 2.5.3 recorded them; in 3.0.0 there are none."""
    values = ours(reference).quasi_p_values(21)
    assert values["Cellulosic cost"].low == pytest.approx(0.15741333528927326, rel=1e-9)
    assert values["Total biomass"].high == pytest.approx(4.716968553178767e-06, rel=1e-9)
    assert values["Demand elasticity"].low == pytest.approx(1.1849299115762208e-16, rel=1e-9)
    assert values["Biomass backstop price"].low == pytest.approx(3.51511253026305e-11, rel=1e-9)
    assert len(values) == 4


@pytest.mark.parametrize(
    ("name", "settings"),
    [("alpha05", {"peel": 0.05}), ("original_obj_alpha10", {"objective": "original"})],
)
def test_other_settings(name, settings, reference):
    found, record = ours(reference, **settings), recorded(reference)[name]
    assert len(found) == record["len"]
    last, inputs = found[len(found) - 1], data(reference)[0]
    assert closed(last.limits, inputs) == record["last"]["restricted"]
    assert (last.coverage, last.density, last.mass) == tuple(
        record["last"][what] for what in ("coverage", "density", "mass")
    )


def test_a_second_box_is_found_in_what_box_21_leaves(reference):
    inputs, of_interest = data(reference)
    record = recorded(reference)["second_box_after_selecting_21"]
    _, second = cover(
        inputs, of_interest, boxes=2, choice=lambda boxes: 21 if boxes.among.all() else len(boxes) - 1
    )
    assert len(second.boxes) == record["len"]
    last = record["last"] | {"n": 49, "k": 17}
    assert difference(second.box, last, inputs) == "same"
