import time
from itertools import pairwise

import pytest

from sim.language import load


def only(problems):
    (problem,) = problems
    return problem.message, problem.line


def test_names_that_yaml_1_1_would_lose_stay_text(folder):
    text = (
        folder.base.replace("none", "no").replace("hedge:", "12:30:45:").replace("[wall]", "[wall, 12:30:45]")
    )
    text = text.replace("green: {fence: hedge}", "on: {fence: 12:30:45}")
    scenario = folder.load(text)
    assert scenario.issues["fence"].ids == ("no", "12:30:45", "wall")
    assert scenario.packages["on"] == {"fence": "12:30:45"}
    assert scenario.rules[0].forbid == {"fence": ("no",), "payer": ("both",)}
    assert scenario.red_lines["no-wall"][1].forbid == {"fence": ("wall", "12:30:45")}


def test_numbers_where_text_is_wanted_are_taken_as_written(folder):
    text = folder.base.replace("none", "1").replace("hedge", "0.20").replace("A wall", "true")
    text = text.replace("question: Who pays?", "question: 0x1F").replace("fence: [wall]", "fence: 0.20")
    scenario = folder.load(text)
    assert scenario.issues["fence"].options == {"1": "No fence", "0.20": "A 0.20", "wall": "true"}
    assert scenario.issues["payer"].question == "0x1F"
    assert scenario.packages["green"] == {"fence": "0.20"}
    assert scenario.red_lines["no-wall"][1].forbid == {"fence": ("0.20",)}


def test_nothing_is_no_text(folder):
    assert folder.broken(("question: Who pays?", "question: ~")) == [
        ("expected text, found nothing", "issues.payer.question", 16)
    ]


def test_a_quoted_number_is_no_whole_number(folder):
    assert folder.broken(("rounds: 40", "rounds: '40'")) == [
        ("expected a whole number, found '40'", "negotiation.rounds", 55)
    ]


def test_choice_keys_are_read_as_written(folder):
    scenario = folder.load(folder.base.replace("value: 0.2", "value: {choice: {0.2: 1, 8e-1: 3}}"))
    assert scenario.parties["anna"].no_deal.value.values == (0.2, 0.8)


@pytest.mark.parametrize(
    ("old", "new", "message", "path", "line"),
    [
        (
            "  split:",
            "  green: {}\n  split:",
            "package 'green' is used twice, first on line 24",
            "packages",
            25,
        ),
        ("  payer:\n", "  fence:\n", "issue 'fence' is used twice, first on line 12", "issues", 15),
        (
            "{none: No",
            "{wall: W, none: No",
            "option 'wall' is used twice, first on line 14",
            "issues.fence.options",
            14,
        ),
        ("  bert:\n", "  anna:\n", "party 'anna' is used twice, first on line 28", "parties", 44),
        (
            "rounds: 40",
            "rounds: 4\n  rounds: 5",
            "key 'rounds' is used twice, first on line 55",
            "negotiation",
            56,
        ),
    ],
)
def test_duplicate_keys(folder, old, new, message, path, line):
    assert (message, path, line) in folder.broken((old, new))


def test_duplicates_are_reported_with_everything_else(folder):
    problems = folder.broken(
        ("rounds: 40", "rounds: 4\n  rounds: 5"), ("firmness: [0.8, 1.0]", "firmness: 1.2")
    )
    assert [line for _, _, line in problems] == [35, 56]


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!str", "!mine", "!"])
def test_tags_are_refused(folder, tag):
    ((message, path, line),) = folder.broken(("name: Anna", f"name: {tag} Anna"))
    assert message.startswith("tag ")
    assert (path, line) == ("parties.anna.name", 29)


def test_a_key_that_is_no_text(folder):
    problem = ("expected text as a key, found a list", "packages", 24)
    assert folder.broken(("  green: {fence: hedge}", "  ? [a, b]\n  : {fence: hedge}")) == [problem]


def test_aliases(folder):
    text = folder.base.replace("green: {fence: hedge}", "green: &it {fence: hedge}").replace(
        "split: {fence: wall, payer: both}", "split: *it"
    )
    assert folder.load(text).packages == {"green": {"fence": "hedge"}, "split": {"fence": "hedge"}}


def test_a_problem_in_aliased_text_has_the_path_of_its_use(folder):
    problems = folder.broken(
        ("green: {fence: hedge}", "green: &it {fence: hedg}"),
        ("split: {fence: wall, payer: both}", "split: *it"),
    )
    assert [(path, line) for _, path, line in problems] == [("packages.green", 24), ("packages.split", 24)]


@pytest.mark.parametrize("text", ["a: &a [*a]\n", "a: &a {b: *a}\n", "a: *b\n"])
def test_an_alias_of_what_is_not_complete(folder, text):
    message, line = only(folder.problems(text))
    assert "names nothing that is complete above it" in message
    assert line == 1


def bomb(width):
    lists = [
        f"{after}: &{after} [{', '.join([f'*{name}'] * width)}]" for name, after in pairwise("abcdefghi")
    ]
    return "\n".join(["a: &a [x, x, x, x, x, x, x]", *lists])


HOSTILE = {
    "aliases": (bomb(9), "more than 200,000 values, aliases counted in full"),
    "values": ("a: [" + ",".join("x" * 300_000) + "]", "more than 200,000 values, aliases counted in full"),
    "brackets": ("a: " + "[" * 3000, "nested more than 60 deep"),
    "braces": ("{" * 400_000, "nested more than 60 deep"),
    "dashes": ("- " * 400_000, "nested more than 60 deep"),
    "nested aliases": (
        "a0: &a0 [x]\n" + "\n".join(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 700)),
        "nested more than 60 deep",
    ),
    "size": ("# " + "x" * 1_000_000, "above 1 MB, expected a smaller file"),
    "empty": ("", "the file is empty, expected a scenario"),
    "comment": ("# nothing\n", "the file is empty, expected a scenario"),
    "start": ("---\n", "expected a map of keys, found nothing"),
    "list": ("- a\n", "expected a map of keys, found a list"),
    "text": ("a scenario\n", "expected a map of keys, found 'a scenario'"),
}


@pytest.mark.parametrize(("text", "message"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_and_empty_files(folder, text, message):
    started = time.perf_counter()
    assert only(folder.problems(text))[0] == message
    assert time.perf_counter() - started < 5


def test_problems_without_end_are_cut_short(folder):
    options = ", ".join(f"option{i}: x" for i in range(5000))
    packages = "".join(f"\n  p{i}: {{fence: optional{i}}}" for i in range(5000))
    started = time.perf_counter()
    text = folder.base.replace("{none:", f"{{{options}, none:").replace("packages:", f"packages:{packages}")
    problems = folder.problems(text)
    assert len(problems) == 201
    assert str(problems[-1]) == "more is wrong than these 200"
    assert time.perf_counter() - started < 8


def test_the_bomb_is_small():
    assert len(bomb(9)) < 500


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb:\n\tc: 1\n", 3, "a tab indents this line, expected spaces"),
        ("a: 1\nb: [1,\n2\n", 4, "not YAML: while parsing a flow sequence of line 2, did not find expected"),
        (
            "a: 1\nb\nc: 2\n",
            3,
            "not YAML: while scanning a simple key of line 2, could not find expected ':'",
        ),
        ("a: 1\n---\nb: 1\n", 2, "a second document starts here, expected one"),
        ("a: é\nb: \x01\n", 2, "not YAML: control characters are not allowed"),
        (
            'a: 1\nb: "\\ud800"\n',
            2,
            "not YAML: while parsing a quoted scalar of line 2, found invalid Unicode",
        ),
        (b"a: 1\nb: \xff\n", 2, "not UTF-8, expected UTF-8 text"),
        ("a: 1\n".encode("utf-16"), 1, "not UTF-8, expected UTF-8 text"),
    ],
)
def test_broken_text_is_one_problem_with_its_line(folder, text, line, message):
    found, at = only(folder.problems(text))
    assert found.startswith(message)
    assert at == line


def test_a_byte_order_mark_is_passed_over(folder):
    assert load(folder.write(b"\xef\xbb\xbf" + folder.base.encode())).title == "Two neighbours"


def test_windows_line_ends(folder):
    assert load(folder.write(folder.base.replace("\n", "\r\n").encode())) == folder.load(folder.base)
