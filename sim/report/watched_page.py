"""One watched world as a page: who played, what happened, how it ended, and how to see it again."""

from __future__ import annotations

from collections.abc import Iterator

from sim.negotiation.watched import Watched
from sim.report.course_svg import course_svg
from sim.report.courses import curves
from sim.report.grid_html import grid_html
from sim.report.html import Html, joined, tag
from sim.report.page import page
from sim.report.positions import lines_table, names_table, parties_table
from sim.scenario.words import day_words
from sim.text.story import Name, Passage, Sentence, ending, story
from sim.version import __version__


def watched_page(watched: Watched, command: str) -> str:
    """Return one world's story as one HTML page that stands alone.

    Parameters
    ----------
    watched
        The world.
    command
        The command line that shows it again.

    Examples
    --------
    >>> import sim
    >>> page = watched_page(sim.watch("2025-08-21", seed=1, world=3), "sim watch 2025-08-21")
    >>> page.startswith("<!DOCTYPE html>"), "<script" in page
    (True, False)
    """
    title = f"{watched.case.title}: world {watched.world}, seed {watched.seed}"
    return page(title, tag("main", *_parts(watched, command)))


def _parts(watched: Watched, command: str) -> Iterator[Html]:
    case = watched.case
    yield tag("h1", case.title)
    yield tag("p", case.about)
    yield from _section("What was played", _facts(watched))
    yield from _section("The parties", grid_html(parties_table(watched)))
    if case.red_lines:
        yield from _section("Their red lines", grid_html(lines_table(watched)))
    if case.packages:
        yield from _section("Packages with a name", grid_html(names_table(case)))
    yield from _section("Round by round", *map(_passage, story(watched)))
    yield from _section("What the packages were worth", *_courses(watched))
    how, *why = ending(watched)
    yield from _section("How it ended", tag("p", how, class_="ending"), *(tag("p", one) for one in why))
    yield from _section("See it again", tag("pre", tag("code", command)))
    yield tag("footer", tag("p", CAUTION))


CAUTION = (
    "This is one world of many: one draw of everything that is uncertain. It is no forecast; it shows what "
    "follows from the scenario's assumptions. Utilities run from 0 to 1 and are not comparable between "
    "parties."
)


def _section(heading: str, *inside: Html) -> Iterator[Html]:
    yield tag("h2", heading)
    yield from inside


def _facts(watched: Watched) -> Html:
    case = watched.case
    chosen = case.negotiation
    settings = "".join(f", {key} {value}" for key, value in chosen.settings.items())
    facts = (
        ("Case", f"{case.name}, as of {day_words(case.as_of)}"),
        ("Seed and world", f"seed {watched.seed}, world {watched.world}"),
        ("Protocol", f"{chosen.protocol.replace('_', ' ')}{settings}"),
        ("Rounds", f"{watched.round} of at most {chosen.rounds}"),
        ("Version", __version__),
        ("Scenario, SHA-256", case.hash),
    )
    rows = [tag("tr", tag("th", what, scope="row"), tag("td", told)) for what, told in facts]
    return tag("table", tag("tbody", *rows), class_="facts")


def _passage(passage: Passage) -> Html:
    said = tag("ul", *(tag("li", _set(sentence)) for sentence in passage.sentences))
    return tag("section", tag("h3", passage.heading), said, class_="passage")


def _set(sentence: Sentence) -> Html:
    return joined(tag("strong", part) if isinstance(part, Name) else part for part in sentence)


def _courses(watched: Watched) -> Iterator[Html]:
    drawn = [
        tag("figure", tag("figcaption", one.party), course_svg(one, watched.round, place))
        for place, one in enumerate(curves(watched))
    ]
    yield tag("p", KEY)
    yield tag("div", *drawn, class_="courses")


KEY = (
    "Each picture is one party's view, in utility. Dots on a line: its own offers, or the text on the table. "
    "Circles: what others offer, or redrafts. Crosses: the same, where it crosses a red line that the party "
    "holds. Dashes: what no deal is worth to it. A large ring: what was agreed."
)
