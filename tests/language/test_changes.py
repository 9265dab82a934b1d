from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.language.changes import read_changes

scalars = (
    st.none() | st.booleans() | st.integers(-(10**99) + 1, 10**99) | st.floats(allow_nan=False) | st.text()
)
values = st.recursive(
    scalars.filter(lambda value: value not in {float("inf"), float("-inf")}),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)


def only(changes):
    """Return the one value that is read."""
    (value,), problems = read_changes(changes)
    assert problems == []
    return value


def wrong(changes):
    """Return the one problem that is found, as text."""
    _, (problem,) = read_changes(changes)
    return str(problem)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a=0.5", 0.5),
        ("a=no", "no"),
        ("a=12:30:45", "12:30:45"),
        ("a='0.5'", "0.5"),
        ("a=null", None),
        ("a=~", None),
        ("a=[0.2,0.4]", [0.2, 0.4]),
        ("a= {name: boulware, considerate: true}", {"name": "boulware", "considerate": True}),
        ("a=x=y", "x=y"),
        ("a=b: 1\nc: [2]", {"b": 1, "c": [2]}),
    ],
)
def test_values_are_yaml_as_the_language_reads_it(text, value):
    assert only([text]).plain() == value


def test_a_value_knows_its_path_and_its_change_and_no_line():
    value = only(["parties.a.no_deal=\n  {value: 1}"])
    assert (value.path, value.file, value.line) == (
        ("parties", "a", "no_deal"), "--set parties.a.no_deal= {value: 1}", 0
    )  # fmt: skip
    inner = value.get("value")
    assert (inner.path, inner.line) == (("parties", "a", "no_deal", "value"), 0)


@given(values)
def test_plain_values_are_what_they_are(value):
    assert only({"a.b": value}).plain() == value


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (np.float64(0.25), 0.25),
        (np.int64(3), 3),
        (np.array([0.2, 0.4]), [0.2, 0.4]),
        ((1, 2), [1, 2]),
        (date(2025, 8, 21), "2025-08-21"),
        ({0.2: 1}, {"0.2": 1}),
    ],
)
def test_plain_values_of_other_types(value, read):
    assert only({"a": value}).plain() == read


def test_a_text_from_python_is_a_text():
    assert only({"a": "[0.2, 0.4]"}).plain() == "[0.2, 0.4]"


def test_one_text_alone_is_one_change():
    assert only("a.b=1").path == ("a", "b")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("about", "no equals sign, expected PATH=VALUE (--set about)"),
        ("about=", "no value, expected one (null removes) (--set about=)"),
        ("about= # nothing", "no value, expected one (null removes) (--set about= # nothing)"),
        ("a=[", "not YAML: did not find expected node content (--set a=[)"),
        ("a=1\n---\n2", "a second document starts here, expected one (--set a=1 --- 2)"),
        ("a=*b", "alias '*b' names nothing that is complete above it (--set a=*b)"),
        ("a=!x 1", "tag '!x', expected none: types are not chosen here @ a (--set a=!x 1)"),
        ("a={b: 1, b: 2}", "key 'b' is used twice @ a (--set a={b: 1, b: 2})"),
        ("a=" + 99 * "[", f"nested more than 60 deep (--set a={99 * '['})"),
        ("a\udcff=1", "not UTF-8, expected UTF-8 text (--set a\udcff=1)"),
        (
            "extends=x",
            "'extends' cannot be set: changes are made to what has been merged already (--set extends=x)",
        ),
    ],
)
def test_bad_texts(text, message):
    assert wrong([text]) == message


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"a=b": 1},
            "an equals sign in the path, expected a key that holds one in double quotes (changes['a=b'])",
        ),
        ({"": 1}, "empty path, expected keys joined by dots (changes[''])"),
        (
            {"a": {1}},
            "not a plain value: found set, expected text, numbers, true, false, None, lists or maps",
        ),
        ({"a": {(1, 2): 3}}, "not a plain value: keys must be str"),
        ({"a": {1: 2, "1": 3}}, "key '1' is used twice @ a (changes['a'])"),
        ({"a": 10**5000}, "not a plain value: "),
        ({"a": "\ud800"}, "not UTF-8, expected UTF-8 text (changes['a'])"),
        ({"a": "x" * 1_000_001}, "above 1 MB, expected a shorter value (changes['a'])"),
    ],
)
def test_bad_values(change, message):
    assert wrong(change).startswith(message)


def test_values_without_end():
    endless = []
    endless.append(endless)
    deep = []
    for _ in range(100_000):
        deep = [deep]
    assert wrong({"a": endless}).startswith("not a plain value: ")
    assert wrong({"a": deep}).startswith("not a plain value: ")


def test_everything_wrong_is_told_at_once():
    values, problems = read_changes(["x", "about=fine", "=1", "y={a: 1, a: 2}"])
    assert [value.path for value in values] == [("about",), ("y",)]
    assert len(problems) == 3


def test_a_long_change_is_shown_shortened():
    assert wrong(["about=[" + "x" * 500]).endswith("(--set about=[" + "x" * 113 + "...)")
