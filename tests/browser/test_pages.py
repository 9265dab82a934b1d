"""Pages in a browser: they ask nothing of any host, suit people who cannot see or point, and print to A4."""

from contextlib import suppress

import pytest
from browsing import NARROW, WIDE, page_sizes
from calling import VARIANTS

import sim
from sim.cli import main
from sim.report import as_html, report, watched_page
from sim.report.briefs import brief

A4 = (210, 297)
WORLDS = 60
DRAWN = ("compatibility_matrix", "in_the_way")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, text in VARIANTS.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.fixture(scope="module")
def a_report(folder, browser):
    """Report the August case as people do, with two of its pictures: each takes a second to draw."""
    file = folder / "august.html"
    words = ["2025-08-21", "--worlds", str(WORLDS), "--results", str(folder / "runs"), "--out", str(file)]
    with pytest.MonkeyPatch.context() as patch, suppress(SystemExit):
        patch.setattr("sys.argv", ["sim", "report", *words, "--quiet"])
        patch.setattr("sim.report.told_run.EVERY_PICTURE", DRAWN)
        main()
    return file


@pytest.fixture(scope="module")
def a_comparison(folder, browser):
    runs = [sim.run(folder / f"{name}.yaml", worlds=WORLDS, seed=1) for name in ("tiny", "soft")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.report.pictures_part.drawn", lambda *_: iter(()))
        return write(folder, "comparison.html", as_html(report(runs)))


@pytest.fixture(scope="module")
def a_story(folder, browser):
    return write(folder, "story.html", watched_page(sim.watch("2025-08-21", seed=1, world=3), "sim watch"))


@pytest.fixture(scope="module")
def papers(folder):
    """Write the papers of a class."""
    made = brief("2025-08-21", seed=1, worlds=20).write(folder / "papers", "html")
    return {file.stem: file for file in made}


@pytest.fixture(scope="module")
def a_role(papers, browser):
    return papers["role-russia"]


@pytest.fixture(scope="module")
def an_instructor(papers, browser):
    return papers["instructor"]


PAGES = ("a_report", "a_comparison", "a_story", "a_role", "an_instructor")


@pytest.fixture(scope="module", params=PAGES)
def file(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def look(browser, file):
    return browser.look(file)


def test_it_asks_for_nothing_but_itself(look, file):
    assert set(look.requests) == {file.as_uri()}
    assert look.complaints == []
    assert look.broken == []


def test_axe_finds_no_violation(look):
    assert look.violations == []


def test_nothing_sticks_out_at_any_width(look):
    assert look.too_wide == {WIDE: 0, NARROW: 0}


def test_it_prints_to_a4(browser, file):
    assert set(page_sizes(browser.pdf(file))) == {A4}


def test_a_page_that_asks_for_more_is_caught(browser, folder, a_comparison):
    """The tests above can fail: the policy forbids what this page asks for, and the browser says so."""
    more = '<img src="http://127.0.0.1:9/x.png"><p style="width: 3000px">wide</p></main>'
    asking = a_comparison.read_text("utf-8").replace("</main>", more)
    look = browser.look(write(folder, "asking.html", asking))
    assert any("Content Security Policy" in told for told in look.complaints)
    assert any("image-alt" in told for told in look.violations)
    assert look.too_wide[NARROW] > 0


def test_everything_can_be_reached_by_keyboard(browser, a_report):
    """What scrolls, unfolds or leads somewhere takes the focus, in the order in which it stands."""
    found = browser.ask(
        a_report,
        "[...document.querySelectorAll('a[href], summary, .scroll')].map(one => one.tabIndex)",
    )
    assert found
    assert set(found) == {0}


def test_a_report_is_small(a_report, a_comparison):
    assert all(file.stat().st_size < 3_000_000 for file in (a_report, a_comparison))
