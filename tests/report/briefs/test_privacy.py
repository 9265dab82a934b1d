"""A role sheet holds nothing private of another party: change all of that, and no byte of it changes."""

import pytest

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


def test_role_sheets_name_neither_seed_nor_world(august):
    seed = str(august.found.room.seed)
    for file, text in august.pages("html").items():
        assert (seed in text) == (file == "instructor.html")
