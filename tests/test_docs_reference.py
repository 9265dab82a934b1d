"""The reference holds all commands and options, all keys of scenario files, and all public names."""

import doctest
import re
from inspect import getmembers, isclass

import pytest
from calling import call
from doc_pages import DOCS, PAGES, ROOT, WRITERS, anchors, blocks, tokens
from generated import examples, scenario_keys

import sim
from sim import errors
from sim.cli import main
from sim.language import points

WORDS = {
    "issue", "option", "package", "party", "statement", "held", "firmness", "weight", "score", "utility",
    "ZOPA", "consent", "protocol", "strategy", "offer", "round", "world", "outcome", "ending", "scenario",
    "variant", "run", "concession", "conflict", "obstacle", "measure", "finding", "interval", "flip",
    "sweep", "box", "density", "coverage", "shortlist", "regret", "sensitivity", "control", "sanction",
    "manifest", "red line", "reservation value", "cumulative incidence", "tipping point", "solution point",
    "near miss",
}  # fmt: skip
"""Words that pages use in one meaning."""
NOUNS = scenario_keys.definitions()
KEYS = [(noun, key) for noun, _ in scenario_keys.places(NOUNS) for key in NOUNS[noun]["properties"]]
SHOWN = [examples.examples(file.read_text("utf-8"), NOUNS) for file in scenario_keys.EXAMPLES]


def sections(text):
    """Return the parts of a page by heading."""
    _, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return {part.partition("\n")[0]: part for part in parts}


COMMANDS = sections(WRITERS["commands"]())


def test_every_command_has_a_section(monkeypatch, capsys):
    listing = call(main, ["--help"], monkeypatch, capsys).out.partition("Commands:")[2]
    assert {f"sim {name}" for name in re.findall(r"^  ([a-z]\S*)", listing, re.MULTILINE)} == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_told(command, monkeypatch, capsys):
    told = call(main, [*command.split()[1:], "--help"], monkeypatch, capsys).out
    options = flags_of(told.partition("Options:")[2])
    assert options - flags_of(COMMANDS[command]) == {"--help"}


def test_every_key_is_described_with_an_example():
    forms = {place: NOUNS[place[0]]["properties"][place[1]] for place in KEYS}
    assert [place for place, form in forms.items() if not form.get("description")] == []
    plain = [
        place for place, form in forms.items() if "#/$defs/" not in str(form)
    ]  # else nouns in it have some
    assert [place for place in plain if not any(place in shown for shown in SHOWN)] == []


def test_every_key_is_on_the_page():
    page = WRITERS["scenario-keys"]()
    assert [key for _, key in KEYS if f"\n| `{key}` |" not in page] == []


def test_every_setting_is_described():
    told = [*sections(WRITERS["scenario-keys"]()).items()][-2:]
    assert [title for title, _ in told] == ["Settings of strategies", "Settings of protocols"]
    assert "`temperature`" in told[1][1]


def test_the_file_with_every_key_loads():
    assert len(points(scenario_keys.EXAMPLES[0])) == 2


def test_examples_are_written_on_one_line():
    assert doctest.testmod(examples) == (0, 2)


def test_every_public_name_is_in_the_reference():
    page = (DOCS / "api.md").read_text("utf-8")
    told = set(re.findall(r":: sim\.(\w+)(?:\(\))?$", page, re.MULTILINE))
    assert ".. automodule:: sim.errors" in page
    told |= {name for name, _ in getmembers(errors, isclass)}
    assert set(sim.__all__) - told == {"__version__"}


def test_anchors_of_generated_parts_can_be_linked():
    assert "sim-run" in anchors(DOCS / "reference" / "commands.md")


def test_the_readme_names_every_command():
    text = (ROOT / "README.md").read_text("utf-8")
    assert [command for command in COMMANDS if not re.search(rf"`{command}\b", text)] == []


def test_the_glossary_has_the_words():
    text = (DOCS / "glossary.md").read_text("utf-8")
    told = {word for heads in re.findall(r"^(\S.*)\n: ", text, re.MULTILINE) for word in heads.split(", ")}
    assert sorted(WORDS - told) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_that_pages_name_exist(page):
    wrong = []
    for line in commands(page):
        name, *words = line.split()[1:]
        flags = {re.match(r"--[a-z-]*", word).group() for word in words if word.startswith("--")}
        known = COMMANDS.get(f"sim {name}")
        if name.islower() and (known is None or flags - flags_of(known) - {"--help"}):
            wrong.append(line)
    assert wrong == []


def commands(page):
    """Return the command lines in a page: in shell blocks, and as code in its text."""
    shell = [line.partition("#")[0] for block in blocks("sh", page) for line in block.splitlines()]
    inline = [
        child for token in tokens(page) for child in token.children or () if child.type == "code_inline"
    ]
    return [line for line in [*shell, *(code.content for code in inline)] if re.match(r"sim [a-zA-Z]", line)]


def flags_of(text):
    return set(re.findall(r"--[a-z][a-z-]*", text))
