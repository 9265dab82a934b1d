"""Bundled scenarios by group, each with its head; and what each is a variant of."""

import pytest

from sim.errors import ScenarioError
from sim.language import bundled, finding
from sim.language.merging import base_of
from sim.language.shelf import GROUPS, shelf


@pytest.fixture
def mine(folder, monkeypatch):
    """A shelf of its own, and the user in another folder."""
    monkeypatch.setattr(finding, "_HERE", folder.path / "program" / "sim")
    put = type(folder)(folder.path / "program" / "sim" / "bundled")
    put.write("# Base.\n#\n# Asks: what?\n" + folder.base, "2025-08-21.yaml")
    put.write("# New.\nextends: ../2025-08-21.yaml\nscenario: New\n", "a-folder/new.yaml")
    put.write("# If.\nextends: ../2025-08-21\nscenario: If\n", "what-if/bare.yaml")
    put.write("extends: ../../2025-08-21.yaml\nscenario: Deep\n", "what-if/deep/one.yaml")
    (folder.path / "work").mkdir()
    monkeypatch.chdir(folder.path / "work")
    return put


def test_known_groups_come_first(mine):
    assert [(one.name, one.group) for one in shelf()] == [
        ("2025-08-21", GROUPS[""]),
        ("what-if/bare", GROUPS["what-if"]),
        ("a-folder/new", "a-folder"),
        ("what-if/deep/one", "what-if/deep"),
    ]


def test_heads_are_read(mine):
    assert [one.head.what for one in shelf()] == ["Base.", "If.", "New.", ""]
    assert shelf()[0].head.asks == "What?"


def test_a_variant_in_a_folder_knows_its_base(mine):
    assert base_of("a-folder/new").name == "2025-08-21"
    assert base_of("what-if/deep/one").name == "2025-08-21"
    assert base_of("2025-08-21") is None
    assert base_of("no-such-case") is None


def test_a_base_is_looked_for_beside_the_file_that_extends_it(mine):
    with pytest.raises(ScenarioError, match=r"unknown file or scenario '../2025-08-21'"):
        base_of("what-if/bare")


def test_everything_bundled_is_on_the_shelf():
    assert sorted(one.name for one in shelf()) == list(bundled())
    assert all(bundled()[one.name] == one.path for one in shelf())
