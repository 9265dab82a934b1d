"""One package's story, in sentences."""

import pytest

import sim
from sim.text import package_text


@pytest.fixture
def story(flowing):
    answer = sim.check("2025-08-21")
    return lambda name: flowing(package_text(answer, answer.variant(name)))


def test_a_package_that_one_line_stops(story):
    text = story("reassurance-force")
    assert "reassurance-force: no" in text
    assert (
        "It leaves open commitment and russian_role: of 6 completions that make sense, 0 can be signed."
        in text
    )
    assert "Russia stops it: no-foreign-troops." in text
    assert "Sergey Lavrov, foreign minister, 21 August 2025 (Kyiv Independent; quoted)" in text
    assert "It could be signed if no-foreign-troops (Russia) gave way." in text
    assert "With probability 7.5% this line is not held." in text
    assert "The nearest compatible package says instead: No foreign troops." in text


def test_a_package_that_several_lines_stop(story):
    text = story("nato-membership")
    assert "With probability 1.37% none of these lines is held; on average 2.50 of them are." in text
    assert "With probability 1.4% no held line blocks the package in some completion." in text
    assert "Inside this package, nothing respects" in text


def test_a_package_that_can_be_signed(story):
    text = story("air-shield")
    assert "air-shield: yes, with: Binding commitment; Russia is consulted" in text
    assert (
        "2 can be signed. Binding commitment; Russia is consulted Binding commitment; Russia is a guarantor"
        in text
    )
    assert "Nobody whose consent it needs has stated a red line against it." in text
    assert "stops it" not in text
