import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.language import load
from sim.language.merging import merge
from sim.language.node import Node

APPENDIX_A = [  # RFC 7396: original, patch, result
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]
trees = st.recursive(
    st.none() | st.integers(0, 3) | st.just("x"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
maps = st.dictionaries(st.sampled_from("abc"), trees, max_size=3)


def node(tree):
    if isinstance(tree, dict):
        return Node({key: node(part) for key, part in tree.items()})
    return Node(tuple(map(node, tree))) if isinstance(tree, list) else Node(tree, text=json.dumps(tree))


def merged(base, patch):
    return merge(node(base), node(patch)).plain()


@pytest.mark.parametrize(("original", "patch", "result"), APPENDIX_A)
def test_rfc_7396_appendix_a(original, patch, result):
    assert merged(original, patch) == result


@given(trees)
def test_an_empty_patch_changes_no_map(tree):
    assert merged(tree, {}) == (tree if isinstance(tree, dict) else {})


@given(trees, maps)
def test_patching_twice_is_patching_once(tree, patch):
    assert merged(merged(tree, patch), patch) == merged(tree, patch)


@given(maps, maps)
def test_keys_of_the_base_keep_their_order(base, patch):
    kept = [key for key in base if key in merged(base, patch)]
    assert list(merged(base, patch))[: len(kept)] == kept


VARIANT = """\
extends: base.yaml
scenario: A variant
packages: {split: null, new: {payer: anna}}
parties:
  anna:
    red_lines:
      no-wall: {firmness: 0.5}
"""


def test_a_variant(folder):
    folder.write(folder.base, "base.yaml")
    variant = folder.load(VARIANT, name="variant.yaml")
    assert (variant.name, variant.title) == ("variant", "A variant")
    assert list(variant.packages) == ["green", "new"]
    assert variant.red_lines["no-wall"][1].firmness.value == 0.5
    assert variant.red_lines["no-wall"][1].statement == "anna-speaks"


def test_a_chain_through_folders(folder):
    folder.write(folder.base, "base.yaml")
    folder.write("extends: ../base.yaml\nscenario: middle\nabout: middle\n", "inner/middle.yaml")
    scenario = folder.load("extends: inner/middle.yaml\nscenario: last\n")
    assert (scenario.title, scenario.about) == ("last", "middle")


def test_a_long_chain(folder):
    folder.write(folder.base, "0.yaml")
    for link in range(1, 150):
        folder.write(f"extends: {link - 1}.yaml\nscenario: '{link}'\n", f"{link}.yaml")
    assert load("149.yaml").title == "149"


def test_problems_name_the_file_they_come_from(folder):
    folder.write(folder.base.replace("drift: 0}", "drift: x}"), "base.yaml")
    problems = folder.problems(VARIANT.replace("0.5", "1.5"))
    assert [(p.message.partition(",")[0], p.file, p.line) for p in problems] == [
        ("found 'x'", "base.yaml", 42),
        ("probability of 1.5", "case.yaml", 7),
    ]


def test_what_a_variant_removes_is_missed_where_it_was_removed(folder):
    folder.write(folder.base, "base.yaml")
    (problem,) = folder.problems(VARIANT.replace("firmness: 0.5", "statement: null"))
    assert str(problem) == "missing key 'statement' @ parties.anna.red_lines.no-wall (case.yaml, line 7)"


def test_an_issue_that_is_removed_is_missed_everywhere(folder):
    folder.write(folder.base, "base.yaml")
    problems = folder.problems("extends: base.yaml\nissues: {payer: null}\n")
    assert {(p.file, p.line) for p in problems} == {
        ("base.yaml", line) for line in (20, 25, 34, 38, 41, 46, 49)
    }


def test_two_forms_of_a_number_merge_into_none(folder):
    folder.write(folder.base.replace("value: 0.2", "value: {triangular: [0, 0.1, 0.2]}"), "base.yaml")
    normal = "{normal: {mean: 0, sd: 1, low: 0, high: 1}}"
    (problem,) = folder.problems(f"extends: base.yaml\nparties: {{anna: {{no_deal: {{value: {normal}}}}}}}\n")
    assert problem.message.startswith("found {'triangular': [0, 0.1, 0.2], 'normal'")
    assert (problem.file, problem.line) == ("case.yaml", 2)


def test_loops_are_named(folder):
    folder.write("extends: b.yaml\n", "a.yaml")
    folder.write("about: x\nextends: case.yaml\n", "b.yaml")
    (problem,) = folder.problems("extends: a.yaml\n")
    assert str(problem) == (
        "scenarios extend one another in a loop: case.yaml -> a.yaml -> b.yaml -> case.yaml "
        "@ extends (b.yaml, line 2)"
    )


def test_extending_itself(folder):
    (problem,) = folder.problems("extends: ./case.yaml\n")
    assert problem.message == "scenarios extend one another in a loop: case.yaml -> case.yaml"


@pytest.mark.parametrize(
    ("extends", "message"),
    [
        ("nowhere.yaml", "unknown file or scenario 'nowhere.yaml', expected one of "),
        ("", "expected a file or a scenario's name, found nothing"),
        ("[base.yaml]", "expected a file or a scenario's name, found a list"),
    ],
)
def test_extending_nothing(folder, extends, message):
    (problem,) = folder.problems(f"scenario: x\nextends: {extends}\n")
    assert problem.message.startswith(message)
    assert (problem.path, problem.file, problem.line) == ("extends", "case.yaml", 2)


def test_a_broken_base_does_not_hide_problems_of_the_variant(folder):
    folder.write("a: [", "base.yaml")
    problems = folder.problems("extends: base.yaml\nabout: x\nabout: y\n")
    assert [(problem.file, problem.line) for problem in problems] == [("base.yaml", 2), ("case.yaml", 3)]


def test_extends_that_is_misspelt(folder):
    problems = folder.problems("extend: base.yaml\n")
    assert any("did you mean 'extends'?" in problem.message for problem in problems)
