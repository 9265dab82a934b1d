import pytest

from sim.errors import ScenarioError
from sim.language import Vocabulary, load
from sim.language.changes import read_changes
from sim.language.node import Node
from sim.language.overriding import override
from sim.scenario.noun import Noun


class Depth(Noun):
    depth: int = 1


VOCABULARY = Vocabulary({"boulware": Depth, "linear": Noun}, {"alternating_offers": Noun})
WALL = "parties.anna.red_lines.no-wall"


@pytest.fixture
def changed(folder):
    """Load the small valid scenario, or a text, with changes."""
    folder.write(folder.base)
    return lambda *changes: load("case.yaml", VOCABULARY, changes)


@pytest.fixture
def wrong(folder):
    """Tell what is wrong with the small valid scenario after changes."""

    def found(*changes, text=folder.base):
        folder.write(text)
        with pytest.raises(ScenarioError) as caught:
            load("case.yaml", VOCABULARY, changes[0] if changes and isinstance(changes[0], dict) else changes)
        return [str(problem) for problem in caught.value.problems]

    return found


def node(tree, *path):
    """Make a tree of nodes that know where they stand."""
    if isinstance(tree, dict):
        return Node({key: node(part, *path, key) for key, part in tree.items()}, path)
    if isinstance(tree, list):
        return Node(tuple(node(part, *path, place) for place, part in enumerate(tree)), path)
    return Node(tree, path, text=str(tree))


def applied(tree, *changes):
    values, unreadable = read_changes(changes)
    result, astray = override(node(tree), values)
    assert unreadable == astray == []
    return result.plain()


@pytest.mark.parametrize(
    ("tree", "change", "result"),
    [
        ({"a": 1}, "a=2", {"a": 2}),
        ({"a": 1, "b": 2}, "a=null", {"b": 2}),
        ({"a": {"b": 1, "c": 2}}, "a={b: 3, c: null}", {"a": {"b": 3}}),
        ({"a": {"b": 1}}, "a=x", {"a": "x"}),
        ({"a": [1, 2]}, "a=[3]", {"a": [3]}),
        ({"a": "x"}, "a={b: {c: null}}", {"a": {"b": {}}}),
        ({}, "a.b.c=1", {"a": {"b": {"c": 1}}}),
        ({"a": [1, 2, 3]}, "a.1=x", {"a": [1, "x", 3]}),
        ({"a": [1, 2, 3]}, "a.0=null", {"a": [2, 3]}),
        ({"a": [{"b": 1, "c": 2}]}, "a.0={b: 3}", {"a": [{"b": 3}]}),
        ({"a": [{"b": 1, "c": 2}]}, "a.0.b=3", {"a": [{"b": 3, "c": 2}]}),
        ({"a": [[1, 2]]}, "a.0.1=3", {"a": [[1, 3]]}),
        ({"0": {"1": 2}}, "0.1=3", {"0": {"1": 3}}),
    ],
)
def test_a_value_is_merged_where_its_path_leads(tree, change, result):
    assert applied(tree, change) == result


def test_changes_are_made_in_order():
    assert applied({"a": 1}, "a={b: 1}", "a.c=2", "a.b=null") == {"a": {"c": 2}}
    assert list(applied({"a": 1, "b": 2}, "c=3", "a=4")) == ["a", "b", "c"]


def test_the_tree_that_is_changed_stays_as_it_was():
    tree = node({"a": {"b": [1]}})
    override(tree, read_changes(["a.b.0=2", "a.c=3"])[0])
    assert tree.plain() == {"a": {"b": [1]}}


def test_every_piece_knows_where_it_stands():
    tree, _ = override(
        node({"b": [1, [2]]}), read_changes(["a=[x, {y: 1}]", "a.0=null", "a.0.z={b: [2]}", "b.0=null"])[0]
    )
    for piece in tree.walk():
        assert tree.get(*piece.path) is piece


def test_a_changed_scenario(changed):
    scenario = changed(
        f"{WALL}.firmness=0.5",
        "parties.bert.strategy=linear",
        "rules.0.because=Why not?",
        "packages.green=null",
        "packages.mine.payer=anna",
        'parties.anna.preferences.scores.payer."both"=[0.2, 0.4]',
        "about=2025",
    )
    assert scenario.red_lines["no-wall"][1].firmness.value == 0.5
    assert scenario.parties["bert"].strategy.name == "linear"
    assert scenario.rules[0].because == "Why not?"
    assert (list(scenario.packages), scenario.about) == (["split", "mine"], "2025")
    assert scenario.parties["anna"].preferences.scores["payer"]["both"].bounds == (0.2, 0.4)


def test_changing_is_varying(folder, changed):
    told = "extends: case.yaml\nparties: {anna: {red_lines: {no-wall: {firmness: 0.5}}}}\n"
    by_text, by_value = changed(f"{WALL}.firmness=0.5"), load("case.yaml", None, {f"{WALL}.firmness": 0.5})
    variant = folder.load(told, name="variant.yaml")
    assert by_text == by_value == variant.but(name="case")
    assert by_text.hash == variant.hash


def test_the_resolved_scenario_is_changed(folder):
    folder.write(folder.base, "base.yaml")
    folder.write("extends: base.yaml\nabout: A variant.\n", "variant.yaml")
    scenario = load("variant.yaml", None, ["negotiation.rounds=3"])
    assert (scenario.about, scenario.negotiation.rounds) == ("A variant.", 3)


@pytest.mark.parametrize(
    ("change", "said", "path"),
    [
        (f"{WALL}.forbid.fence=[wal]", "unknown option 'wal', did you mean 'wall'?", f"{WALL}.forbid"),
        (f"{WALL}.firmness=1.5", "probability of 1.5, expected 0 to 1", f"{WALL}.firmness"),
        (f"{WALL}.firmnes=1", "unknown key 'firmnes', did you mean 'firmness'?", WALL),
        (f"{WALL}.statement=null", "missing key 'statement'", WALL),
        ("parties.bert.strategy=liner", "unknown strategy 'liner', did you", "parties.bert.strategy"),
        ("parties.anna.strategy.depth=x", "expected a whole number, found", "parties.anna.strategy.depth"),
        ("negotiation.order.1=bart", "unknown party 'bart', did you mean 'bert'?", "negotiation.order"),
        ("rules.1=null", "unknown place '1' in a list, expected 0 to 0", "rules"),
        ("rules.-1.because=x", "unknown place '-1' in a list, expected 0 to 0", "rules"),
        ("rules.first.because=x", "unknown place 'first' in a list, expected 0 to 0", "rules"),
        ("rules.00.because=x", "unknown place '00' in a list, expected 0 to 0", "rules"),
        ("rules.\u0660.because=x", "unknown place '\u0660' in a list, expected 0 to 0", "rules"),
        ("about.x=1", "expected a map or list that holds 'x', found 'A fence", "about"),
        ("ensemble.seed.x.y=1", "expected a map or list that holds 'x', found 1", "ensemble.seed"),
        ("packages.gren=null", "nothing to remove: unknown key 'gren', did you mean 'green'?", "packages"),
        ("parties.ana.red_lines=~", "nothing to remove: unknown key 'ana', did you mean 'anna'?", "parties"),
    ],
)
def test_the_same_errors_as_in_a_file_with_the_change_as_the_place(wrong, change, said, path):
    told = [line for line in wrong(change) if line.startswith(said)]
    assert [line.partition(" @ ")[2] for line in told] == [f"{path} (--set {change})"]


def test_an_unknown_key_at_the_top(wrong):
    (told,) = wrong("partys.anna=1")
    assert told.startswith(
        "unknown key 'partys', did you mean 'parties'? expected one of extends, sweep, scenario, "
    )
    assert told.endswith(" (--set partys.anna=1)")


def test_a_place_beyond_all_counting(wrong):
    assert wrong(f"rules.{'9' * 5000}=x")[0].startswith("unknown place '999")


def test_an_empty_list_has_no_place(wrong):
    assert "unknown place '0' in a list, expected none: the list is empty @ rules (--set rules.0=x)" in wrong(
        "rules=[]", "rules.0=x"
    )


def test_python_hears_of_its_change(wrong):
    assert wrong({f"{WALL}.firmness": 2, "about": None}) == [
        "missing key 'about' (changes['about'])",
        f"probability of 2, expected 0 to 1 @ {WALL}.firmness (changes['{WALL}.firmness'])",
    ]


def test_all_problems_of_files_and_changes_are_told_at_once(folder, wrong):
    text = folder.base.replace("drift: 0}", "drift: x}").replace("kind: reported", "kind: shouted")
    told = wrong("x", "negotiation.rounds=0", "about.x=1", f"{WALL}.firmness=a", text=text)
    assert [line.rpartition(" (")[2] for line in told] == [
        "--set about.x=1)", "--set negotiation.rounds=0)", f"--set {WALL}.firmness=a)", "--set x)",
        "case.yaml, line 9)", "case.yaml, line 42)",
    ]  # fmt: skip


def test_what_a_file_has_wrong_beside_a_change_keeps_its_line(folder, wrong):
    text = folder.base.replace("        firmness: [0.8, 1.0]\n", "").replace(
        "statement: anna-speaks", "unles: x", 1
    )
    assert [line.rpartition(" (")[2] for line in wrong(f"{WALL}.firmness=1", text=text)] == [
        "case.yaml, line 32)", "case.yaml, line 35)",
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_hides_no_bad_change(wrong):
    told = wrong("x", "about=y", text="a: [")
    assert told[0] == "no equals sign, expected PATH=VALUE (--set x)"
    assert told[1].endswith("(case.yaml, line 2)")
    assert len(told) == 2


def test_what_it_extends_is_not_up_for_change(wrong):
    assert wrong("extends=other.yaml") == [
        "'extends' cannot be set: changes are made to what has been merged already (--set extends=other.yaml)"
    ]


def test_a_misspelt_party_is_not_made_piece_by_piece(wrong):
    (found,) = wrong("parties.ana.strategy=linear")
    assert found.startswith("unknown party 'ana', did you mean 'anna'?")
    assert found.endswith("@ parties (--set parties.ana.strategy=linear)")


def test_a_colon_without_its_space_is_told(wrong):
    found = wrong("parties.anna.strategy={name:linear}")
    assert any(
        one.startswith("'name:linear' has no value, expected a space after the colon") for one in found
    )
