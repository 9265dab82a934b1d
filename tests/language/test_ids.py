import json

import pytest

FENCES = "{none: No fence, hedge: A hedge, wall: A wall}"
STATEMENT = "{party: anna, speaker: A, date: 2025-08-20, outlet: B, kind: quoted, claim: C}"
PLACES = {  # what comes before the id, what the id is of, its path and line
    "statement": ("statements:\n  ", STATEMENT, "statements", 6),
    "issue": ("issues:\n  ", "{question: Which?, options: {a: A}}", "issues", 12),
    "package": ("packages:\n  ", "{fence: hedge}", "packages", 24),
    "party": ("parties:\n  ", "{name: Carl, consent: never}", "parties", 28),
    "red line": (
        "    red_lines:\n      not-alone:",
        "",
        "parties.bert.red_lines",
        48,
    ),
}


def place(before, name, value):
    """Tell how to give a thing the id `name`: what to replace in the valid scenario, and with what."""
    key = json.dumps(name, ensure_ascii=False)
    if not value:
        return before, before.replace("not-alone", key)
    return before, f"{before}{key}: {value}\n  "


@pytest.mark.parametrize("name", ["a.b", "a b", "a;b", "a:b", "a/b", " a", "a\n", "", "~", "a\u2013b", "0.2"])
@pytest.mark.parametrize(("before", "value", "path", "line"), PLACES.values(), ids=PLACES)
def test_other_signs_are_refused(folder, name, before, value, path, line):
    message = f"id {name!r} may hold only letters, digits, dashes and underscores"
    assert folder.broken(place(before, name, value)) == [(message, path, line)]


@pytest.mark.parametrize("name", ["Österreich", "россия", "二", "no-wall_2", "-", "---", "_", "1e3", "null"])
@pytest.mark.parametrize(("before", "value"), [told[:2] for told in PLACES.values()], ids=PLACES)
def test_words_of_any_language_are_ids(folder, name, before, value):
    assert folder.load(folder.base.replace(*place(before, name, value)))


def test_an_option_may_hold_any_sign(folder):
    options = "{none: N, hedge: H, wall: W, a.b: A, 'c; d': C, '': E}"
    text = folder.base.replace(FENCES, options).replace("wall: 0.2}", "wall: 0.2, a.b: 0, 'c; d': 0, '': 0}")
    assert folder.load(text).issues["fence"].ids[3:] == ("a.b", "c; d", "")


def test_bad_ids_are_reported_with_everything_else(folder):
    changes = ("  green: {", "  g.r: {"), ("not-alone:", "not alone:"), ("rounds: 40", "rounds: 0")
    assert [line for _, _, line in folder.broken(*changes)] == [24, 48, 55]


def test_the_form_of_the_problem(folder):
    (problem,) = folder.problems(folder.base.replace("  green: {", "  g.r: {"))
    assert str(problem) == (
        "id 'g.r' may hold only letters, digits, dashes and underscores @ packages (case.yaml, line 24)"
    )


def test_a_variant_reports_the_file_of_the_id(folder):
    folder.write(folder.base.replace("  green: {", "  g.r: {"), "base.yaml")
    problems = folder.problems("extends: base.yaml\npackages: {a b: {fence: hedge}}\n")
    assert [(p.path, p.file, p.line) for p in problems] == [
        ("packages", "base.yaml", 24),
        ("packages", "case.yaml", 2),
    ]


@pytest.mark.parametrize("part", ["statements", "issues", "packages", "parties"])
@pytest.mark.parametrize("value", ["[a.b]", "a.b", "~", "{a.b: ~}", "{a.b: [x]}"])
def test_what_has_the_wrong_shape_does_no_harm(folder, part, value):
    lines = folder.base.splitlines()
    start = lines.index(f"{part}:")
    after = next(i for i, line in enumerate(lines) if i > start and line and not line.startswith(" "))
    assert folder.problems("\n".join([*lines[:start], f"{part}: {value}", *lines[after:]]))
