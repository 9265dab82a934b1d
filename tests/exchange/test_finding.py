import shutil

import pytest
from domains import grocery, linear, negmas, put

from sim.errors import InputError
from sim.exchange import find, read, read_each

PRICE = {"type": "ContiguousIssue", "name": "price", "values": [1, 3]}


@pytest.fixture
def tree(tmp_path):
    """Put folders of domains, good and bad, beside what is none."""
    grocery(tmp_path / "a" / "Grocery")
    parties = [linear(name, [1.0], [{"type": "IdentityFun"}]) for name in ("one", "two")]
    negmas(tmp_path / "b" / "Trade", [PRICE], *parties)
    put(tmp_path / "b" / "broken", "d.xml", "<negotiation_template>\n<utility_space>")
    put(tmp_path / "b" / "lonely", "d.xml", (tmp_path / "a" / "Grocery" / "domain.xml").read_text("utf-8"))
    put(tmp_path / "notes", "pareto.xml", "<pareto/>")
    put(tmp_path / "notes", "_info.yml", "type: OutcomeSpace")
    put(tmp_path / "notes", "list.json", "[1, 2]")
    put(tmp_path / "notes", "ours.yaml", "issues: {price: {options: [low, high]}}")
    put(tmp_path / "notes", "broken.yaml", "issues: [")
    put(tmp_path, "readme.md", "OutcomeSpace")
    return tmp_path


def test_all_domains_below_a_folder_are_found_in_order(tree):
    found = [file.relative_to(tree).as_posix() for file in find(tree)]
    assert found == ["a/Grocery/domain.xml", "b/Trade/Trade.yml", "b/broken/d.xml", "b/lonely/d.xml"]
    assert [file.name for file in find(tree, "negmas")] == ["Trade.yml"]


def test_a_file_stands_for_itself(tree):
    file = tree / "a" / "Grocery" / "domain.xml"
    assert find(file) == [file]
    assert read(file).scenario == read(file.parent).scenario


def test_one_that_cannot_be_read_does_not_stop_the_others(tree):
    attempts = list(read_each(find(tree)))
    assert [attempt.status for attempt in attempts] == ["loaded", "loaded", "not loaded", "not loaded"]
    assert [attempt.problems[0].message for attempt in attempts[2:]] == [
        "not XML: no element found",
        "no profile is in the folder, expected one for each party",
    ]


@pytest.mark.parametrize(
    ("source", "form", "said"),
    [
        ("nowhere", None, "no file or folder is here"),
        ("notes", None, "no negotiation domain is here"),
        ("a", "negmas", "no negotiation domain is here, expected files of NegMAS (.yml .yaml .json)"),
        ("a", "genus", "unknown format 'genus', did you mean 'genius'?"),
        ("a/Grocery/mary.xml", None, "this is no domain, expected the file that lists the issues"),
        ("readme.md", None, "this is no domain"),
        (".", None, "4 domains are here, expected one"),
    ],
)
def test_sources_that_hold_no_single_domain(tree, source, form, said):
    with pytest.raises(InputError) as refused:
        read(tree / source, form)
    assert said in str(refused.value)


def test_two_domains_in_a_folder_are_told_apart_by_nobody(tree):
    folder = tree / "a" / "Grocery"
    shutil.copy(folder / "domain.xml", folder / "other.xml")
    with pytest.raises(InputError, match="another domain is in the same folder"):
        read(folder / "domain.xml")


def test_same_files_same_scenario(tree):
    assert read(tree / "a").scenario.text == read(tree / "a").scenario.text
