"""Who mediates, who settles and who ratifies: parties at the table, each once."""

import pytest

PROTOCOL = "protocol: alternating_offers"
CONSENT = "consent: {when: {payer: [bert, both]}}"
PARTIES = "expected one of anna, bert"

WRONG = {
    "mediator": (
        "protocol: single_text\n  mediator: berta",
        "unknown mediator 'berta', did you mean 'bert'? expected one of neutral, anna, bert",
        "negotiation.mediator",
        55,
    ),
    "first": (
        "protocol: ratification\n  first: [anna, carl]",
        f"unknown party at the table 'carl', {PARTIES}",
        "negotiation.first",
        55,
    ),
    "then on its line": (
        "protocol: ratification\n  then:\n    - carl",
        f"unknown party at the table 'carl', {PARTIES}",
        "negotiation.then",
        56,
    ),
    "twice in one": (
        "protocol: ratification\n  first: [anna, anna]",
        "party 'anna' is named twice, expected every party once",
        "negotiation.first",
        55,
    ),
    "once in each": (
        "protocol: ratification\n  first: [anna, bert]\n  then: [bert]",
        "party 'bert' is named twice, expected every party once",
        "negotiation.then",
        56,
    ),
    "left out": (
        "protocol: ratification\n  first: [anna]\n  then: []",
        "'first' and 'then' leave out bert, expected every party that consents",
        "negotiation",
        53,
    ),
    "nobody first": (
        "protocol: ratification\n  first: []",
        "'first' is empty, expected some party that settles a package",
        "negotiation.first",
        55,
    ),
    "everybody then": (
        "protocol: ratification\n  then: [anna, bert]",
        "nobody is left to settle a package first, expected some party that only settles",
        "negotiation.then",
        55,
    ),
}

RIGHT = [
    "protocol: single_text\n  mediator: neutral",
    "protocol: single_text\n  mediator: bert",
    "protocol: ratification",
    "protocol: ratification\n  first: [bert]",
    "protocol: ratification\n  then: [bert]",
    "protocol: ratification\n  first: [bert]\n  then: [anna]",
    "protocol: mine\n  mediator: carl\n  first: 3",
]


@pytest.mark.parametrize(("written", "message", "path", "line"), WRONG.values(), ids=WRONG)
def test_each_problem_is_said_once_with_its_place(folder, written, message, path, line):
    assert folder.broken((PROTOCOL, written)) == [(message, path, line)]


@pytest.mark.parametrize("written", RIGHT)
def test_what_is_right_is_right(folder, written):
    assert folder.load(folder.base.replace(PROTOCOL, written))


def test_who_never_consents_has_no_role(folder):
    changes = [(CONSENT, "consent: never"), ("order: [anna, bert]", "order: [anna]")]
    text = "protocol: ratification\n  first: [anna]\n  then: [bert]"
    (problem,) = folder.broken(*changes, (PROTOCOL, text))
    assert problem[0] == "unknown party at the table 'bert', expected one of anna"


def test_more_parties_than_bits(folder):
    more = "".join(f"\n  p{n}: {{name: P, consent: never}}" for n in range(63))
    (problem,) = folder.problems(folder.base.replace("parties:", f"parties:{more}"))
    assert str(problem) == "65 parties, expected at most 64 @ parties (case.yaml, line 27)"
