from typing import Annotated

import pytest
from pydantic import Field

from sim.language import Vocabulary
from sim.scenario.noun import Noun


class Plain(Noun):
    pass


class Aspiration(Noun):
    exponent: Annotated[float, Field(gt=0)]
    tolerance: float = 0.0
    motto: str = ""


class Ratification(Noun):
    first: tuple[str, ...]


VOCABULARY = Vocabulary(
    strategies={"boulware": Plain, "aspiration": Aspiration},
    protocols={"alternating_offers": Plain, "ratification": Ratification},
)
STRATEGY = "strategy: {name: boulware, considerate: true}"
PROTOCOL = "protocol: alternating_offers"
PLACE = "parties.anna.strategy"
SETTINGS = "expected one of name, python, considerate, exponent, tolerance, motto"

WRONG = [
    (
        "strategy: boulwar",
        "unknown strategy 'boulwar', did you mean 'boulware'? expected one of boulware, aspiration",
        PLACE,
    ),
    ("strategy: {name: 3}", "unknown strategy '3', expected one of boulware, aspiration", f"{PLACE}.name"),
    ("strategy: aspiration", "missing key 'exponent'", PLACE),
    ("strategy: {name: aspiration, exponent: 0}", "expected a number above 0, found 0", f"{PLACE}.exponent"),
    ("strategy: {name: aspiration, exponent: x}", "expected a number, found 'x'", f"{PLACE}.exponent"),
    (
        "strategy: {considerate: true, exponent: 1}",
        "unknown key 'exponent', expected one of name, python, considerate",
        PLACE,
    ),
    (
        "strategy: {name: aspiration, exponent: 1, tolerence: 1}",
        f"unknown key 'tolerence', did you mean 'tolerance'? {SETTINGS}",
        PLACE,
    ),
    (
        "strategy: {name: aspiration, exponent: 1, motto: [a]}",
        "expected text, found a list",
        f"{PLACE}.motto",
    ),
]


@pytest.mark.parametrize(("written", "message", "path"), WRONG)
def test_strategies(folder, written, message, path):
    assert folder.broken((STRATEGY, written), vocabulary=VOCABULARY) == [(message, path, 43)]


@pytest.mark.parametrize(
    ("written", "message", "path", "line"),
    [
        (
            "protocol: voting",
            "unknown protocol 'voting', expected one of alternating_offers, ratification",
            "negotiation.protocol",
            54,
        ),
        ("protocol: ratification", "missing key 'first'", "negotiation", 53),
        ("protocol: ratification\n  first: anna", "expected a list, found 'anna'", "negotiation.first", 55),
        (
            "then: [anna]",
            "unknown key 'then', expected one of protocol, rounds, order",
            "negotiation",
            54,
        ),
    ],
)
def test_protocols(folder, written, message, path, line):
    assert folder.broken((PROTOCOL, written), vocabulary=VOCABULARY) == [(message, path, line)]


def test_settings_are_kept_as_written(folder):
    text = folder.base.replace(STRATEGY, "strategy: {name: aspiration, exponent: 2, motto: 12}")
    text = text.replace(PROTOCOL, "protocol: ratification\n  first: [anna]")
    scenario = folder.load(text, VOCABULARY)
    assert scenario.parties["anna"].strategy.settings == {"exponent": 2, "motto": "12"}
    assert scenario.negotiation.settings == {"first": ["anna"]}


def test_settings_that_are_ids_are_text_whatever_they_look_like(folder):
    text = folder.base.replace("  anna:\n", "  1e3:\n").replace("party: anna", "party: 1e3")
    text = text.replace("order: [anna, bert]", "first: [1e3]").replace(PROTOCOL, "protocol: ratification")
    assert folder.load(text, VOCABULARY).negotiation.settings == {"first": ["1e3"]}


def test_settings_of_python_code_are_left_to_the_code(folder):
    written = "strategy: {python: no_such_module:Mine, depth: 3, exponent: x, considerate: true}"
    choice = folder.load(folder.base.replace(STRATEGY, written), VOCABULARY).parties["anna"].strategy
    assert (choice.python, choice.considerate) == ("no_such_module:Mine", True)
    assert choice.settings == {"depth": 3, "exponent": "x"}


FORM = "expected MODULE:CLASS, as in my_module:MyStrategy"


@pytest.mark.parametrize(
    ("written", "message", "path"),
    [
        ("{python: mine}", f"{FORM}, found 'mine'", f"{PLACE}.python"),
        ("{python: 3}", f"{FORM}, found '3'", f"{PLACE}.python"),
        ("{python: '../mine:A'}", f"{FORM}, found '../mine:A'", f"{PLACE}.python"),
        ("{python: 'mine.py:A'}", None, None),
        ("{python: 'a:b:c'}", f"{FORM}, found 'a:b:c'", f"{PLACE}.python"),
        ("{python: [a]}", "expected text, found a list", f"{PLACE}.python"),
        (
            "{name: boulware, python: 'a:B'}",
            "a strategy has either 'name' or 'python': null removes the other",
            PLACE,
        ),
    ],
)
def test_the_form_of_python_code(folder, written, message, path):
    changed = (STRATEGY, f"strategy: {written}")
    if message is None:
        assert folder.load(folder.base.replace(*changed), VOCABULARY)
    else:
        assert folder.broken(changed, vocabulary=VOCABULARY) == [(message, path, 43)]


def test_without_a_vocabulary_every_name_is_accepted(folder):
    scenario = folder.load(folder.base.replace(STRATEGY, "strategy: {name: mine, depth: 3}"))
    assert scenario.parties["anna"].strategy.settings == {"depth": 3}


def test_malformed_choices_are_left_to_the_nouns(folder):
    assert folder.broken((STRATEGY, "strategy: [a]"), vocabulary=VOCABULARY) == [
        ("expected a map, found a list", PLACE, 43)
    ]
    assert folder.broken((STRATEGY, "strategy:"), vocabulary=VOCABULARY) == [
        ("expected a map, found nothing", PLACE, 43)
    ]
