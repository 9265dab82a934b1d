"""Promises of the project as a whole that are cheap to hold."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import sim

ROOT = Path(__file__).parents[1]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
TARGETS = ("run", "test", "bench", "peers", "docs", "lint")

# Composed, so that this file does not hold what it looks for.
HOME_PATHS = rf"(?<![\w.])/({'|'.join(['root', 'home', 'Users'])})/"
REGISTRIES = "|".join(rf"{name}\.{'org'}" for name in ("pypi", "pythonhosted", "anaconda"))


def read(path):
    """Return the text of a file, nothing if it is not text or not there."""
    try:
        return (ROOT / path).read_text("utf-8")
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return ""


def project():
    return tomllib.loads(read("pyproject.toml"))["project"]


def plain(name):
    """Return a distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file="constraints.txt"):
    return [line for line in read(file).splitlines() if line and not line.startswith("#")]


def test_one_version():
    assert sim.__version__ == project()["version"]
    assert f"version: {sim.__version__}\n" in read("CITATION.cff")


@pytest.mark.parametrize("pattern", [HOME_PATHS, REGISTRIES], ids=["home paths", "registries"])
def test_nothing_committed_names_a_machine(pattern):
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    names = [name for name in listed.stdout.split("\0") if name]
    assert [name for name in names if re.search(pattern, read(name))] == []


@pytest.mark.parametrize("file", ["constraints.txt", "tests/benchmarks/peers.txt"])
def test_pins_are_versions_alone(file):
    assert pins(file)
    assert [pin for pin in pins(file) if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


def test_constraints_pin_every_dependency():
    wanted = sum(project()["optional-dependencies"].values(), project()["dependencies"])
    named = {plain(re.match(r"[\w.-]+", one).group()) for one in wanted}
    named -= {project()["name"]}  # an extra may include another
    assert named <= {plain(pin.split("==")[0]) for pin in pins()}


@pytest.mark.parametrize("target", TARGETS)
def test_makefile_has(target):
    assert re.search(rf"^{target}:.* ## \w", read("Makefile"), re.MULTILINE)


def test_decisions_are_numbered_without_gaps():
    assert DECISIONS
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_three_parts(page):
    assert re.match(rf"# {int(page.name[:4])}\. \w", read(page))
    assert re.findall("^## (.+)", read(page), re.MULTILINE) == ["Context", "Choice", "Consequences"]


def test_every_cited_source_is_in_the_bibliography():
    entries = re.findall(r"^\.\. \[(\w+)\]", read("docs/reference/bibliography.md"), re.MULTILINE)
    cited = {key for path in (ROOT / "sim").rglob("*.py") for key in re.findall(r"\[(\w+)\]_", read(path))}
    assert cited <= set(entries)
