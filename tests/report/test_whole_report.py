"""A whole report: its parts in order, everything a scenario rests on, pictures by the registry alone."""

from itertools import pairwise

import pytest
import reading_html
from builders import SAID, a_scenario
from calling import TINY, VARIANTS

import sim
from sim.report import as_html, as_markdown, files_beside, report, report_steps
from sim.report.blocks import Attachment, Grid, Picture
from sim.report.choosing_images import of_kind
from sim.report.question import head_of
from sim.scenario import Scenario

ORDER = [
    "The question", "The answer", "The compatibility table", "The pictures", "What would have to give",
    "What the answer hangs on", "Assumptions and sources", "Method", "How to reproduce it",
]  # fmt: skip
NASTY = "</title><b>\"Q\" & 'A' | x</b>"


def sketched(tables, progress, named=""):
    """Make small pictures of nothing: real ones take seconds to draw."""
    for name, table in tables.items():
        finding = f"{name}: {len(table)} rows"
        yield Picture(f"{named}{name}", finding, f"{finding}. Across.", b"<svg/>", b"png", table)
        progress(1)


@pytest.fixture(scope="module", autouse=True)
def quick():
    """Sketch the pictures in this file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.report.pictures_part.drawn", sketched)
        patch.setattr("sim.report.whole_report.drawn", sketched)
        yield


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


@pytest.fixture(scope="module")
def made(run, quick):
    return report([run], commands=["sim report tiny.yaml --worlds 60 --seed 1"])


@pytest.fixture(scope="module")
def both(runs, quick):
    return report(runs)


@pytest.fixture(scope="module")
def page(made):
    return reading_html.read(as_html(made))


@pytest.fixture(scope="module")
def august(quick):
    run = sim.run("2025-08-21", worlds=20, seed=1)
    return run.case, reading_html.read(as_html(report([run])))


def the_table(page, begins):
    """Return the rows of the table whose caption begins so."""
    (table,) = [one for one in page.all("table") if one.all("caption")[0].text.startswith(begins)]
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")[1:]]


def test_parts_come_in_this_order(made):
    assert [section.heading for section in made.inside] == ORDER


def test_every_picture_of_the_registry_that_has_a_table_is_drawn(run, monkeypatch):
    names = [*run.tables(), "ranks"]  # a table of the exploration that somebody learnt to draw
    monkeypatch.setattr("sim.report.told_run.EVERY_PICTURE", dict.fromkeys(names))
    assert [one.name for one in of_kind(Picture, report([run]).inside)] == names


def test_the_question_is_the_one_at_the_head_of_the_file(august):
    case, page = august
    asked = page.all("section")[0].all("strong")[0].text
    assert asked == head_of(case).asks
    assert asked.endswith("?")


def test_every_red_line_stands_with_its_source(august):
    case, page = august
    rows = the_table(page, "Every red line")
    for (line, (party, told)), row in zip(case.red_lines.items(), rows, strict=True):
        said = case.statement_of(line)
        assert row[0] == case.parties[party].name
        assert row[1].startswith(f"{case.line_words(line)}: ")
        assert row[2:4] == [said.claim, f"{said.speaker}, {said.date.day} {said.date:%B %Y}"]
        assert row[4:] == [said.outlet, said.kind, " to ".join(f"{end:g}" for end in told.firmness.bounds)]


def test_every_judgement_stands_with_its_range(august):
    case, page = august
    for rows, told in (
        (the_table(page, "Relative weights"), lambda party: party.preferences.weights),
        (the_table(page, "Whose consent"), None),
    ):
        assert len(rows) == 6
        for row, (issue, party) in zip(
            rows, zip(case.issues, case.parties.values(), strict=True), strict=True
        ):
            if told is None:
                assert row[2] == f"{party.no_deal.value.low:g} to {party.no_deal.value.high:g}"
            else:
                bounds = [told(one)[issue].bounds for one in case.parties.values()]
                assert row[1:] == [f"{low:g} to {high:g}" for low, high in bounds]


def test_the_compatibility_table_says_in_words_what_it_marks(august):
    cells = {name: rest for name, *rest in the_table(august[1], "Packages and")}
    assert cells["reassurance force"] == ["✗ no foreign troops", *["✓ crosses none"] * 5, "7.5%"]
    assert cells["strong army"][4] == "(✓) crosses none"  # the United States need not consent


@pytest.mark.parametrize("which", ["made", "both"])
def test_headings_are_in_order_and_places_have_one_name(which, request):
    page = reading_html.read(as_html(request.getfixturevalue(which)))
    levels = [int(heading.name[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [one.attributes["id"] for one in page.all("section", "main")]
    assert len(set(ids)) == len(ids)
    links = [link.attributes["href"] for link in page.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_tables_have_captions_and_headers(page):
    for table in page.all("table"):
        assert table.all("caption")[0].text
        assert "col" in {cell.attributes.get("scope") for cell in table.all("th")}
        assert len({len(row.all("th", "td")) for row in table.all("tr")}) == 1


def test_pictures_say_what_they_show_and_hold_their_data(page, run):
    figures = page.all("figure")
    assert len(figures) >= len(run.tables())
    for figure in figures:
        (image,), (file,) = figure.all("img"), figure.all("a")
        assert image.attributes["alt"].startswith(figure.all("h3")[0].text)
        assert image.attributes["src"].startswith("data:image/")
        assert file.attributes["download"].endswith(".csv")
        assert figure.all("details")[0].all("table")


def test_nothing_comes_from_elsewhere_and_nothing_runs(page):
    assert page.all("script", "link", "iframe", "object", "embed", "form") == []
    policy = page.all("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_it_can_be_had_again(made, run, tmp_path):
    assert "sim report tiny.yaml --worlds 60 --seed 1" in as_markdown(made, "files")
    grids = of_kind(Grid, made.inside)
    facts = {
        row[0]: row[1] for grid in grids if grid.caption.startswith("What was played") for row in grid.rows
    }
    assert (facts["Seed"], facts["Worlds"], facts["Run"]) == ("1", "60", run.hash)
    assert facts["Scenario, SHA-256"] == run.case.hash
    assert {"numpy", "mesa", "Worlds, checksum"} <= set(facts)
    (attached,) = of_kind(Attachment, made.inside)
    (tmp_path / attached.name).write_bytes(attached.content)
    assert sim.load(tmp_path / attached.name).hash == run.case.hash


def test_the_same_run_gives_the_same_bytes_and_counts_its_steps(made, run):
    done = []
    again = report([run], commands=["sim report tiny.yaml --worlds 60 --seed 1"], progress=done.append)
    assert as_html(again) == as_html(made)
    assert sum(done) <= report_steps(1)


def test_a_run_in_memory_can_be_reported():
    told = report([sim.run(a_scenario({"x": "u v"}, {"a": {}}), worlds=5, seed=1)])
    assert "not stored" not in as_markdown(told, "files")


# several runs


def test_a_comparison_has_the_differences_and_a_part_for_each_run(both):
    headings = [section.heading for section in both.inside]
    assert headings[:3] == ["The question", "The answer", "The comparison"]
    assert headings[3:] == [
        "Tiny (tiny, the base)",
        "Soft (soft, a variant)",
        "Method",
        "How to reproduce it",
    ]
    text = as_markdown(both, "files")
    assert "Only in the first: red line no-troops of A" in text
    assert "world by world" in text


def test_several_variants_have_an_answer_each(runs):
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
    run = sim.run(Scenario.model_validate(tree), worlds=5, seed=1)
    made = report([run], commands=[NASTY])
    page = reading_html.read(as_html(made))
    assert page.all("b") == []
    assert page.all("h1")[0].text == NASTY
    assert page.all("title")[0].text.startswith(f"{NASTY}: Scenario ")
    assert not [link for link in page.all("a") if "javascript" in link.attributes["href"]]
    text = as_markdown(made, "files")
    assert "<b>" not in text.replace(f"```text\n{NASTY}\n```", "")
    assert "javascript" not in text


def test_markdown_names_the_files_beside_it(made):
    text, files = as_markdown(made, "some files"), files_beside(made)
    for name in files:
        assert f"(<some files/{name}>)" in text
    assert {name.rsplit(".", 1)[-1] for name in files} == {"png", "csv", "yaml"}
    assert TINY.split("\n", 1)[0].removeprefix("scenario: ") in text
