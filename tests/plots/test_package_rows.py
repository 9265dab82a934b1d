from sim.plots.looks import PARTIES
from sim.plots.package_rows import face, label_packages, set_apart, width_left
from sim.plots.space import settled_size
from sim.plots.style import new_axes


def test_groups_keep_the_order_and_are_never_empty():
    assert set_apart("cabca", {"a"}) == {"Compatible": ["c", "b"], "Crosses a red line": ["a"]}
    assert list(set_apart("ab", set())) == ["Compatible"]
    assert list(set_apart("ab", {"a", "b"})) == ["Crosses a red line"]


def test_a_package_may_be_called_as_a_heading():
    axes = new_axes()
    assert label_packages(axes, {"Compatible": ["Compatible", "b"]}) == {"Compatible": 1, "b": 2}


def test_the_names_leave_what_they_promise():
    for names in (["a"], ["a-package-with-a-name-that-takes-more-than-its-share-of-any-figure"]):
        axes = new_axes()
        axes.set_xticks([])
        promised = width_left(axes, {"Compatible": names})
        label_packages(axes, {"Compatible": names})
        assert settled_size(axes)[0] >= promised - 1


def test_faces_differ_in_more_than_colour():
    stopped, free = (face(PARTIES["uk"], crossed=crossed, needed=True) for crossed in (True, False))
    objected = face(PARTIES["uk"], crossed=True, needed=False)
    assert stopped["facecolor"] != free["facecolor"]
    assert "hatch" in objected.keys() - free.keys()
