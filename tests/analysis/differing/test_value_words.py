import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.analysis.differing.value_words import in_words, number_in_words, plain
from sim.scenario import ConsentWhen, Party, RedLine, Statement, StrategyChoice
from sim.scenario.uncertain import parse

LINE = RedLine(
    forbid={"x": "a"}, unless={"y": ["b", "c"]}, softens={"round": 3, "chance": 0.5}, statement="s"
)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (0.5, "0.5"),
        ([0, 1], "0 to 1"),
        ({"triangular": [0.2, 0.5, 0.9]}, "triangular 0.2, 0.5, 0.9"),
        (
            {"normal": {"mean": 0.5, "sd": 0.1, "low": 0, "high": 1}},
            "normal with mean 0.5 and sd 0.1, from 0 to 1",
        ),
        ({"beta": {"mean": 0.9, "concentration": 20}}, "beta with mean 0.9 and concentration 20"),
        ({"choice": {"0.2": 1, "0.8": 3}}, "0.2 or 0.8 with chances 1 and 3"),
    ],
)
def test_every_form_of_a_number(written, words):
    number = parse(written)
    assert number_in_words(number) == in_words(number) == words
    assert parse(plain(number)) == number


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "none"),
        (True, "true"),
        (3, "3"),
        ("", '""'),
        ("micro", "micro"),
        ("two words", '"two words"'),
        (("a", "b"), "a, b"),
        ({}, "nothing"),
        ({"x": "a", "y": "b c"}, 'x: a, y: "b c"'),
        ({"x": ("a", "b"), "y": ("c",)}, "x: a or b; y: c"),
        ({"one": LINE, "other": LINE}, "one and other"),
        (LINE, "forbids x: a, unless y: b or c, softens round 3, chance 0.5, statement s"),
        (ConsentWhen(when={"x": "a", "y": ["b", "c"]}), "when asked for x: a, or y: b or c"),
        (StrategyChoice(python="a:B"), "a:B"),
        (Party(name="A", red_lines={"one": LINE}), "A, consent always, red lines one"),
        (
            Statement(party="a", speaker="S", date="2025-08-21", outlet="O", kind="quoted", claim="No."),
            'S, 21 August 2025 (O; quoted): "No."',
        ),
    ],
)
def test_everything_a_scenario_may_hold(value, words):
    assert in_words(value) == words


@settings(max_examples=examples(50))
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_plain_values_stay_what_they_are(value):
    assert plain(value) == value
    assert in_words(value)
