"""A whole report: its parts in order, everything a scenario rests on, and pictures from the registry alone."""

from itertools import pairwise

import pytest
import reading_pages
from builders import SAID, a_scenario
from calling import TINY, VARIANTS

import sim
from sim import plots
from sim.report import as_html, as_markdown, files_beside, report, report_steps
from sim.report.blocks import Attachment, Grid, Picture
from sim.report.choosing_images import of_kind
from sim.scenario import Scenario

ORDER = [
    "The question", "The answer", "The compatibility table", "The pictures", "What would have to give",
    "What the answer hangs on", "Assumptions and sources", "Method", "How to reproduce it",
]  # fmt: skip
NASTY = "</title><b>\"Q\" & 'A' | x</b>"


@pytest.fixture(autouse=True)
def sketched(monkeypatch):
    """Draw small pictures: axes with a title are enough here, and real ones take seconds."""
    from sim.plots.style import new_axes

    def sketch(table, ax=None):
        axes = new_axes(2, 1)
        axes.set_title(f"{len(table)} rows", loc="left")
        return axes

    class Sketches(dict):
        def __missing__(self, name):
            return sketch

    monkeypatch.setattr("sim.report.pictures_part.EVERY_PICTURE", Sketches())


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cases")
    for name, text in VARIANTS.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    base = sim.run(folder / "tiny.yaml", worlds=60, seed=1, out=folder)
    return base, sim.run(folder / "soft.yaml", worlds=60, seed=1, out=folder)


@pytest.fixture(scope="module")
def run(runs):
    return runs[0]


def test_parts_come_in_this_order(run):
    assert [section.heading for section in report([run]).sections] == ORDER


def test_every_part_of_the_registry_that_has_a_table_is_drawn(run, monkeypatch):
    names = [*run.tables(), "ranks"]  # a table of the exploration that somebody learnt to draw
    monkeypatch.setattr("sim.report.told_run.EVERY_PICTURE", dict.fromkeys(names))
    drawn = [picture.name for picture in of_kind(Picture, report([run]).sections)]
    assert drawn == names
    assert set(plots.PICTURES) <= set(names)


def test_every_red_line_stands_with_its_source(run):
    case = sim.load("2025-08-21")
    page = reading_pages.read(as_html(report([sim.run(case, worlds=20, seed=1)])))
    (table,) = [one for one in page.all("table") if one.all("caption")[0].text.startswith("Every red line")]
    rows = [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")[1:]]
    for (line, (party, told)), row in zip(case.red_lines.items(), rows, strict=True):
        said = case.statement_of(line)
        assert row[0] == case.parties[party].name
        assert row[1].startswith(f"{line.replace('-', ' ')}: ")
        assert row[2:4] == [said.claim, f"{said.speaker}, {said.date.day} {said.date:%B %Y}"]
        assert row[4:] == [said.outlet, said.kind, " to ".join(f"{end:g}" for end in told.firmness.bounds)]


def test_headings_are_in_order_and_places_have_one_name(runs):
    page = reading_pages.read(as_html(report(runs)))
    levels = [int(heading.name[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [one.attributes["id"] for one in page.all("section", "main")]
    assert len(set(ids)) == len(ids)
    links = [link.attributes["href"] for link in page.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_tables_have_captions_and_headers(run):
    page = reading_pages.read(as_html(report([run])))
    for table in page.all("table"):
        assert table.all("caption")[0].text
        assert {cell.attributes.get("scope") for cell in table.all("th")} == {"col", "row"}
        assert len({len(row.all("th", "td")) for row in table.all("tr")}) == 1


def test_the_compatibility_table_says_in_words_what_it_marks(run):
    page = reading_pages.read(as_html(report([sim.run("2025-08-21", worlds=20, seed=1)])))
    (table,) = [one for one in page.all("table") if one.all("caption")[0].text.startswith("Packages and")]
    cells = {row.all("th")[0].text: [cell.text for cell in row.all("td")] for row in table.all("tr")[1:]}
    assert cells["reassurance force"] == ["✗ no foreign troops", *["✓ crosses none"] * 5, "7.5%"]
    assert cells["strong army"][4] == "(✓) crosses none"  # the United States need not consent


def test_pictures_say_what_they_show_and_hold_their_data(run):
    page = reading_pages.read(as_html(report([run])))
    for figure in page.all("figure"):
        (image,), (file,) = figure.all("img"), figure.all("a")
        assert image.attributes["alt"].startswith(figure.all("h3")[0].text)
        assert image.attributes["src"].startswith("data:image/")
        assert file.attributes["download"].endswith(".csv")
        assert figure.all("details")[0].all("table")


def test_nothing_comes_from_elsewhere_and_nothing_runs(run):
    page = reading_pages.read(as_html(report([run])))
    assert page.all("script", "link", "iframe", "object", "embed", "form") == []
    policy = page.all("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_it_can_be_had_again(run, tmp_path):
    made = report([run], commands=["sim report tiny.yaml --worlds 60 --seed 1"])
    text = as_markdown(made, "files")
    assert "sim report tiny.yaml --worlds 60 --seed 1" in text
    facts = dict(
        (row[0], row[1])
        for grid in of_kind(Grid, made.sections)
        if grid.caption == "What was played, and with what."
        for row in grid.rows
    )
    assert (facts["Seed"], facts["Worlds"], facts["Run"]) == ("1", "60", run.hash)
    assert facts["Scenario, SHA-256"] == run.case.hash
    assert {"numpy", "mesa", "Worlds, checksum"} <= set(facts)
    (attached,) = of_kind(Attachment, made.sections)
    (tmp_path / attached.name).write_bytes(attached.content)
    assert sim.load(tmp_path / attached.name).hash == run.case.hash


def test_the_same_run_gives_the_same_bytes(run):
    assert as_html(report([run])) == as_html(report([run]))


def test_steps_are_counted_to_the_end(runs):
    done = []
    report(runs, progress=done.append)
    assert sum(done) <= report_steps(2)


def test_a_run_in_memory_can_be_reported():
    made = report([sim.run(a_scenario({"x": "u v"}, {"a": {}}), worlds=5, seed=1)])
    assert "not stored" not in as_markdown(made, "files")


# several runs


def test_a_comparison_has_the_differences_and_a_part_for_each_run(runs):
    made = report(runs)
    headings = [section.heading for section in made.sections]
    assert headings[:3] == ["The question", "The answer", "The comparison"]
    assert headings[3:] == [
        "Tiny (tiny, the base)",
        "Soft (soft, a variant)",
        "Method",
        "How to reproduce it",
    ]
    text = as_markdown(made, "files")
    assert "Only in the first: red line no-troops of A" in text
    assert "world by world" in text


def test_several_variants_are_told_apart(runs):
    text = as_markdown(report([*runs, runs[1]]), "files")
    assert text.count("## The answer\n\n### soft\n") == 1
    assert "soft and soft compared with tiny" in text


def test_runs_of_other_worlds_are_refused(runs):
    other = sim.run(runs[1].case.but(ensemble=runs[1].case.ensemble.but(seed=2)))
    with pytest.raises(
        sim.InputError, match="the seed of tiny is 1 and that of soft is 2, expected the same"
    ):
        report([runs[0], other])


# words that look like markup


def test_whatever_people_write_is_text():
    case = a_scenario(
        {"x": "u v"}, {"a": {"red_lines": {"no-u": {"forbid": {"x": "u"}}}}}, packages={"named": {"x": "u"}}
    )
    tree = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    tree["scenario"] = tree["about"] = NASTY
    tree["issues"]["x"]["options"]["u"] = NASTY
    tree["statements"]["s-a"] |= {**SAID, "claim": NASTY, "outlet": NASTY, "url": 'javascript:"x"'}
    made = report([sim.run(Scenario.model_validate(tree), worlds=5, seed=1)], commands=[NASTY])
    page = reading_pages.read(as_html(made))
    assert page.all("b") == []
    assert page.all("h1")[0].text == page.all("title")[0].text == NASTY
    assert not [link for link in page.all("a") if "javascript" in link.attributes["href"]]
    text = as_markdown(made, "files")
    assert "<b>" not in text.replace(f"```text\n{NASTY}\n```", "")
    assert "javascript" not in text


def test_markdown_names_the_files_beside_it(run):
    made = report([run])
    text, files = as_markdown(made, "some files"), files_beside(made)
    for name in files:
        assert f"(<some files/{name}>)" in text
    assert {name.rsplit(".", 1)[-1] for name in files} == {"png", "csv", "json"}
    assert TINY.split("\n", 1)[0].removeprefix("scenario: ") in text
