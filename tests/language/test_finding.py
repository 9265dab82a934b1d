import sys

import pytest

from sim.errors import ScenarioError
from sim.language import bundled, finding, load

FORM = "unknown option 'partial', did you mean"


@pytest.mark.parametrize("name", bundled())
def test_every_bundled_scenario_loads(name):
    assert load(name).name == name


@pytest.fixture
def shelf(folder, monkeypatch):
    """A folder of bundled scenarios beside the user's own folder."""
    shelf = type(folder)(folder.path / "program" / "sim" / "bundled")
    shelf.write(folder.base, "2025-08-21.yaml")
    shelf.write("extends: ../2025-08-21.yaml\nscenario: Published\n", "published/xyz.yaml")
    monkeypatch.setattr(finding, "_HERE", folder.path / "program" / "sim")
    (folder.path / "work").mkdir()
    monkeypatch.chdir(folder.path / "work")
    return shelf


def test_bundled_names(shelf):
    assert list(bundled()) == ["2025-08-21", "published/xyz"]
    assert load("published/xyz").name == "published/xyz"
    assert load("published/xyz").title == "Published"


def test_a_checkout_bundles_its_scenarios_folder(shelf, folder):
    shelf.path.rename(folder.path / "program" / "scenarios")
    assert list(bundled()) == ["2025-08-21", "published/xyz"]


def test_a_file_may_extend_a_bundled_scenario(shelf, folder):
    scenario = load(folder.write("extends: 2025-08-21\nscenario: Mine\n", "work/mine.yaml"))
    assert (scenario.name, scenario.title, scenario.about) == ("mine", "Mine", "A fence between two gardens.")


def test_bundled_files_are_shown_without_the_place_they_are_installed_in(shelf, folder):
    shelf.write(folder.base.replace("rounds: 40", "rounds: 0"), "2025-08-21.yaml")
    with pytest.raises(ScenarioError, match=r"\(scenarios/2025-08-21.yaml, line 55\)"):
        load("published/xyz")


def test_files_are_shown_from_the_current_folder(shelf, folder):
    folder.write("a: 1\n---\n", "work/inner/case.yaml")
    folder.write("a: 1\n---\n", "outside.yaml")
    for named, shown in {
        "inner/case.yaml": "inner/case.yaml",
        folder.path / "work" / "inner" / "case.yaml": "inner/case.yaml",
        "../outside.yaml": "../outside.yaml",
        folder.path / "outside.yaml": str(folder.path / "outside.yaml"),
    }.items():
        with pytest.raises(ScenarioError) as caught:
            load(named)
        assert caught.value.problems[0].file == shown


@pytest.mark.parametrize("case", ["2025-08-20", "2025-08-2.yaml"])
def test_an_unknown_name_suggests_the_nearest(shelf, case):
    with pytest.raises(ScenarioError) as caught:
        load(case)
    assert str(caught.value) == (
        f"unknown file or scenario '{case}', did you mean '2025-08-21'? "
        "expected one of 2025-08-21, published/xyz"
    )


@pytest.mark.parametrize("case", ["", ".", "x" * 5000, "a\0b", "/", "a: b\nc: d\n"])
def test_what_is_no_file(shelf, case):
    with pytest.raises(ScenarioError, match="unknown file or scenario"):
        load(case)


@pytest.mark.skipif(sys.platform == "win32", reason="asks for modes of files")
def test_a_file_that_cannot_be_opened(folder, monkeypatch):
    file = folder.write(folder.base)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "open", refuse)
    with pytest.raises(ScenarioError) as caught:
        load(file)
    assert str(caught.value) == "cannot be read: Permission denied (case.yaml)"
