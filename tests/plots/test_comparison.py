"""The picture of what variants change."""

import pandas as pd
import pytest
from plots.drawn import title, unreadable
from plots.sizes import SIZES, tried
from plots.tables import with_attrs

from sim.plots.comparison import comparison
from sim.plots.corner import provenance
from sim.plots.saving import save
from sim.plots.style import new_axes

COLUMNS = ["variant", "ending", "a", "b", "difference", "low", "high"]
BASE = {"AGREED": 0.38, "DEADLINE": 0.11, "NO_ZOPA": 0.51, "WALKED_OUT": 0.0}
SOFT = {"AGREED": 0.48, "DEADLINE": 0.16, "NO_ZOPA": 0.36, "WALKED_OUT": 0.0}
FIRM = {"AGREED": 0.04, "DEADLINE": 0.01, "NO_ZOPA": 0.95, "WALKED_OUT": 0.0}
LONG = "a-variant-with-a-name-that-is-rather-long-for-the-left-of-a-picture"


def table(worlds=10_000, base=BASE, half=0.01, **variants):
    rows = [
        (name, ending, base[ending], shares[ending], shares[ending] - base[ending],
         shares[ending] - base[ending] - half, shares[ending] - base[ending] + half)
        for name, shares in variants.items()
        for ending in base
    ]  # fmt: skip
    return with_attrs(pd.DataFrame(rows, columns=COLUMNS), worlds=worlds, pairs=worlds)


CASES = {
    "one": table(soft=SOFT),
    "two": table(soft=SOFT, firm=FIRM),
    "three": table(**{f"variant-{n}": {**SOFT, "WALKED_OUT": 0.1 * n} for n in range(3)}),
    "many": table(**{f"variant-{n}": {**SOFT, "AGREED": 0.38 + n / 100} for n in range(14)}),
    "long names": table(**{LONG: SOFT, f"{LONG}-2": FIRM}),
    "same": table(same=BASE),
    "small": table(base=BASE, half=0.0002, same={**BASE, "AGREED": 0.3801, "NO_ZOPA": 0.5099}),
    "all ways": table(soft={**SOFT, "WALKED_OUT": 0.1}),
    "wide": table(worlds=3, half=0.6, soft=SOFT),
    "empty": table(worlds=0).head(0),
}


@pytest.mark.parametrize(("case", "size"), tried(CASES, [*CASES][:1]))
def test_words_neither_overlap_nor_leave_the_figure(case, size):
    into = new_axes(*SIZES[size]) if SIZES[size] else None
    axes = comparison(CASES[case], into)
    assert into is None or axes is into
    assert title(axes)
    assert unreadable(axes) == []


def test_the_title_says_what_becomes_of_agreement():
    assert title(comparison(CASES["one"])) == (
        "With soft, agreement in 48% of worlds instead of 38%: +10.0 points (9.0 to 11.0)"
    )
    assert title(comparison(CASES["two"])) == (
        "Agreement changes most with firm, in 4% of worlds instead of 38%: -34.0 points (-35.0 to -33.0)"
    )
    assert title(comparison(CASES["same"])) == "Agreement as often as in august-2025: in 38% of the worlds"
    assert title(comparison(CASES["empty"])) == "No worlds to compare"


def test_small_differences_are_told_with_more_digits():
    assert title(comparison(CASES["small"])).endswith("+0.01 points (-0.01 to 0.03), which may be chance")


def test_long_names_are_broken_and_dates_are_not():
    labels = comparison(table(**{LONG: SOFT, "2025-08-21-firm": FIRM}), new_axes(13, 8)).get_yticklabels()
    assert "2025-08-21 firm" in [label.get_text().strip() for label in labels]
    assert not any("…" in label.get_text() for label in labels)


def test_endings_that_never_come_are_left_out():
    def labels(case):
        return [label.get_text().strip() for label in comparison(CASES[case]).get_yticklabels()]

    assert labels("one") == ["agreement", "past the deadline", "nothing acceptable to all"]
    assert labels("all ways")[-1] == "a party walked out"
    assert labels("two")[:3] == ["agreement", "soft", "firm"]


def test_of_many_variants_agreement_alone_is_drawn():
    axes = comparison(CASES["many"])
    labels = [label.get_text().strip() for label in axes.get_yticklabels()]
    assert labels == ["agreement", *(f"variant {n}" for n in range(2, 14))]
    assert (
        "Of so many variants agreement alone is drawn. Left out: 2 variants that change it less."
        in axes.figure.get_supxlabel().replace("\n", " ")
    )


def test_bars_and_intervals_are_those_of_the_table():
    axes = comparison(CASES["two"])
    shown = CASES["two"][CASES["two"]["ending"] != "WALKED_OUT"]
    by_row = shown.sort_values("ending", kind="stable")
    assert [bar.get_width() for bar in axes.patches] == pytest.approx(by_row["difference"].tolist())
    lines = [line.get_xdata() for line in axes.lines if len(line.get_xdata()) == 2][1:]
    assert [tuple(line) for line in lines] == [tuple(ends) for ends in by_row[["low", "high"]].to_numpy()]
    low, high = axes.get_xlim()
    assert low < shown["low"].min() < shown["high"].max() < high


def test_the_corner_says_how_many_pairs_and_where_it_comes_from():
    corner = comparison(CASES["one"]).figure.get_supxlabel().replace("\n", " ")
    assert "10,000 pairs of worlds with the same draws" in corner
    assert "intervals are sampling error, not model error" in corner
    assert provenance(CASES["one"]) in corner


def test_the_table_is_only_read_and_gives_the_same_bytes(tmp_path):
    before = CASES["two"].copy(deep=True)
    files = [save(comparison(CASES["two"]), tmp_path / name, "comparison") for name in ("one", "two")]
    assert [file.read_bytes() for file in files[0]] == [file.read_bytes() for file in files[1]]
    assert CASES["two"].equals(before)
