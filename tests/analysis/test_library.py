"""Bundled scenarios as a table."""

import json

import sim
from sim.analysis.library import Entry, library
from sim.api import scenarios
from sim.language.shelf import shelf

VARIANT = library([one for one in shelf() if one.name == "published/csis-2025-03-red-lines"])[0]


def test_an_entry_counts_what_the_check_counts():
    answer = sim.check(VARIANT.shelved.name)
    told = VARIANT.as_dict()
    assert told["packages"] == answer.packages_possible == 248_832
    assert (told["parties"], told["issues"], told["red_lines"], told["statements"]) == (4, 20, 4, 8)


def test_an_entry_names_its_base_and_what_its_head_says():
    told = VARIANT.as_dict()
    assert (told["extends"], told["folder"], told["group"]) == (
        "published/csis-2025-03", "published", "Published cases"
    )  # fmt: skip
    assert told["asks"].startswith("How many drafts are left")
    assert told["try"] == ["sim check published/csis-2025-03 published/csis-2025-03-red-lines"]
    assert json.loads(json.dumps(told)) == told


def test_what_no_variant_changes_is_nothing():
    base = library([one for one in shelf() if one.name == "2025-08-21"])[0].as_dict()
    assert (base["extends"], base["changes"], base["as_of"]) == (None, None, "2025-08-21")


def test_too_many_packages_are_not_counted():
    case = VARIANT.scenario
    issue = next(iter(case.issues.values()))
    huge = case.but(issues={f"issue{n}": issue for n in range(25)}, rules=(), parties={})
    assert Entry(VARIANT.shelved, huge, None).packages is None


def test_python_has_the_same_as_a_table():
    table = scenarios()
    assert table["name"].tolist() == [one.name for one in shelf()]
    assert table.set_index("name").loc["published/elmira", "packages"] == 12
