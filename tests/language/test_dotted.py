import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.language.dotted import read_path, short_names, write_path

NO_DOTS = st.text(min_size=1).filter(lambda key: key == key.strip() and not re.search(r'[."=]', key))


@pytest.mark.parametrize(
    ("text", "keys", "rest"),
    [
        ("about", ("about",), ""),
        ("rules.0.because=Why = not?", ("rules", "0", "because"), "=Why = not?"),
        (' a . "b" = 1', ("a", "b"), "= 1"),
        ("a.an option with spaces=1", ("a", "an option with spaces"), "=1"),
        ('"a.b=c".d=1', ("a.b=c", "d"), "=1"),
        ('x."".y', ("x", "", "y"), ""),
        (r'"say \"no\" \\ yes"="', ('say "no" \\ yes',), '="'),
        ("a=b.c", ("a",), "=b.c"),
        ("a\n.b", ("a", "b"), ""),
    ],
)
def test_paths(text, keys, rest):
    assert read_path(text, "here") == (keys, rest)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty path, expected keys joined by dots"),
        ("  =1", "empty path, expected keys joined by dots"),
        (".a=1", "empty key in the path, expected keys joined by single dots"),
        ("a..b=1", "empty key in the path, expected keys joined by single dots"),
        ("a.=1", "empty key in the path, expected keys joined by single dots"),
        ("a. ", "empty key in the path, expected keys joined by single dots"),
        ('a."b=1', "a double quote is not closed"),
        (r'"a\"=1', "a double quote is not closed"),
        ('a"b"=1', "a double quote is out of place, expected the quotes around a whole key"),
        ('"a"b=1', "a double quote is out of place, expected the quotes around a whole key"),
        ('"a""b"=1', "a double quote is out of place, expected the quotes around a whole key"),
    ],
)
def test_what_is_no_path(text, message):
    with pytest.raises(ScenarioError) as caught:
        read_path(text, "here")
    assert str(caught.value) == f"{message} (here)"


@given(st.lists(st.text(), min_size=1))
def test_any_key_can_be_quoted(keys):
    quoted = [re.sub(r'(["\\])', r"\\\1", key) for key in keys]
    assert read_path(".".join(f'"{key}"' for key in quoted), "here") == (tuple(keys), "")


@given(st.lists(NO_DOTS, min_size=1))
def test_most_keys_need_no_quotes(keys):
    assert read_path(".".join(keys) + "=x", "here") == (tuple(keys), "=x")


@pytest.mark.parametrize("piece", [" ", '"', ".", "\\", '\\"', '" ', '".'])
@pytest.mark.parametrize("after", ["", '"', "=", ' "'])
def test_long_nonsense_takes_no_longer_than_it_is_long(piece, after):
    with suppress(ScenarioError):
        read_path(piece * 100_001 + after, "here")


@given(keys=st.lists(st.text(max_size=6) | NO_DOTS | st.sampled_from(list(' ."=\\')), min_size=1, max_size=4))
def test_what_is_written_reads_back(keys):
    assert read_path(write_path(keys), "here") == (tuple(keys), "")


def test_plain_keys_are_written_without_quotes():
    assert write_path(["rules", 0, "because", "a b", " a", ""]) == 'rules.0.because.a b." a".""'


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["about"], ["about"]),
        (["a.b.c.d"], ["c.d"]),
        (["a.b.c.d", "x.b.c.d"], ["a.b.c.d", "x.b.c.d"]),
        (["a.b.c.d", "a.x.c.d"], ["b.c.d", "x.c.d"]),
        (["b.c", "a.b.c"], ["b.c", "a.b.c"]),
    ],
)
def test_short_names_tell_paths_apart(paths, names):
    assert short_names(paths) == names
