"""The pages of a class: their structure, nothing from elsewhere, and that people's words are text."""

import re
from itertools import pairwise

import pytest
from builders import SAID, a_scenario
from reading_html import read

from sim.report.briefs import brief
from sim.scenario import Scenario


@pytest.fixture(scope="module")
def pages(papers):
    return {file: read(page) for file, page in papers.pages().items()}


def test_there_is_a_sheet_for_each_party_and_one_for_the_instructor(papers, pages):
    roles = [f"role-{party}.html" for party in papers.found.case.parties]
    assert list(pages) == ["index.html", "instructor.html", *roles]


def test_headings_are_in_order_under_one_title(pages):
    for page in pages.values():
        levels = [int(heading.name[1]) for heading in page.all("h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert page.one("html").attributes["lang"] == "en"
        assert page.all("head")[0].one("title").text.startswith(page.one("h1").text)


def test_all_that_is_shown_lies_in_a_landmark(pages):
    for page in pages.values():
        body = page.one("body")
        assert [part.name for part in body.inside] == ["header", "main", "footer"]


def test_tables_have_captions_and_headers_that_say_what_they_head(pages):
    for page in pages.values():
        for table in page.all("table"):
            assert table.one("caption").text
            columns = table.one("thead").all("th")
            assert {column.attributes["scope"] for column in columns} == {"col"}
            for row in table.one("tbody").all("tr") if len(table.all("tbody")) == 1 else []:
                assert row.inside[0].attributes["scope"] in {"row", "rowgroup"}
            assert all(cell.text for cell in table.all("th"))
            for row in table.all("tr"):
                spans = [int(cell.attributes.get("colspan", 1)) for cell in row.all("th", "td")]
                assert sum(spans) == len(columns)


def test_regions_have_names_of_their_own_and_can_be_reached_by_keyboard(pages):
    for page in pages.values():
        regions = [part for part in page.all() if part.attributes.get("role") == "group"]
        names = [region.attributes["aria-label"] for region in regions]
        assert len(set(names)) == len(names) == len(page.all("table"))
        assert {region.attributes["tabindex"] for region in regions} <= {"0"}


def test_nothing_comes_from_elsewhere_and_nothing_runs(pages):
    for page in pages.values():
        assert page.all("script", "link", "img", "iframe", "object", "embed", "form") == []
        for element in page.all():
            assert not {"src", "srcset", "style"} & set(element.attributes)
            assert not [name for name in element.attributes if name.startswith("on")]
        style = page.one("style").text
        assert "url(" not in style
        assert "@import" not in style


def test_the_index_leads_to_all_papers(papers, pages):
    found = [link.attributes["href"] for link in pages["index.html"].all("a")]
    assert sorted(found) == sorted(set(pages) - {"index.html"})


def test_both_formats_say_the_same(papers):
    markdown = papers.pages("md")
    for file, page in papers.pages().items():
        text = markdown[file.replace(".html", ".md")]
        text = re.sub(r"[\\`]|\*\*", "", text)
        for part in read(page).one("main").all("h2", "h3", "td", "th"):
            assert part.text in text or part.all("a")
        for paragraph in read(page).one("main").all("p", "li"):
            assert paragraph.text in text or paragraph.all("a")


def test_the_same_again_has_the_same_bytes(august):
    again = brief("2025-08-21", worlds=20)
    for kind in ("html", "md"):
        assert again.pages(kind) == august.pages(kind)


NASTY = "</title><b>\"Q\" & 'A' | *x*</b>"


def a_nasty_case(url=None):
    case = a_scenario(
        {"x": "u v"},
        {"a": {"red_lines": {"no-u": {"forbid": {"x": "u"}}}}, "b": {}},
        packages={"named": {"x": "u"}},
        negotiation={"rounds": 2},
    )
    tree = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    tree["scenario"] = tree["about"] = NASTY
    tree["parties"]["a"]["name"] = f"A{NASTY}"
    tree["parties"]["a"]["preferences"] = {"because": NASTY}
    tree["issues"]["x"]["options"]["u"] = f"U{NASTY}"
    tree["statements"]["s-a"] |= {**SAID, "claim": NASTY, "speaker": NASTY, "url": url}
    return Scenario.model_validate(tree)


def test_whatever_people_write_is_text():
    pages = brief(a_nasty_case('javascript:"x"'), seed=1, worlds=1, command=f"sim brief '{NASTY}'").pages()
    for page in map(read, pages.values()):
        assert page.all("b") == []
        assert [link for link in page.all("a") if not link.attributes["href"].endswith(".html")] == []
    role = read(pages["role-a.html"])
    assert role.one("h1").text == f"Your role: A{NASTY}"
    assert NASTY in [cell.text for cell in role.all("th")]
    assert f"Why the authors of the case assume what follows: {NASTY}" in [p.text for p in role.all("p")]
    assert read(pages["instructor.html"]).one("code").text.startswith(f"sim brief '{NASTY}'")


def test_addresses_on_the_web_become_links():
    pages = brief(a_nasty_case('https://example.org/?a="1"&b=2'), seed=1, worlds=1).pages()
    (link,) = read(pages["role-b.html"]).all("a")
    assert link.attributes["href"] == 'https://example.org/?a="1"&b=2'


def test_markdown_tables_keep_their_columns():
    text = brief(a_nasty_case(), seed=1, worlds=1).pages("md")["role-a.md"]
    for line in text.splitlines():
        if line.startswith("|"):
            assert line.endswith("|")
    assert "\\*x\\*" in text
    assert "<b>" not in text.replace("\\<b\\>", "")
