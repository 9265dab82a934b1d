"""A tipping point as people read it."""

import numpy as np
import pytest
from builders import a_scenario

from sim.analysis.tipping.tip_question import question
from sim.analysis.tipping.tipping import tipping_point
from sim.negotiation.outcomes import Outcomes
from sim.text.tipping_text import tipping_text

CASE = a_scenario({"x": "none some"}, {"a": {}, "b": {}}, name="base", ensemble={"worlds": 1000, "seed": 7})
PATH = "parties.a.no_deal.value"


def outcomes(share, worlds=1000):
    rows, nothing = np.arange(worlds), np.full(worlds, -1)
    return Outcomes(
        world=rows, package=nothing, round=np.full(worlds, 9),
        ending=(rows >= round(share * worlds)).astype(int),
        utilities=np.tile([share, 0.5], (worlds, 1)), left_by=nothing, closest=nothing, acceptances=nothing,
    )  # fmt: skip


def told(share, target="agreed >= 0.5", worlds=1000):
    asked = question(CASE, PATH, target, "0,1")
    return tipping_text(tipping_point(asked, lambda value: outcomes(share(value), worlds)))


def test_where_it_tips(flowing):
    text = flowing(told(lambda v: 1 - v))
    assert text.startswith(
        f"Test 1,000 worlds, seed 7, base agreed >= 0.5 holds below and not above {PATH} = 0.500"
    )
    assert "(95% interval 0.4688 to 0.5312)." in text
    assert "more than once" not in text
    assert "Value agreed 95% interval agreed >= 0.5 0 100.0% 99.6% to 100.0% yes 0.125 87.5%" in text
    assert text.endswith("not how right the assumptions are.")


def test_the_other_way_round(flowing):
    assert "agreed >= 0.5 holds above and not below" in flowing(told(lambda v: v))


def test_an_interval_that_goes_on_is_said_to(flowing):
    text = flowing(told(lambda v: 0.49 + 0.02 * v))
    assert "(95% interval 0 or less to 1 or more)." in text


def test_no_tip(flowing):
    text = flowing(told(lambda v: 0.2 + 0.1 * v))
    assert (
        f"agreed >= 0.5 holds at no value of {PATH} that was tried: agreed is 20.0% at 0 and 30.0% at 1."
        in text
    )
    assert "holds at every value" in flowing(told(lambda v: 0.2, target="agreed < 0.5"))


def test_more_than_one_change(flowing):
    text = flowing(told(lambda v: abs(2 * v - 1)))
    assert "The answer changes more than once, between 0.2" in text
    assert "and 0.625 and 0.75; told is the first change of a grid." in text or "and 0.75 and 0.875;" in text


def test_means_are_no_percentages(flowing):
    assert "0.250 at 0 and 0.250 at 1" in flowing(told(lambda v: 0.25, "utility.a > 0.5"))


@pytest.mark.parametrize("width", [60, 160])
def test_it_fits(shown, width):
    shown(told(lambda v: v), width)


def test_of_one_world_there_is_no_interval(flowing):
    assert "0 9.000 - no" in flowing(told(lambda v: v, "round > 9", worlds=1))
