from plots.drawn import title, words
from plots.tables import PARTIES, compatibility

from sim.plots.compatibility_matrix import compatibility_matrix


def labels(axes):
    return [label.get_text().strip() for label in axes.get_yticklabels()]


def test_the_title_counts_packages_and_names_who_stops_most():
    packages = {"a": {}, "b": {"russia": ("x",)}, "c": {"russia": ("x",), "uk": ("y",)}}
    axes = compatibility_matrix(compatibility(packages))
    assert title(axes) == "1 of 3 packages crosses nobody's red line; Russia's lines stop both others"


def test_parties_that_stop_equally_many_are_all_named():
    axes = compatibility_matrix(compatibility({"a": {}, "b": {"us": ("x",)}, "c": {"uk": ("y",)}}))
    assert title(axes).endswith("United States' lines and United Kingdom's lines each stop 1 of the other 2")


def test_nobody_and_everybody():
    assert (
        title(compatibility_matrix(compatibility({"a": {}, "b": {}})))
        == "All 2 packages cross nobody's red line"
    )
    crossed = compatibility_matrix(compatibility({"a": {"uk": ("x",)}, "b": {"uk": ("x",)}}))
    assert title(crossed) == "Every package crosses a red line; United Kingdom's lines stop both"


def test_one_package_is_spoken_of_as_one():
    crossed = compatibility_matrix(compatibility({"a": {"uk": ("x",)}}))
    assert title(crossed) == "The one package crosses a red line; United Kingdom's lines stop it"
    assert (
        title(compatibility_matrix(compatibility({"a": {}}))) == "The one package crosses nobody's red line"
    )
    beside = compatibility_matrix(compatibility({"a": {"uk": ("x",)}, "b": {}}))
    assert title(beside).endswith("United Kingdom's lines stop the other")


def test_a_party_that_is_not_asked_stops_nothing():
    table = compatibility({"a": {"uk": ("x-y",)}, "b": {}}, never_asked={("uk", "a")})
    axes = compatibility_matrix(table)
    assert title(axes) == "All 2 packages cross no red line of those who must consent"
    assert any("✘ x y" in text and "not needed" in text.replace("\n", " ") for text, _ in words(axes))
    assert "Hatched, not needed" in axes.figure.get_supxlabel()


def test_compatible_packages_stand_on_top_under_their_heading():
    axes = compatibility_matrix(compatibility({"crossed-one": {"uk": ("x",)}, "free-one": {}}))
    assert labels(axes) == ["Compatible", "free one", "Crosses a red line", "crossed one"]


def test_a_cell_names_the_lines_in_words():
    axes = compatibility_matrix(compatibility({"a": {"russia": ("no-troops", "no-nato")}}))
    cells = [text.get_text().replace("\n", " ") for text in axes.texts]
    assert cells.count("✔") == len(PARTIES) - 1
    assert "✘ no troops, no nato" in cells
