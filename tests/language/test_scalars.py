import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.language.scalars import read_scalar

CORE_SCHEMA = {  # YAML 1.2.2, section 10.3.2, with the traps of YAML 1.1
    "": None,
    "~": None,
    "Null": None,
    "true": True,
    "FALSE": False,
    "0": 0,
    "0o7": 7,
    "0x3A": 58,
    "-19": -19,
    "017": 17,
    "0.": 0.0,
    "-0.0": 0.0,
    ".5": 0.5,
    "+12e03": 12000.0,
    "-2E+05": -200000.0,
    ".inf": math.inf,
    "-.Inf": -math.inf,
}
TEXT = [
    "no",
    "yes",
    "on",
    "off",
    "y",
    "n",
    "12:30:45",
    "1:2",
    "2025-08-21",
    "1_000",
    "0b1",
    "tRUE",
    "nULL",
    ".",
    "e3",
    "1e",
    "0o8",
    "0xg",
    "-0o7",
    "inf",
    "nan",
    "+.nan",
    "٣",
]


@pytest.mark.parametrize(("text", "value"), CORE_SCHEMA.items())
def test_core_schema(text, value):
    assert read_scalar(text) == value
    assert type(read_scalar(text)) is type(value)


def test_nan():
    assert math.isnan(read_scalar(".NaN"))


@pytest.mark.parametrize("text", TEXT)
def test_everything_else_is_text(text):
    assert read_scalar(text) == text
    assert isinstance(read_scalar(text), str)


def test_a_number_of_many_digits_is_text():
    assert read_scalar("9" * 5000) == "9" * 5000


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**90), 10**90))
def test_numbers_read_back(number):
    assert read_scalar(repr(number)) == number
