"""A sweep as a picture, at every size and in every odd case."""

import pandas as pd
import pytest
from plots.drawn import title, unreadable
from plots.sizes import SIZES, tried
from plots.tables import with_attrs

from sim.plots.corner import provenance
from sim.plots.saving import save
from sim.plots.style import new_axes
from sim.plots.sweep_curve import sweep_curve

FIRMNESS = "parties.russia.red_lines.no-foreign-troops.firmness"
WORTH = "parties.ukraine.no_deal.value"
PLAYS = "parties.us.strategy"
ASPIRATION = "{name: aspiration, exponent: 3}"


def row(agreed, no_zopa=0.0):
    rest = {"DEADLINE": 1 - agreed - no_zopa, "NO_ZOPA": no_zopa, "WALKED_OUT": 0.0}
    return {"agreed": agreed, "low": max(0.0, agreed - 0.03), "high": min(1.0, agreed + 0.03), **rest}


def swept(*points, worlds=1000):
    """Make a table of (values, row)."""
    rows = [{**values, **shares} for values, shares in points]
    return with_attrs(pd.DataFrame(rows), worlds=worlds, swept=list(points[0][0]))


def falling(path, values):
    count = max(len(values) - 1, 1)
    return swept(*(({path: v}, row(0.9 - 0.8 * at / count, 0.1 * at / count)) for at, v in enumerate(values)))


def grid(first, second):
    values = [(one, other) for one in first[1] for other in second[1]]
    return swept(
        *(
            ({first[0]: one, second[0]: other}, row(at / len(values)))
            for at, (one, other) in enumerate(values)
        )
    )


CASES = {
    "numbers": falling(FIRMNESS, [0, 0.25, 0.5, 0.75, 1]),
    "whole numbers": falling("negotiation.rounds", [5, 40]),
    "one value": falling(FIRMNESS, [0.5]),
    "out of order": falling(FIRMNESS, [1, 0, 0.5]),
    "many": falling(FIRMNESS, [at / 200 for at in range(200)]),
    "the same": swept(*(({FIRMNESS: v}, row(0.5)) for v in (0, 1))),
    "no deal": swept(*(({FIRMNESS: v}, row(0.0)) for v in (0, 1))),
    "names": falling(PLAYS, ["linear", "micro", ASPIRATION, "hardliner"]),
    "mixed": falling(WORTH, [0.1, "[0.2, 0.4]", "{triangular: [0.1, 0.5, 0.9]}"]),
    "many names": falling(PLAYS, [f"a-strategy-with-a-long-name-{at}" for at in range(40)]),
    "one long name": falling("about", ["word " * 60]),
    "grid": grid((WORTH, [0.1, 0.3, 0.5]), (FIRMNESS, [0, 0.5, 1])),
    "grid of names": grid((WORTH, [0.1, 0.3]), (PLAYS, ["linear", "micro", ASPIRATION])),
    "names by numbers": grid((PLAYS, ["linear", "micro"]), (FIRMNESS, [0, 0.5, 1])),
    "a large grid": grid((WORTH, [0.1, 0.3]), (FIRMNESS, [at / 20 for at in range(20)])),
    "nothing": with_attrs(pd.DataFrame([row(0.4)]), swept=[]),
}  # fmt: skip


@pytest.mark.parametrize(("case", "size"), tried(CASES, [*CASES][:1]))
def test_words_neither_overlap_nor_leave_the_figure(case, size):
    into = new_axes(*SIZES[size]) if SIZES[size] else None
    axes = sweep_curve(CASES[case], into)
    assert into is None or axes is into
    assert unreadable(axes) == []


@pytest.mark.parametrize(
    ("case", "finding"),
    [
        ("numbers", "A deal in 90% of worlds with no-foreign-troops.firmness 0, in 10% with 1"),
        ("one value", "A deal in 90% of worlds with no-foreign-troops.firmness 0.5"),
        ("the same", "A deal in 50% of worlds, whatever no-foreign-troops.firmness may be"),
        ("names", "A deal in 90% of worlds with us.strategy linear, in 10% with hardliner"),
        (
            "grid",
            "A deal in 0% of worlds with no_deal.value 0.1 and no-foreign-troops.firmness 0, "
            "in 89% with 0.5 and 1",
        ),
        ("nothing", "Nothing is swept"),
    ],
)
def test_the_title_says_what_the_sweep_changes(case, finding):
    assert title(sweep_curve(CASES[case])) == finding


def labels(axes):
    return {text.get_text().replace("\n", " ").replace("\u00a0", " ") for text in axes.texts}


def test_each_ending_that_occurs_is_named_at_the_highest_value():
    assert labels(sweep_curve(CASES["numbers"])) == {
        "deal 10%",
        "time ran out 80%",
        "no acceptable package 10%",
    }
    assert labels(sweep_curve(CASES["out of order"])) == {
        "deal 90%", "time ran out 10%", "no acceptable package 0%",
    }  # fmt: skip


def test_of_two_paths_each_value_of_the_second_is_a_line():
    assert labels(sweep_curve(CASES["grid"])) == {"firmness 0: 67%", "firmness 0.5: 78%", "firmness 1: 89%"}
    assert labels(sweep_curve(CASES["grid of names"])) == {
        "linear: 50%", "micro: 67%", "{name: aspiration, exponent: 3}: 83%",
    }  # fmt: skip


def corner(axes):
    return axes.figure.get_supxlabel().replace("\n", " ")


def test_what_is_not_drawn_is_told():
    assert f"One line for each value of {FIRMNESS}, 8 of 20 drawn." in corner(
        sweep_curve(CASES["a large grid"])
    )
    three = swept(
        *(({WORTH: w, FIRMNESS: f, "negotiation.rounds": r}, row(0.1 + r / 100))
          for w in (0.1, 0.5) for f in (0, 1) for r in (5, 40))
    )  # fmt: skip
    axes = sweep_curve(three)
    assert "Drawn at negotiation.rounds = 5." in corner(axes)
    assert labels(axes) == {"firmness 0: 15%", "firmness 1: 15%"}
    assert unreadable(axes) == []


def test_the_corner_says_where_the_picture_comes_from():
    table = CASES["numbers"]
    assert provenance(table) in corner(sweep_curve(table))
    assert "intervals are sampling error, not model error" in corner(sweep_curve(table))


def test_the_interval_of_deals_is_drawn():
    (band,) = sweep_curve(CASES["numbers"]).collections
    ends = band.get_paths()[0].get_extents()
    assert ends.y0 == pytest.approx(0.07)
    assert ends.y1 == pytest.approx(0.93)
    (bars,) = sweep_curve(CASES["names"]).collections
    assert bars.get_segments()[0][:, 1].tolist() == pytest.approx([0.87, 0.93])


def test_the_table_is_only_read_and_the_same_table_gives_the_same_bytes(tmp_path):
    table = CASES["grid"]
    before = table.copy(deep=True)
    files = [save(sweep_curve(table), tmp_path / name, "sweep_curve") for name in ("one", "two")]
    assert table.equals(before)
    assert [f.read_bytes() for f in files[0]] == [f.read_bytes() for f in files[1]]
