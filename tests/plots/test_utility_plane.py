import pytest
from plots.drawn import title
from plots.tables import plane

from sim.plots.utility_plane import utility_plane

NAN = float("nan")


def corner(axes):
    return axes.figure.get_supxlabel().replace("\n", " ")


@pytest.mark.parametrize(
    ("correlation", "finding"),
    [
        (-0.42, "What Russia likes, Ukraine tends to dislike (rank correlation \u22120.42)"),
        (0.31, "Russia and Ukraine tend to like the same packages (rank correlation 0.31)"),
        (-0.85, "What Russia likes, Ukraine dislikes (rank correlation \u22120.85)"),
        (0.1, "What Russia likes says little of what Ukraine likes (rank correlation 0.10)"),
        (0.7, "Russia and Ukraine like much the same packages (rank correlation 0.70)"),
        (NAN, "Russia or Ukraine likes all packages equally"),
    ],
)
def test_the_title_says_how_far_the_two_want_the_same(correlation, finding):
    found = title(utility_plane(plane(correlation=correlation))).replace("\u00a0", " ")
    assert found.startswith(f"{finding}; ")


@pytest.mark.parametrize(
    ("half", "finding"),
    [
        (0, "no package is"),
        (1, "1 of 12 packages is"),
        (6, "6 of 12 packages are"),
        (12, "all 12 packages are"),
    ],
)
def test_the_title_says_how_many_packages_are_often_acceptable(half, finding):
    where = "acceptable to all in at least half of the worlds"
    assert title(utility_plane(plane(half=half))).endswith(f"; {finding} {where}")


def test_points_that_are_one_package_are_told_together():
    remarks = [text.get_text().replace("\n", " ") for text in utility_plane(plane()).texts]
    assert remarks == [
        "no deal is worth 0.50 (0.36 to 0.64) to Ukraine",
        "Nash 30% and Kalai-Smorodinsky 30%: package 1",
        "egalitarian 30% and leximin 30%: package 2",
        "utilitarian 30%: package 0",
    ]


def test_it_says_what_is_not_drawn_and_what_is_known_of_orders():
    usual = corner(utility_plane(plane()))
    for words in ("Drawn:", "Means are over", "only the order", "No deals"):
        assert words not in usual
    told = corner(utility_plane(plane(packages=12, looked_at=64, orders=("Ukraine",), deals=0)))
    assert "Means are over the first 64 worlds." in told
    assert "Of Ukraine only the order of packages is known" in told
    assert "Blue:" in usual
    assert "Blue:" not in told
    table = plane()
    table.attrs["packages"] = 1_000_000
    assert "Drawn: 12 of 1,000,000 packages" in corner(utility_plane(table))


def test_a_cell_of_deals_lies_around_its_middle():
    (mesh,) = [each for each in utility_plane(plane(deals=1)).collections if hasattr(each, "get_coordinates")]
    inside = ~mesh.get_array().mask.reshape(41, 41)
    ((up, across),) = zip(*inside.nonzero(), strict=True)
    left, right = mesh.get_coordinates()[up, across : across + 2, 0]
    assert (left + right) / 2 == pytest.approx(0.5)


@pytest.mark.parametrize(("cells", "framed"), [(1, 1), (8, 0)])
def test_where_deals_lie_in_few_cells_no_circle_hides_them(cells, framed):
    axes = utility_plane(plane(deals=cells))
    frames = [each for each in axes.collections if each.get_zorder() == pytest.approx(2.3)]
    assert len(frames) == framed


def test_without_two_parties_it_says_so():
    axes = utility_plane(plane(0, {}, ()).head(0))
    assert title(axes) == "No two parties to compare"
    assert "It takes two parties" in axes.texts[0].get_text()
