"""Documents as HTML: tables that people can read by row and write in, and links that are safe."""

import pandas as pd
import pytest
import reading_html

from sim.report import as_html
from sim.report.blocks import Document, Grid, Group, Link, Listing, Picture, Prose, Section


def written(*blocks, contents=False):
    return reading_html.read(as_html(Document("T", "Below.", blocks, "No.", contents)))


def classes(cells):
    return [cell.attributes.get("class") for cell in cells]


def test_groups_have_headings_and_there_is_room_to_write():
    groups = (Group("G", (("a", "1", ""),)),)
    (table,) = written(
        Grid("C.", ("A", "N", "Yours"), (("b", "2", ""),), frozenset({1}), groups, write=2)
    ).all("table")
    plain, group = table.all("tbody")
    heading, first = group.all("th")
    assert (heading.text, heading.attributes) == ("G", {"scope": "rowgroup", "colspan": "3"})
    assert (first.text, first.attributes["scope"]) == ("a", "row")
    assert classes([table, plain, group]) == ["sheet", None, "group"]
    assert classes(plain.all("td")) == classes(group.all("td")) == ["number", "write"]


def test_how_much_something_stands_out():
    page = written(Prose("a"), Prose("b", "note"), Listing(("c",), kind="note"), Prose("d", "quiet"))
    assert classes(page.all("main")[0].all("p", "ul")) == [None, "note", "note", "quiet"]


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org", True),
        ("index.html", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("/etc/passwd", False),
    ],
)
def test_links_lead_to_the_web_or_to_a_file_beside(url, is_link):
    page = written(Prose(("See ", Link("this", url), ".")))
    assert page.all("main")[0].text == "See this."
    assert [link.attributes["href"] for link in page.all("a")] == [url] * is_link


def test_what_can_be_typed_in_is_code():
    (cell,) = written(Grid("C.", ("A", "B"), (("a", "By `sim check <x>`."),))).all("td")
    assert (cell.text, cell.all("code")[0].text) == ("By sim check <x>.", "sim check <x>")


def test_contents_are_listed_where_they_are_asked_for():
    blocks = (Prose("First."), Section("One", (Section("Deeper", ()),)), Section("Two", (), new_page=True))
    assert written(*blocks).all("nav", "a") == []
    page = written(*blocks, contents=True)
    assert [link.text for link in page.all("nav")[0].all("a")] == ["One", "Two"]
    assert [(one.attributes["id"], one.attributes.get("class")) for one in page.all("section")] == [
        ("one", None),
        ("one-deeper", None),
        ("two", "new-page"),
    ]


def test_a_picture_of_one_row_has_one_row():
    drawn = Picture("a", "One.", "One dot.", b"", b"", pd.DataFrame({"x": [1]}))
    assert written(drawn).all("figcaption")[0].text.endswith("a.csv: 1 row in all")
