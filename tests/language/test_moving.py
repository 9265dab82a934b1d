"""What may be wrong with moves, rankings and priorities, each with its path and line."""

import pytest

ENSEMBLE = "ensemble: {worlds: 100, seed: 1}"
NO_DEAL = "    no_deal: {value: 0.2, drift: 0}"
WANTS = "  bert:\n    name: Bert\n"


def added(text):
    return ENSEMBLE, f"{text}\n{ENSEMBLE}"


def wanting(text):
    return WANTS, f"{WANTS}    preferences: {text}\n"


WRONG = {
    "controls: {cat: fence}": ("unknown party 'cat', expected one of anna, bert", "controls.cat"),
    "controls: {anna: roof}": ("unknown issue 'roof', expected one of fence, payer", "controls.anna"),
    "controls: {anna: [fence, roof]}": (
        "unknown issue 'roof', expected one of fence, payer",
        "controls.anna",
    ),
    "controls: {anna: [fence, fence]}": (
        "issue 'fence' is named twice, expected every issue once",
        "controls.anna",
    ),
    "controls: {anna: []}": ("no issue, expected some of fence, payer", "controls.anna"),
    "one_way: {roof: [a, b]}": ("unknown issue 'roof', expected one of fence, payer", "one_way.roof"),
    "one_way: {fence: [none, moat]}": (
        "unknown option 'moat', expected one of none, hedge, wall",
        "one_way.fence",
    ),
    "one_way: {fence: [none, none]}": (
        "option 'none' is named twice, expected every option once",
        "one_way.fence",
    ),
    "one_way: {fence: [none]}": (
        "expected two options or more, in the order in which they may follow one another",
        "one_way.fence",
    ),
    "status_quo: nowhere": ("unknown package 'nowhere', expected one of green, split", "status_quo"),
    "status_quo: green": (
        "package 'green' leaves payer open, expected one that settles every issue",
        "status_quo",
    ),
}


@pytest.mark.parametrize("text", WRONG)
def test_moves_are_of_what_exists(folder, text):
    (message, path, _), *more = folder.broken(added(text))
    assert not more
    assert (message, path) == WRONG[text]


def test_all_at_once(folder):
    found = folder.broken(added("controls: {cat: roof}\none_way: {fence: [moat]}\nstatus_quo: nowhere"))
    assert len(found) == 5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{ranking: [green, red]}", "unknown package 'red', expected one of green, split"),
        (
            "{ranking: [green, [split, green]]}",
            "package 'green' is ranked twice, expected every package once",
        ),
        ("{ranking: []}", "ranking is empty, expected at least one entry"),
        ("{priorities: []}", "priorities is empty, expected at least one entry"),
        ("{ranking: [[green, red]]}", "unknown package 'red', expected one of green, split"),
        ("{priorities: [{fence: moat}]}", "unknown option 'moat', expected one of none, hedge, wall"),
        ("{priorities: [[{fence: wall}, {roof: a}]]}", "unknown issue 'roof', expected one of fence, payer"),
        (
            "{ranking: [green], priorities: [{fence: wall}]}",
            "preferences are told in several ways, expected ranking, or priorities",
        ),
        (
            "{ranking: [green], weights: {fence: 1}, scores: {fence: {none: 0, hedge: 1, wall: 1}}}",
            "preferences are told in several ways, expected weights and scores, or ranking",
        ),
    ],
)
def test_orders_are_of_what_exists(folder, text, message):
    found = folder.broken(wanting(text))
    assert [told[0] for told in found] == [message]


def test_what_is_right_passes(folder):
    text = folder.base
    for old, new in (
        wanting("{ranking: [split, [green]]}"),
        added("controls: {anna: fence, bert: [payer]}\none_way: {fence: [none, wall]}\nstatus_quo: split"),
    ):
        text = text.replace(old, new)
    case = folder.load(text)
    assert case.controls == {"anna": ("fence",), "bert": ("payer",)}
    assert case.one_way == {"fence": ("none", "wall")}
    assert case.parties["bert"].preferences.ranking == (("split",), ("green",))
