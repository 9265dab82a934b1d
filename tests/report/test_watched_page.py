"""The page of a watched world: its structure, its words, and that nothing in it is taken for markup."""

import re
from itertools import pairwise

import pytest
import reading_html
from builders import SAID, a_scenario

import sim
from sim.negotiation.protocols import PROTOCOLS
from sim.report import watched_page
from sim.report.page import STYLE
from sim.scenario import Scenario
from sim.text.story import ending, story

COMMAND = "sim watch 2025-08-21 --seed 1 --world 3"


def read(seen, command=COMMAND):
    return reading_html.read(watched_page(seen, command))


@pytest.fixture(scope="module", params=PROTOCOLS)
def seen(request):
    return sim.watch(sim.load("2025-08-21", {"negotiation.protocol": request.param}), seed=1, world=3)


@pytest.fixture(scope="module")
def page(seen):
    return read(seen)


def test_headings_are_in_order_under_one_title(page, seen):
    headings = page.all("h1", "h2", "h3", "h4")
    levels = [int(heading.name[1]) for heading in headings]
    assert [level for level in levels if level == 1] == levels[:1]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert headings[0].text == seen.case.title
    assert [heading.text for heading in page.all("h2")] == [
        "What was played", "The parties", "Their red lines", "Packages with a name", "Round by round",
        "What the packages were worth", "How it ended", "See it again",
    ]  # fmt: skip


def test_it_says_what_language_it_is_in_and_has_a_title(page, seen):
    (html,) = page.all("html")
    assert html.attributes["lang"] == "en"
    assert page.all("title")[0].text == f"{seen.case.title}: world 3, seed 1"


def test_header_cells_say_what_they_head(page):
    assert {cell.attributes.get("scope") for cell in page.all("th")} == {"col", "row"}
    for table in page.all("table"):
        assert len({len(row.all("th", "td")) for row in table.all("tr")}) == 1


def test_nothing_comes_from_elsewhere_and_nothing_runs(page):
    assert page.all("script", "link", "img", "iframe", "object", "embed") == []
    for element in page.all(*{one.name for one in page.all(*ALL)}):
        assert not {"src", "srcset", "onload", "onclick", "style"} & set(element.attributes)
    assert "url(" not in page.all("style")[0].text
    assert "@import" not in page.all("style")[0].text


ALL = ("html", "head", "body", "main", "section", "div", "p", "a", "svg", "figure", "meta", "table", "pre")


def test_what_was_played_is_told(page, seen):
    facts = {row.all("th")[0].text: row.all("td")[0].text for row in page.all("table")[0].all("tr")}
    assert facts["Case"] == "2025-08-21, as of 21 August 2025"
    assert facts["Seed and world"] == "seed 1, world 3"
    assert facts["Protocol"] == seen.case.negotiation.protocol.replace("_", " ")
    assert facts["Rounds"] == f"{seen.round} of at most 40"
    assert facts["Version"] == sim.__version__
    assert facts["Scenario, SHA-256"] == seen.case.hash


def test_every_stated_line_is_there_with_its_statement_and_whether_it_is_held(page, seen):
    rows = {
        row.all("th")[0].text: [cell.text for cell in row.all("td")] for row in page.all("table")[2].all("tr")
    }
    for line, (party, _) in seen.case.red_lines.items():
        statement = seen.case.statement_of(line)
        held = "yes" if line in seen.held else "no"
        cited = f"{statement.claim} {statement.cited}"
        assert rows[line] == [seen.case.parties[party].name, held, cited]


def test_the_story_and_the_ending_are_those_of_the_terminal(page, seen):
    told = [["".join(sentence) for sentence in passage.sentences] for passage in story(seen)]
    assert [[item.text for item in section.all("li")] for section in page.all("section")] == told
    said = [paragraph.text for paragraph in page.all("p")]
    assert [sentence for sentence in ending(seen) if sentence not in said] == []


def test_it_says_how_to_see_it_again(page):
    assert [code.text for code in page.all("code")] == [COMMAND]


def test_pictures_have_names_and_words(page, seen):
    drawn = page.all("svg")
    assert len(drawn) == len(seen.case.at_the_table)
    ids = [element.attributes["id"] for element in page.all("title", "desc") if "id" in element.attributes]
    assert len(set(ids)) == len(ids) == 2 * len(drawn)
    for picture in drawn:
        assert picture.attributes["role"] == "img"
        own = [element.attributes["id"] for element in picture.all("title", "desc")]
        assert picture.attributes["aria-labelledby"].split() == own
        assert "No deal: 0." in picture.all("desc")[0].text


def test_pictures_stay_within_their_frames_and_labels_apart(page):
    for picture in page.all("svg"):
        _, _, width, height = map(float, picture.attributes["viewbox"].split())
        for circle in picture.all("circle"):
            assert 0 <= float(circle.attributes["cx"]) <= width
            assert 0 <= float(circle.attributes["cy"]) <= height
        beside = [
            float(text.attributes["y"])
            for text in picture.all("text")
            if text.attributes["text-anchor"] == "start"
        ]
        assert all(0 <= place <= height for place in beside)
        assert all(after - before > 11.9 for before, after in pairwise(beside))


def test_text_stands_out_from_the_paper():
    def luminance(colour):
        digits = colour * 2 if len(colour) == 3 else colour
        parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    style = STYLE.read_text("utf-8")
    themes = [
        dict(re.findall(r"--(\w+): #([0-9a-f]{6})", block)) for block in re.findall(r":root {(.*)}", style)
    ]
    assert len(themes) == 2
    for theme in themes:
        for ink, least in {"ink": 7, "quiet": 7, "edge": 3, "mark": 3}.items():
            for paper in ("paper", "wash"):
                light, dark = sorted((luminance(theme[name]) for name in (ink, paper)), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= least, (ink, paper)
    assert set(re.findall(r"#[0-9a-f]{3,6}", style.split("}", 2)[-1])) <= {"#4a4a4a"} | {
        f"#{colour}" for colour in themes[1].values()
    }  # all else is said in these names


# words that look like markup


NASTY = "</title><b>\"Q\" & 'A'</b>"


def a_nasty_case():
    case = a_scenario(
        {"x": "u v"},
        {"a": {"red_lines": {"no-u": {"forbid": {"x": "u"}}}}, "b": {}},
        packages={"named": {"x": "u"}},
        negotiation={"rounds": 2},
    )
    tree = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    tree["scenario"] = tree["about"] = NASTY
    tree["parties"]["a"]["name"] = f"A{NASTY}"
    tree["issues"]["x"]["options"]["u"] = f"U{NASTY}"
    tree["statements"]["s-a"] |= {
        **SAID,
        "claim": NASTY,
        "speaker": NASTY,
        "outlet": NASTY,
        "url": 'javascript:"x"',
    }
    return Scenario.model_validate(tree)


def test_whatever_people_write_is_text():
    seen = sim.watch(a_nasty_case(), seed=1)
    page = read(seen, f"sim watch '{NASTY}'")
    assert page.all("b") == []
    assert page.all("h1")[0].text == NASTY
    assert page.all("title")[0].text == f"{NASTY}: world 0, seed 1"
    assert f"A{NASTY}" in [name.text for name in page.all("strong")]
    assert page.all("code")[0].text == f"sim watch '{NASTY}'"
    assert NASTY in page.all("svg")[0].all("title")[0].text


def test_only_addresses_on_the_web_become_links():
    case = a_nasty_case()
    assert read(sim.watch(case, seed=1)).all("a") == []
    tree = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    tree["statements"]["s-a"]["url"] = 'https://example.org/?a="1"&b=2'
    (link,) = read(sim.watch(Scenario.model_validate(tree), seed=1)).all("a")
    assert link.attributes["href"] == 'https://example.org/?a="1"&b=2'


# unusual worlds


def test_lines_that_give_way_and_parties_that_do_not_sign():
    case = a_scenario(
        {"x": "u v"},
        {
            "a": {
                "red_lines": {"no-u": {"forbid": {"x": "u"}, "softens": {"round": 2}}},
                "no_deal": {"drift": -0.1},
            },
            "b": {"red_lines": {"no-v": {"forbid": {"x": "v"}}}},
            "w": {"consent": "never"},
        },
        negotiation={"rounds": 3},
    )
    page = read(sim.watch(case, seed=1))
    cells = [cell.text for cell in page.all("td")]
    assert "until round 2" in cells
    assert "not at the table" in cells
    assert "0.00 at first, -0.10 in round 2" in cells
    assert len(page.all("svg")) == 2


def test_one_round_and_no_offer_can_be_drawn():
    lines = {f"no-{option}": {"forbid": {"x": option}} for option in "uv"}
    case = a_scenario({"x": "u v"}, {"a": {"red_lines": lines}}, negotiation={"rounds": 1})
    page = read(sim.watch(case, seed=1))
    assert page.all("circle") == []
    assert "No deal: 0.00. No agreement." in [words.text for words in page.all("desc")]
