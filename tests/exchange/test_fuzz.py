"""Whatever a file holds, it is read, or refused with problems that name it; nothing else happens."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from domains import genius_domain, genius_profile, linear
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.errors import InputError
from sim.exchange import read
from sim.text.exchange_text import imported_yaml

FRUIT = {"Fruit": {"Apples": 1, "Pears": 4}}
TABLE = {"type": "TableFun", "mapping": {"1": 1, "2": 4}}
ISSUES = [{"type": "ContiguousIssue", "name": "price", "values": [1, 2]}]
SPACE = {
    "issueWeights": {"place": 1},
    "issueUtilities": {"place": {"discreteutils": {"valueUtilities": {"Rome": 1, "Oslo": 0}}}},
    "reservationBid": {"issuevalues": {"place": "Rome"}},
}
CONFLICT = {
    "options": [{"name": "a", "permittedDirection": "fwd"}, {"name": "b"}],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "decisionMakers": [
        {"name": "x", "options": [0], "preferences": [[[1, "N"]]], "preferenceRanking": [[1, 2], 3]}
    ],
    "useManualPreferenceRanking": True,
}
FOLDERS = {
    "genius": {
        "domain.xml": genius_domain(FRUIT),
        "mary.xml": genius_profile(FRUIT, [1], "<reservation value='0.2'/>"),
    },
    "negmas": {
        "domain.yml": json.dumps({"type": "OutcomeSpace", "issues": ISSUES}, indent=1),
        "mary.yml": json.dumps(linear("mary", [1.0], [TABLE], bias=1), indent=1),
    },
    "geniusweb": {
        "domain.json": json.dumps({"name": "d", "issuesValues": {"place": {"values": ["Rome", "Oslo"]}}}),
        "mary.json": json.dumps({"LinearAdditiveUtilitySpace": SPACE}),
    },
    "gmcr": {"domain.gmcr": json.dumps(CONFLICT)},
}
PIECES = (
    "",
    "0",
    "-1",
    '"',
    "null",
    "1e999",
    "NaN",
    "[]",
    "{}",
    "<",
    "&x;",
    "\\ud800",
    "\x00",
    "é",
    "- ",
    ": ",
    "999999999999999999999",
)


@st.composite
def damages(draw, text):
    """Draw a text of which a part is replaced or missing."""
    first = draw(st.integers(0, len(text)))
    last = min(len(text), first + draw(st.integers(0, 12)))
    return text[:first] + draw(st.sampled_from(PIECES)) + text[last:]


def outcome(file, form):
    """Return what was read, or the refusal."""
    try:
        return read(file, form, steps=3)
    except InputError as refusal:
        return refusal


@pytest.mark.parametrize("form", FOLDERS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damaged_files(form, data):
    texts = dict(FOLDERS[form])
    name = data.draw(st.sampled_from(sorted(texts)))
    texts[name] = data.draw(damages(texts[name]))
    with TemporaryDirectory() as folder:
        for file, text in texts.items():
            Path(folder, file).write_text(text, encoding="utf-8")
        found = outcome(Path(folder, sorted(texts)[0]), form)
    if isinstance(found, InputError):
        assert found.problems
        assert all(problem.file.startswith(folder) for problem in found.problems)
    else:
        assert imported_yaml(found).encode()


@pytest.mark.parametrize("form", FOLDERS)
def test_undamaged_files(form, tmp_path):
    for file, text in FOLDERS[form].items():
        tmp_path.joinpath(file).write_text(text, encoding="utf-8")
    assert read(tmp_path).form == form
