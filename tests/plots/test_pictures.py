"""What holds for every picture, at every size and in every odd case."""

import pytest
from plots import tables
from plots.drawn import title, unreadable, words

from sim.plots import PICTURES
from sim.plots.corner import provenance
from sim.plots.saving import save
from sim.plots.style import new_axes

MANY_PACKAGES = {
    f"package-number-{number}-with-a-rather-long-name": crossed
    for number, crossed in enumerate([*tables.PACKAGES.values()] * 2)
}
MANY_LINES = {
    f"line-{number}-that-is-not-to-be-crossed": (party, ("quoted", "inferred")[number % 2])
    for number, party in enumerate(sorted([*tables.PARTIES] * 4))
}
MANY_CROSSED = {
    package: {line: ("blocks", "objects")[at % 2] for at, line in enumerate(list(MANY_LINES)[number::7])}
    for number, package in enumerate(MANY_PACKAGES)
}
LONG_NAMES = {party: f"{name}, together with all of its allies" for party, name in tables.PARTIES.items()}
ONE_PARTY = {"russia": "Russia"}

CASES = {
    "compatibility_matrix": {
        "usual": tables.compatibility(),
        "empty": tables.compatibility({}),
        "one party": tables.compatibility(parties=ONE_PARTY),
        "many": tables.compatibility(MANY_PACKAGES, tables.MORE_PARTIES),
        "long names": tables.compatibility(parties=LONG_NAMES),
        "all compatible": tables.compatibility({"a": {}, "b": {}}),
        "none compatible": tables.compatibility({"a": {"russia": ("x",)}, "b": {"uk": ("y", "z")}}),
    },
    "crossed_lines": {
        "usual": tables.crossings(),
        "empty": tables.crossings({}),
        "no lines": tables.crossings(stated={}),
        "one line": tables.crossings(stated={"no-foreign-troops": ("russia", "quoted")}),
        "one package": tables.crossings({"a": {"no-nato": "blocks"}}),
        "many": tables.crossings(MANY_CROSSED, MANY_LINES),
        "long names": tables.crossings(parties=LONG_NAMES),
        "all compatible": tables.crossings({"a": {}, "b": {"no-nato": "objects"}}),
        "none compatible": tables.crossings({"a": {"no-nato": "blocks"}, "b": {"a-strong-army": "blocks"}}),
        "chances not known": tables.crossings(chances=[float("nan")] * len(tables.CROSSED)),
        "chances known in part": tables.crossings(chances=[float("nan"), 0, 0.0001, 0.9999, 1]),
    },
    "outcome_distribution": {
        "usual": tables.outcomes(),
        "empty": tables.outcomes(worlds=0).head(0),
        "no worlds": tables.outcomes((0, 0, 0, 0), (), worlds=0),
        "all agreed": tables.outcomes((1, 0, 0, 0), (0.6, 0.3, 0.1)),
        "none agreed": tables.outcomes((0, 0.3, 0.7, 0), ()),
        "one world": tables.outcomes((0, 0, 1, 0), (), worlds=1),
    },
    "utilities_by_party": {
        "usual": tables.utilities(),
        "empty": tables.utilities({}, worlds=0, agreed=0),
        "none agreed": tables.utilities(agreed=0),
        "one party": tables.utilities(ONE_PARTY),
        "nine parties": tables.utilities(tables.MORE_PARTIES),
        "long names": tables.utilities(LONG_NAMES),
    },
    "time_to_agreement": {
        "usual": tables.times(),
        "empty": tables.times(worlds=0).head(0),
        "no worlds": tables.times((0, 0, 0, 0), worlds=0),
        "all agreed": tables.times((1, 0, 0, 0)),
        "none agreed": tables.times((0, 0.4, 0.6, 0)),
        "close ends": tables.times((0.25, 0.25, 0.25, 0.25)),
        "one round": tables.times(rounds=1),
    },
    "in_the_way": {
        "usual": tables.obstacles(),
        "empty": tables.obstacles({}, {}, no_zopa=0),
        "no worlds": tables.obstacles({}, {}, worlds=0, no_zopa=0),
        "unexplained": tables.obstacles({}, {}, no_zopa=7),
        "one party": tables.obstacles({}, ONE_PARTY),
        "nine parties": tables.obstacles(parties=tables.MORE_PARTIES),
        "long names": tables.obstacles(parties=LONG_NAMES),
    },
}
SIZES = {"small": (5, 3.5), "default": None, "large": (13, 8)}
WORTH_A_LARGE_ONE = {"usual", "long names", "nine parties", "many"}
ALL = [
    (name, case, size)
    for name, cases in CASES.items()
    for case in cases
    for size in SIZES
    if size != "large" or case in WORTH_A_LARGE_ONE
]


def test_every_picture_is_tried():
    assert list(CASES) == list(PICTURES)
    assert len(PICTURES) == len(CASES)
    with pytest.raises(KeyError):
        PICTURES["no such picture"]


@pytest.mark.parametrize(("name", "case", "size"), ALL)
def test_words_neither_overlap_nor_leave_the_figure(name, case, size):
    into = new_axes(*SIZES[size]) if SIZES[size] else None
    axes = PICTURES[name](CASES[name][case], into)
    assert into is None or axes is into
    assert title(axes)
    assert unreadable(axes) == []


def test_the_measure_sees_overlaps_and_cuts():
    axes = new_axes(5, 3.5)
    for place in (0.5, 0.52, -0.05):
        axes.figure.text(place, 0.5, "words")
    assert ("words", "words") in unreadable(axes)
    assert ("words",) in unreadable(axes)
    assert [text for text, _ in words(axes)].count("words") == 3


@pytest.mark.parametrize("name", CASES)
def test_the_corner_says_where_the_picture_comes_from(name):
    table = CASES[name]["usual"]
    corner = PICTURES[name](table).figure.get_supxlabel().replace("\n", " ")
    assert provenance(table) in corner
    assert ("intervals are sampling error, not model error" in corner) == ("low" in table)


@pytest.mark.parametrize("name", CASES)
def test_the_table_is_only_read(name):
    table = CASES[name]["usual"]
    before = table.copy(deep=True)
    PICTURES[name](table)
    assert table.equals(before)


@pytest.mark.parametrize("name", CASES)
def test_the_same_table_gives_the_same_bytes(name, tmp_path):
    axes = PICTURES[name](CASES[name]["usual"])
    files = save(axes, tmp_path / "one", name)
    again = save(axes, tmp_path / "two", name)
    anew = save(PICTURES[name](CASES[name]["usual"]), tmp_path / "three", name)
    assert [file.name for file in files] == [f"{name}.{kind}" for kind in ("png", "svg", "pdf", "txt")]
    assert (
        [f.read_bytes() for f in files] == [f.read_bytes() for f in again] == [f.read_bytes() for f in anew]
    )
    assert unreadable(axes, tolerance=0) == []
    assert "<text" in files[1].read_text(encoding="utf-8")


def test_a_figure_without_a_layout_gets_one():
    from matplotlib.figure import Figure

    axes = PICTURES["outcome_distribution"](tables.outcomes(), Figure(figsize=(7, 5)).add_subplot())
    assert unreadable(axes) == []


def test_two_pictures_share_a_figure():
    from matplotlib.figure import Figure

    left, right = Figure(figsize=(14, 5), layout="constrained").subplots(1, 2)
    PICTURES["outcome_distribution"](tables.outcomes(), left)
    PICTURES["time_to_agreement"](tables.times(), right)
    assert unreadable(left) == []
    assert left.figure.get_supxlabel().count("seed 20250821") == 1
