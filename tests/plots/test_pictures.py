"""What holds for every picture, at every size and in every odd case."""

import pytest
from plots import tables
from plots.drawn import title, unreadable, words
from plots.explored_tables import EXPLORED_CASES
from plots.sizes import SIZES, tried

from sim.plots import EVERY_PICTURE, PICTURES
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
MANY_ISSUES = {
    f"Question {number}, which takes some words to ask?": dict.fromkeys("abcde"[:each], 1 / each)
    for number, each in enumerate([2, 3, 5, 2] * 5)
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
    "agreed_options": {
        "usual": tables.options(),
        "empty": tables.options({}),
        "none agreed": tables.options(agreed=0),
        "no worlds": tables.options(worlds=0, agreed=0),
        "one issue": tables.options({"Which?": {"This": 0.3, "That": 0.7}}),
        "many": tables.options(MANY_ISSUES),
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
    "package_acceptability": {
        "usual": tables.acceptances(never_asked=[("nato-membership", "us")]),
        "empty": tables.acceptances({}),
        "one party": tables.acceptances(parties=ONE_PARTY),
        "nine parties": tables.acceptances(parties=tables.MORE_PARTIES),
        "long names": tables.acceptances(parties=LONG_NAMES),
        "many": tables.acceptances(dict.fromkeys([*MANY_PACKAGES, *"abc"], (0.5, 0.5))),
    },
    "utility_plane": {
        "usual": tables.plane(),
        "empty": tables.plane(0, {}, ()).head(0),
        "nothing but no deal": tables.plane(0, {}, deals=0),
        "one package": tables.plane(1, {"Nash": 0}, deals=0),
        "long names": tables.plane(names=tuple([*LONG_NAMES.values()][-2:]), orders=(LONG_NAMES["uk"],)),
        "many": tables.plane(packages=12, looked_at=256),
    },
}
CASES |= EXPLORED_CASES
ALL = [(name, *pair) for name, cases in CASES.items() for pair in tried(cases, ("usual", "many"))]
ELSEWHERE = {"comparison", "sweep_curve"}
"""Pictures with tests of their own for all of this."""


def test_every_picture_is_tried():
    assert set(CASES) == set(EVERY_PICTURE) - ELSEWHERE
    assert len(CASES) == len(EVERY_PICTURE) - len(ELSEWHERE)
    with pytest.raises(KeyError):
        PICTURES["no such picture"]


@pytest.mark.parametrize(("name", "case", "size"), ALL)
def test_words_neither_overlap_nor_leave_the_figure(name, case, size):
    into = new_axes(*SIZES[size]) if SIZES[size] else None
    axes = EVERY_PICTURE[name](CASES[name][case], into)
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


@pytest.fixture(scope="module", params=CASES)
def usual(request):
    """The name of a picture, its table, a copy made before, and the picture, drawn once for all tests."""
    table = CASES[request.param]["usual"]
    before = table.copy(deep=True)
    return request.param, table, before, EVERY_PICTURE[request.param](table)


def test_the_corner_says_where_the_picture_comes_from(usual):
    name, table, _, axes = usual
    corner = axes.figure.get_supxlabel().replace("\n", " ")
    assert provenance(table) in corner
    assert ("intervals are sampling error, not model error" in corner) == _has_intervals(name, table)


def _has_intervals(name, table):
    """Tell whether a table has 95% intervals; the ends of a box are none."""
    return name != "discovery_boxes" and any(column.endswith("low") for column in table)


def test_the_table_is_only_read(usual):
    _, table, before, _ = usual
    assert table.equals(before)
    assert table.attrs == before.attrs


def test_the_same_table_gives_the_same_bytes(usual, tmp_path):
    name, table, _, axes = usual
    svg = ("svg",)  # the others are drawn from the same; see test_saving
    files = save(axes, tmp_path / "one", name, svg)
    anew = save(EVERY_PICTURE[name](table), tmp_path / "two", name, svg)
    assert [file.name for file in files] == [f"{name}.svg", f"{name}.txt"]
    assert [file.read_bytes() for file in files] == [file.read_bytes() for file in anew]
    assert unreadable(axes, tolerance=0) == []
    assert "<text" in files[0].read_text(encoding="utf-8")


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
