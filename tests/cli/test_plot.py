"""`sim plot`."""

from calling import RUN, files_in, the_run

from sim.plots import PICTURES, album

DRAW_ALL = album.draw_all


def test_plot_draws_a_stored_run(tiny, tmp_path, monkeypatch):
    tiny(*RUN)
    monkeypatch.setattr(album, "draw_all", DRAW_ALL)
    assert tiny("plot", the_run(tmp_path), "--out", "drawn").code == 0
    drawn = files_in(tmp_path / "drawn")
    assert set(drawn) == {f"{name}.{kind}" for name in PICTURES for kind in album.FILES}
    assert all(drawn[f"{name}.png"].startswith(b"\x89PNG") for name in PICTURES)
    assert all(b"<svg" in drawn[f"{name}.svg"] for name in PICTURES)


def test_plot_finds_the_only_run_below_and_draws_into_it_anew(tiny, sketched, tmp_path):
    tiny(*RUN)
    assert tiny("plot", "results").code == 0
    assert [folder.resolve() for folder in sketched] == [the_run(tmp_path) / "pictures"] * 2


def test_a_choice_of_runs_is_told(tiny):
    tiny(*RUN)
    tiny(*RUN, "--seed", 2)
    called = tiny("plot", "results")
    assert called.code == 2
    assert "more than one run is here" in called.err


def test_a_damaged_run_is_told(tiny, tmp_path):
    tiny(*RUN)
    (the_run(tmp_path) / "manifest.json").write_text("{")
    for called in (tiny(*RUN), tiny("plot", "results")):
        assert called.code == 2
        assert "no run can be read here" in called.err


def test_where_pictures_cannot_be_put_is_told(tiny, tmp_path, monkeypatch):
    tiny(*RUN)
    monkeypatch.setattr(album, "draw_all", DRAW_ALL)
    called = tiny("plot", "results", "--out", "tiny.yaml")
    assert (called.code, called.out) == (2, "")
    assert called.err == "cannot write pictures: File exists (tiny.yaml)\n"
