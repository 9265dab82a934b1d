import pytest
from plots.drawn import title
from plots.tables import acceptances

from sim.plots.package_acceptability import package_acceptability

TWO = {"us": "United States", "uk": "United Kingdom"}
ONE = {"us": "United States"}
LONG = "a package whose name is told in so many words that no title has room for it"


OFTEN = "is acceptable to all it asks in 60% of worlds"
LEAST = "United States accepts it least often"
EVERY = "acceptable to all they ask in every world"
NONE = "No package is acceptable to all it asks in any of 10,000 worlds"


@pytest.mark.parametrize(
    ("accepted", "parties", "finding"),
    [
        ({"a": (0.6, 0.7, 0.8)}, TWO, f"“a” {OFTEN}; {LEAST} (70%)"),
        ({"a": (0.6, 0.7, 0.7)}, TWO, f"“a” {OFTEN}; each of them accepts it in 70% of worlds"),
        ({LONG: (0.6, 0.7, 0.8)}, TWO, f"The most acceptable package {OFTEN}; {LEAST} (70%)"),
        ({"a": (0.6, 0.6)}, ONE, "“a” is acceptable to United States, whom alone it asks, in 60% of worlds"),
        ({"a": (1, 1, 1), "b": (0.5, 0.5, 1)}, TWO, "“a” is acceptable to all it asks in every world"),
        ({"a": (1, 1, 1), "b": (1, 1, 1)}, TWO, f"All 2 packages listed are {EVERY}"),
        ({"a": (1, 1, 1), "b": (1, 1, 1), "c": (0, 0, 0)}, TWO, f"2 of 3 packages listed are {EVERY}"),
        ({"a": (0, 0.1, 0.9)}, TWO, f"{NONE}; of “a”, {LEAST} (10%)"),
        ({"a": (0, 0, 0)}, TWO, NONE),
    ],
)
def test_the_title_says_how_often_all_accept_the_best_and_who_does_least(accepted, parties, finding):
    assert title(package_acceptability(acceptances(accepted, parties))) == finding


def test_what_is_left_out_is_said():
    many = acceptances({f"package {at}": (0.5, 0.5) for at in range(14)})
    axes = package_acceptability(many)
    assert "Left out: 2 packages less often acceptable to all." in axes.figure.get_supxlabel().replace(
        "\n", " "
    )
    assert len(axes.get_yticklabels()) == 12


def test_who_is_not_asked_is_hatched():
    asked = package_acceptability(acceptances({"a": (0.5, 0.5, 0.5)}, TWO))
    alone = package_acceptability(acceptances({"a": (0.5, 0.5, 0.5)}, TWO, never_asked=[("a", "uk")]))
    assert "Hatched" not in asked.figure.get_supxlabel()
    assert "Hatched" in alone.figure.get_supxlabel()
    assert title(alone).startswith("“a” is acceptable to United States, whom alone it asks")
    assert sum(patch.get_hatch() == "////" for patch in alone.patches) == 1
