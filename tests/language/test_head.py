"""The comment at the head of a scenario file, read by machine."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.language.head import Head, read_head

WHOLE = """\
# A fence.
# Between gardens.
#
# Asks: which fence,
#   and who pays?
# Changes: Anna wants
# a wall: a high one.
# Rests on: `anna-speaks`.
# Try: sim check fence
# Try: sim run fence --worlds 20
#
# For people: Asks: this is no label, and
# Try this at home.
scenario: A fence
# Asks: not at the head
"""


def test_every_piece_is_found():
    assert read_head(WHOLE) == Head(
        what="A fence. Between gardens.",
        asks="Which fence, and who pays?",
        changes="Anna wants a wall: a high one.",
        rests_on="`anna-speaks`.",
        tries=("sim check fence", "sim run fence --worlds 20"),
    )


@pytest.mark.parametrize("text", ["", "scenario: A\n", "\n# Asks: too late\n", "#\n"])
def test_no_head(text):
    assert read_head(text) == Head()


def test_a_byte_order_mark_and_other_line_ends_change_nothing():
    assert read_head("\ufeff" + WHOLE.replace("\n", "\r\n")) == read_head(WHOLE)


WORDS = st.lists(st.sampled_from(["who", "asks", "tries", "a", "fence", "rests"]), min_size=1, max_size=6)


@settings(max_examples=25)
@given(asks=WORDS, rests=WORDS, data=st.data())
def test_where_lines_break_changes_nothing(asks, rests, data):
    breaks = st.sampled_from([" ", "\n# ", "\n#    "])
    text = "# What.\n#\n"
    for label, words in (("Asks", asks), ("Rests on", rests)):
        text += f"# {label}: " + "".join(word + data.draw(breaks) for word in words).strip("# \n") + "\n"
    head = read_head(text + "a: 1\n")
    assert head.asks.lower() == " ".join(asks)
    assert head.rests_on.lower() == " ".join(rests)
