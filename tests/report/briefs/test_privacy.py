"""A role sheet holds nothing private of another party: change all of that, and no byte of it changes."""

import pytest
from builders import a_scenario

import sim
from sim.report.briefs import brief

CHANGED = {
    "preferences": {"weights": {"us_role": 1, "commitment": 9}, "scores": {"us_role": {"air_support": 1}}},
    "no_deal": {"value": 0.1, "drift": 0.01, "because": "Something else."},
    "walks_out": {"after": 3},
    "strategy": "hardliner",
}
AS_AN_ORDER = {
    **CHANGED,
    "preferences": {"priorities": [{"us_role": "none"}], "weights": None, "scores": None, "because": "Else."},
}


def sheets(party=None, told=(), kind="html"):
    """Return all papers; with a party, of the same case but for what is private of that party."""
    changes = {f"parties.{party}.{key}": value for key, value in dict(told).items()}
    if party:
        for line in sim.load("2025-08-21").parties[party].red_lines:
            changes[f"parties.{party}.red_lines.{line}.firmness"] = 0
            changes[f"parties.{party}.red_lines.{line}.softens"] = {"round": 2}
    case = sim.load("2025-08-21", changes)
    return brief(case, worlds=1).pages(kind)


@pytest.fixture(scope="module")
def before():
    return {kind: sheets(kind=kind) for kind in ("html", "md")}


@pytest.mark.parametrize(
    ("party", "told", "kind"),
    [("russia", CHANGED, "html"), ("us", CHANGED, "md"), ("coalition", AS_AN_ORDER, "html")],
)
def test_another_partys_private_side_changes_no_byte(before, party, told, kind):
    after = sheets(party, told, kind)
    differ = [file for file, text in after.items() if text != before[kind][file]]
    assert differ == [f"instructor.{kind}", f"role-{party}.{kind}"]


def test_what_is_drawn_for_others_is_on_no_sheet(august):
    """A line of the others is real on nobody's sheet but their own."""
    for party, role in august.found.room.roles.items():
        text = august.pages("md")[f"role-{party}.md"]
        private = text.partition("## Private instructions")[2]
        others = [
            line for line in august.found.case.red_lines if line not in {one.line for one in role.lines}
        ]
        assert [line for line in others if line in private] == []
        assert all(one.line in private for one in role.lines)


CERTAIN = {
    "preferences": {"weights": {"x": 1, "y": 2}, "scores": {"x": {"u": 1}, "y": {"p": 1}}},
    "red_lines": {"line": {"forbid": {"x": "u"}, "firmness": 1}},
}


@pytest.mark.parametrize("kind", ["html", "md"])
def test_nothing_on_a_role_sheet_comes_of_seed_and_world_alone(kind):
    """Where nothing is uncertain all seeds and worlds have the same role sheets, to the byte."""
    case = a_scenario({"x": "u v", "y": "p q"}, {"a": CERTAIN, "b": {}})
    told = [
        {
            file: text
            for file, text in brief(case, seed, world, worlds=1, code=code).pages(kind).items()
            if file.startswith("role-")
        }
        for code in (None, "heron")
        for seed, world in ((0, 0), (0, 1), (7, 0), (918273645, 3))
    ]
    assert len(told[0]) == 2
    assert all(sheets == told[0] for sheets in told[:4])
    assert all(sheets == told[4] for sheets in told[4:])
    assert told[0] != told[4]


def test_role_sheets_name_neither_seed_nor_world(august):
    seed = str(august.found.room.seed)
    for file, text in august.pages("html").items():
        assert (seed in text) == (file == "instructor.html")
