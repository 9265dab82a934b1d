"""A report as files: nothing of somebody's is overwritten, and the same report need not be written again."""

import pytest
from calling import interrupted

import sim
from sim.report.blocks import Attachment, Document, Section
from sim.report.files import demand_room, report_files, write_report

TOLD = Document(
    "T", "", (Section("S", (Attachment("a.json", "all of it", "application/json", b"{}"),)),), "No."
)


@pytest.mark.parametrize(
    ("form", "names"), [("html", ["r.html"]), ("md", ["r-files", "r-files/a.json", "r.md"])]
)
def test_what_is_written(tmp_path, form, names):
    files = report_files(TOLD, tmp_path / f"r.{form}", form)
    assert write_report(files)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == names
    assert not write_report(files)


@pytest.mark.parametrize("name", ["r.md", "r-files"])
def test_what_is_there_stays(tmp_path, name):
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(sim.InputError, match="not overwritten"):
        demand_room(tmp_path / "r.md", "md")
    with pytest.raises(sim.InputError):
        write_report(report_files(TOLD, tmp_path / "r.md", "md"))
    assert (tmp_path / name).read_text("utf-8") == "mine"


@pytest.mark.parametrize("step", ["pathlib.Path.write_bytes", "sim.report.files.write_new"])
def test_what_is_interrupted_leaves_nothing_in_the_way(tmp_path, step):
    """Whether the folder or the report is being written."""
    files = report_files(TOLD, tmp_path / "new" / "r.md", "md")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(step, interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_report(files)
    assert [path for path in tmp_path.rglob("*") if path.name != "new"] == []
    demand_room(tmp_path / "new" / "r.md", "md")
    assert write_report(files)
    assert all(path.read_bytes() == content for path, content in files.items())
