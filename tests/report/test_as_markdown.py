"""Documents as Markdown: what people wrote is no markup, and what is markup is taken for it."""

import pandas as pd
import pytest

from sim.report import as_markdown
from sim.report.blocks import (
    Attachment,
    Code,
    Document,
    Grid,
    Group,
    Link,
    Listing,
    Picture,
    Prose,
    Section,
    Strong,
)


def written(*blocks):
    """Return blocks as Markdown, without the title and the foot."""
    text = as_markdown(Document("T", "Below.", blocks, "No."), "beside")
    return text.removeprefix("# T\n\nBelow.\n\n").removesuffix("\n\n---\n\nNo.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((Strong("Rests on: "), "one article"), "**Rests on:** one article"),
        (("one ", Strong("and"), " two"), "one **and** two"),
        (("one", Strong(" and "), "two"), "one **and** two"),
        (("  one\n two ", Strong(" ")), "one two"),
    ],
)
def test_spaces_between_parts_stay(words, told):
    assert written(Prose(words)) == told
    assert written(Listing((words,))) == f"- {told}"
    assert f"| {told} |" in written(Grid("C.", ("A",), ((words,),)))


@pytest.mark.parametrize("words", ["1. x", "12) x", "- x", "+ x", "---", "# x", "> x", "* x", "a &lt; b"])
def test_no_paragraph_becomes_a_list_a_heading_or_a_rule(words):
    assert written(Prose(words)) != words
    assert written(Prose(words)).replace("\\", "") == words


def test_what_can_be_typed_in_is_code_even_in_a_table():
    assert written(Prose("Type `sim check | less_`.")) == "Type `sim check | less_`."
    assert "| `a \\| b_` \\` |" in written(Grid("C.", ("A",), (("`a | b_` `",),)))
    assert written(Prose("Kha`an and Ta`if")) == "Kha\\`an and Ta\\`if"


def test_code_does_not_end_before_its_end():
    assert written(Code("a ```` b")) == "`````text\na ```` b\n`````"


def test_a_note_is_set_apart():
    assert written(Prose("One.", "note")) == "> One."
    assert written(Listing(("One.", "Two."), numbered=True, kind="note")) == "> 1. One.\n> 2. Two."


def test_a_section_may_begin_a_page():
    assert written(Section("A", (Section("B", (), new_page=True),))) == "## A\n\n---\n\n### B"


def test_groups_of_a_table_have_headings():
    groups = (Group("G|", (("a", "1"),)),)
    text = written(Grid("C.", ("", "N"), (("b", "2"),), frozenset({1}), groups))
    assert text == "C.\n\n|  | N |\n| --- | ---: |\n| b | 2 |\n| **G\\|** |  |\n| a | 1 |"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://example.org/a|b c>", "[x](<https://example.org/a%7Cb%20c%3E>)"),
        ("role-us.md", "[x](<role-us.md>)"),
        ("javascript:alert(1)", "x"),
        ("//example.org", "x"),
        ("../x.md", "x"),
    ],
)
def test_links_lead_to_the_web_or_to_a_file_beside(url, told):
    assert written(Prose(Link("x", url))) == told


def test_a_picture_of_one_row_has_one_row():
    drawn = Picture("a", "One.", "One dot.", b"", b"", pd.DataFrame({"x": [1]}))
    assert written(drawn).endswith("[The data](<beside/a.csv>): 1 row.")


def test_an_attachment_says_what_it_is():
    told = written(Attachment("a.yaml", "all; `sim run` takes it", "text/yaml", b""))
    assert told == "[a.yaml](<beside/a.yaml>): all; `sim run` takes it"
