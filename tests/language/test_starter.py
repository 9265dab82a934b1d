"""What `sim new` writes can be read, checked and run as it is, and its comments explain what stands in it."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.analysis.differing.scenario_diff import differences
from sim.errors import InputError, ScenarioError
from sim.language.head import read_head
from sim.language.starter import starter, variant

REAL = {"russia", "ukraine", "france", "britain", "kingdom", "america", "nato", "europe", "states"}
SUGGESTED = re.compile(r"^# ((?:parties|negotiation): \{.*)$", re.MULTILINE)


@pytest.fixture
def begun(folder):
    return folder.write(starter(folder.path / "mine.yaml"), "mine.yaml")


def test_the_starter_is_a_scenario_that_can_be_checked_and_run(begun):
    case = sim.load(begun)
    answer = sim.check(case)
    assert 0 < len(answer.compatible) < answer.packages_possible
    endings = sim.run(case, worlds=50, seed=1).summary().endings.set_index("ending")["count"]
    assert endings.sum() == 50
    assert endings["AGREED"] > 0
    assert endings["AGREED"] < 50


def test_the_starter_is_small_and_every_line_of_it_has_a_statement_of_its_own(begun):
    case = sim.load(begun)
    assert (len(case.parties), len(case.issues)) == (3, 3)
    assert sorted(line.statement for _, line in case.red_lines.values()) == sorted(case.statements)


def test_comments_explain_every_key_that_the_starter_uses(begun):
    text = begun.read_text("utf-8")
    comments = " ".join(re.findall(r"#(.*)$", text, re.MULTILINE))
    for key in yaml.safe_load(text):
        assert re.search(rf"\b{key}: ", comments), key
    for key in ("extends", "sweep", "correlate", "controls", "one_way", "status_quo"):
        assert re.search(rf"\b{key}\b", comments), key
    assert "docs/scenario-language.md" in comments


def test_the_starter_has_a_whole_head(begun):
    head = read_head(begun.read_text("utf-8"))
    assert head.what
    assert head.asks.endswith("?")
    assert head.rests_on.startswith("Nothing that anybody said")
    assert head.tries == ("sim check mine.yaml",)


def test_the_starter_puts_words_into_nobodys_mouth(begun):
    assert not REAL & set(re.findall(r"\w+", begun.read_text("utf-8").lower()))
    for statement in sim.load(begun).statements.values():
        assert statement.claim.startswith("Placeholder: ")
        assert statement.speaker.endswith("who is invented")


@settings(max_examples=12)
@given(
    title=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30).filter(
        str.strip
    )
)
def test_any_title_is_kept(tmp_path_factory, title):
    folder = tmp_path_factory.mktemp("titled")
    for text in (starter(folder / "a.yaml", title), variant(folder / "a.yaml", "2025-08-21", title)):
        (folder / "a.yaml").write_text(text, encoding="utf-8")
        assert sim.load(folder / "a.yaml").title == title


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "title '' is blank, expected a few words on one line"),
        (" \t", r"title ' \t' is blank"),
        ("a\nb", r"title 'a\nb' has a line break, expected a few words on one line"),
        ("a\u2028b", r"title 'a\u2028b' has a line break"),
        ("a\n", "has a line break"),
    ],
)
def test_titles_that_are_none_are_refused(tmp_path, title, said):
    for write in (
        lambda: starter(tmp_path / "a.yaml", title),
        lambda: variant(tmp_path / "a.yaml", "x", title),
    ):
        with pytest.raises(InputError) as refused:
            write()
        assert said in str(refused.value)


def test_a_head_says_that_what_follows_is_an_example_whatever_the_title(tmp_path):
    own = read_head(starter(tmp_path / "a.yaml", "A ferry for the island"))
    assert own.what.startswith(
        "A ferry for the island. What stands below is still an example: a border force"
    )
    assert own.what.endswith("to be replaced by your own.")
    assert read_head(starter(tmp_path / "a.yaml")).what.startswith("An example: a border force between")
    assert own.asks.startswith("In the example, ")
    long = starter(tmp_path / "a.yaml", "word " * 60)
    assert max(map(len, long.split("scenario: ")[0].splitlines())) <= 120
    assert read_head(long).asks == own.asks


BASES = [
    "2025-08-21",
    "published/elmira",
    "published/csis-2025-03-red-lines",
    "what-if/without-russias-consent",
]


@pytest.mark.parametrize("base", BASES)
def test_a_variant_is_its_base_but_for_the_title(folder, base):
    case = sim.load(folder.write(variant(folder.path / "mine.yaml", base), "mine.yaml"))
    (only,) = differences(sim.load(base), case)
    assert only.path == "scenario"


@pytest.mark.parametrize("base", BASES)
def test_each_suggested_change_can_be_made(folder, base):
    text = variant(folder.path / "mine.yaml", base)
    begun = folder.load(text)
    found = SUGGESTED.findall(text)
    assert len(found) == (5 if begun.red_lines else 3)
    for line in found:
        changed = folder.load(text.replace(f"# {line}", line, 1))
        assert len(differences(begun, changed)) >= 1, line


def test_a_variant_finds_its_base_from_its_own_folder(folder, begun):
    for name in ("other.yaml", "deep/er/other.yaml"):
        file = folder.path / name
        case = sim.load(folder.write(variant(file, "mine.yaml"), name))
        assert case.space.size == sim.load(begun).space.size
    assert "extends: ../../mine.yaml\n" in file.read_text("utf-8")


def test_no_such_base(folder):
    with pytest.raises(ScenarioError, match="did you mean '2025-08-21'"):
        variant(folder.path / "mine.yaml", "2025-08-2")


def test_a_base_that_is_wrong_is_told_with_its_problems(folder):
    folder.write(folder.base.replace("rounds: 40", "rounds: 0"), "wrong.yaml")
    with pytest.raises(ScenarioError, match=r"wrong.yaml, line \d+"):
        variant(folder.path / "mine.yaml", "wrong.yaml")
