"""What a role sheet tells its party: points that add up, when to walk away, lines, the rules of the talks."""

import re

import pytest
from builders import a_scenario
from reading_html import read

import sim
from sim.analysis.briefing import Order, classroom
from sim.negotiation.protocols import PROTOCOLS
from sim.report import as_markdown
from sim.report.briefs import FORMATS
from sim.report.briefs.protocol_words import PROTOCOL_WORDS, protocol_words
from sim.report.briefs.role_paper import role_paper
from sim.worlds import draw


def sheet(case, party="a", seed=1, world=0):
    room = classroom(case, seed, world)
    return as_markdown(role_paper(case, room.roles[party]))


def test_points_on_paper_add_up_to_100(papers):
    """Read off the paper, as a class would."""
    for party, role in papers.found.room.roles.items():
        if isinstance(role.sheet, Order):
            continue
        page = read(papers.pages()[f"role-{party}.html"])
        (table,) = [t for t in page.all("table") if t.one("caption").text == "Options and offers."]
        issues = [body for body in table.all("tbody") if body.all("tr")[0].text != "The offer"]
        best = [
            max(round(10 * float(row.all("td")[0].text)) for row in issue.all("tr")[1:]) for issue in issues
        ]
        assert sum(best) == 1000
        assert len(issues) == len(papers.found.case.issues)


def test_every_statement_is_cited_with_its_kind(papers):
    case = papers.found.case
    for text in papers.pages("md").values():
        if text.startswith("# Your role"):
            plain = text.replace("\\", "")
            assert all(said.claim in plain and said.cited in plain for said in case.statements.values())


def test_lines_are_told_with_what_to_do():
    lines = {
        "held": {"forbid": {"x": "u"}, "firmness": 1},
        "bluff": {"require": {"x": ["v", "w"]}, "firmness": 0},
        "soft": {"forbid": {"x": "u"}, "unless": {"y": "p"}, "firmness": 1, "softens": {"round": 3}},
    }
    text = sheet(a_scenario({"x": "u v w", "y": "p q"}, {"a": {"red_lines": lines}}))
    assert '| held | no package with "U" | **real**: do not sign' in text
    assert '| bluff | only packages with "V" or "W" | **bluff**: you may sign' in text
    assert '| soft | no package with "U", unless with "P" | **real until round 3**: from then on' in text


WANTS = {"weights": {"x": 1}, "scores": {"x": {"u": 0.2, "v": 0.45, "w": 0.7}}}


@pytest.mark.parametrize(
    ("no_deal", "said"),
    [
        ({"value": 0.3}, "**Walk away below 20.0 points**: that much no deal is worth to you."),
        ({"value": 0.1}, "worth no more to you than your worst package: **any deal beats none**."),
        ({"value": 0.95}, "No deal is worth 150.0 points, more to you than any package: **sign nothing**."),
        ({"value": 0.3, "drift": 0.05}, "in points: walk away below.\n\n| Round | Walk away below |\n"),
        ({"value": 0.5, "drift": -0.05}, "| 4 | **30.0** |\n| 5 | **20.0** |\n\n"),
    ],
)
def test_when_to_walk_away(no_deal, said):
    case = a_scenario(
        {"x": "u v w"}, {"a": {"preferences": WANTS, "no_deal": no_deal}}, negotiation={"rounds": 5}
    )
    assert said in sheet(case)


def by_round(text, kind):
    """Read the table of walking away off a paper: what stands beside each round."""
    if kind == "html":
        (table,) = [t for t in read(text).all("table") if "alk away" in t.one("caption").text]
        return {int(row.one("th").text): row.one("td").text for row in table.all("tr")[1:]}
    table = text.partition("| Walk away below |\n")[2].partition("\n\n")[0]
    cells = [line.split("|")[1:3] for line in table.splitlines()[1:]]
    return {int(round_): below.replace("**", "").strip() for round_, below in cells}


@pytest.mark.parametrize("kind", ["html", "md"])
@pytest.mark.parametrize(
    ("no_deal", "rounds"),
    [
        ({"value": -0.5, "drift": 0.03}, 40),  # clipped below at first
        ({"value": 0.5, "drift": -0.05}, 13),  # below at last
        ({"value": 0.8, "drift": 0.05}, 10),  # above at last
        ({"value": 2, "drift": -0.06}, 40),  # above at first, below at last
        ({"value": [-1, 1], "drift": [0.01, 0.05]}, 300),
    ],
)
def test_what_it_says_of_a_round_is_so_in_that_round(no_deal, rounds, kind):
    case = sim.load(
        "2025-08-21",
        {"negotiation.rounds": rounds, **{f"parties.ukraine.no_deal.{k}": v for k, v in no_deal.items()}},
    )
    role, world = classroom(case, 1, 0).roles["ukraine"], draw(case, 1, 0, 1)
    place = list(case.parties).index("ukraine")
    told = by_round(FORMATS[kind](role_paper(case, role)), kind)
    assert (min(told), max(told)) == (1, rounds)
    assert len(told) == rounds if rounds <= 13 else 10 <= len(told) <= 14
    utility = world.utilities[0, place]
    for round_, below in told.items():
        least = float(world.reservation_values_at(round_)[0, place])
        points, _, what = below.partition(": ")
        assert float(points) == pytest.approx(role.sheet.of(least) / 10, abs=0.25)  # rounding counts
        good_enough = utility[case.space.possible] >= least
        assert what == (
            "any deal beats none" if good_enough.all() else "" if good_enough.any() else "sign nothing"
        )
        assert ((role.totals >= 10 * float(points) - 0.5)[case.space.possible] != good_enough).mean() <= 0.01


@pytest.mark.parametrize(("value", "drift"), [(-0.5, 0.03), (2, -0.05), (0.4, 0.01)])
def test_places_are_told_from_every_round_on_in_which_they_change(value, drift):
    wants = {"preferences": {"ranking": ["best", "middle"]}, "no_deal": {"value": value, "drift": drift}}
    packages = {"best": {"x": "w"}, "middle": {"x": "u"}}
    case = a_scenario({"x": "u v w"}, {"a": wants}, packages=packages, negotiation={"rounds": 60})
    told, world = by_round(sheet(case), "md"), draw(case, 1, 0, 1)
    ranks = [1.0, 0.5, 0.0]
    for round_ in range(1, 61):
        good = sum(each >= float(world.reservation_values_at(round_)[0, 0]) for each in ranks)
        below = told[max(each for each in told if each <= round_)]
        assert below == ("sign nothing", "place 1", "place 2", "any deal beats none")[good]


def test_without_preferences_it_tells_when_every_deal_becomes_none():
    case = a_scenario(
        {"x": "u v"}, {"a": {"no_deal": {"value": -0.5, "drift": 0.2}}}, negotiation={"rounds": 40}
    )
    text = sheet(case)
    assert by_round(text, "md") == {1: "any deal beats none", 4: "sign nothing", 40: "sign nothing"}


def test_no_table_where_the_instruction_stays_the_same():
    wants = {"preferences": WANTS, "no_deal": {"value": -2, "drift": 0.01}}
    case = a_scenario({"x": "u v w"}, {"a": wants}, negotiation={"rounds": 5})
    assert "any deal beats none" in (text := sheet(case))
    assert "| Walk away below |" not in text


@pytest.mark.parametrize("world", range(4))
def test_lines_are_real_until_the_round_in_which_they_are_given_up(world):
    line = {"forbid": {"x": "u"}, "firmness": 1, "softens": {"round": [2, 8]}}
    case = a_scenario({"x": "u v"}, {"a": {"red_lines": {"soft": line}}}, negotiation={"rounds": 9})
    drawn = draw(case, 1, world, 1)
    until = int(re.search(r"real until round (\d+)\*\*", sheet(case, world=world))[1])
    assert [bool(drawn.held_at(r)[0, 0]) for r in range(1, 10)] == [r < until for r in range(1, 10)]


def test_patience_is_told():
    text = sheet(a_scenario({"x": "u"}, {"a": {"walks_out": {"after": 2}}}))
    assert "leave the table after 2 rounds in a row without an offer you could accept" in text


def test_who_is_not_at_the_table_is_told_so():
    text = sheet(a_scenario({"x": "u"}, {"a": {"consent": "never"}, "b": {}}))
    assert "You are not at the table: no package needs your consent." in text


def test_without_preferences_there_are_no_points_to_distribute():
    text = sheet(a_scenario({"x": "u v"}, {"a": {}}))
    assert "argue from its public positions" in text
    assert "100 points, distributed" not in text


@pytest.mark.parametrize(
    ("value", "said"), [(0, "any deal beats none"), (0.4, "Walk away below place 2"), (2, "sign nothing")]
)
def test_orders_are_shown_as_orders(value, said):
    packages = {"best": {"x": "w"}, "middle": {"x": "u"}}
    wants = {"preferences": {"ranking": ["best", "middle"]}, "no_deal": {"value": value}}
    text = sheet(a_scenario({"x": "u v w"}, {"a": wants}, packages=packages))
    assert said in text
    assert "| 1 | best |\n| 2 | middle |\n| 3 | V |" in text
    assert "| Issue and option | Offer 1 |" in text
    assert "points" not in text.partition("## During")[0].partition("Your order")[2].replace("no points", "")


def test_long_orders_are_cut_and_say_so():
    wants = {"preferences": {"priorities": [{issue: "u"} for issue in "xyzpqr"]}}
    text = sheet(a_scenario(dict.fromkeys("xyzpqr", "u v"), {"a": wants}))
    assert "The first 40 of 64 places." in text
    assert "| 40 |" in text
    assert "| 41 |" not in text


def test_every_protocol_has_its_words():
    assert set(PROTOCOL_WORDS) == set(PROTOCOLS)
    for protocol in PROTOCOLS:
        case = sim.load("2025-08-21", {"negotiation.protocol": protocol})
        told = protocol_words(case)
        assert len(set(told)) == len(told) > 2
        assert all(re.fullmatch(r"[A-Z].*\.", sentence) for sentence in told)


def test_circles_mediators_and_drawn_orders_are_named():
    def told(**negotiation):
        case = a_scenario({"x": "u"}, {"a": {}, "b": {}, "c": {}}, negotiation=negotiation)
        return " ".join(protocol_words(case))

    assert "First A and B negotiate" in told(protocol="ratification")
    assert "put to C, once" in told(protocol="ratification")
    assert "B drafts it" in told(protocol="single_text", mediator="b")
    assert "a neutral mediator drafts it" in told(protocol="single_text")
    assert "in an order that is drawn by lot" in told(order="drawn")
    assert "first C, then A, then B" in told(order=("c", "a", "b"))
    assert "There is one round." in told(rounds=1)


def test_a_paper_is_a_page_too(august):
    case, room = august.found.case, august.found.room
    assert FORMATS["html"](role_paper(case, room.roles["us"])) == august.pages()["role-us.html"]
