"""Write docs/scenarios.md from the scenarios themselves: what each asks, changes and rests on.

`python tools/list_scenarios.py` renews the page; `tests/test_scenarios_page.py` holds it.
"""

from itertools import groupby
from pathlib import Path

from sim.analysis.differing.scenario_diff import differences
from sim.analysis.library import library

PAGE = Path(__file__).parents[1] / "docs" / "scenarios.md"
OPENING = """\
# Scenarios

These come with the program; `sim scenarios` lists them in the terminal, `sim.scenarios()` in Python. In place
of a file, every command takes the name of one. `sim new mine.yaml --from NAME` writes a variant of one,
`sim new mine.yaml` a scenario to begin with.

This page is made from the files in `scenarios/` by `python tools/list_scenarios.py`: what a scenario asks,
changes and rests on stands in the comment at the head of its file; what a variant differs in is what
`sim diff` says; the sources are its statements. No scenario forecasts anything: each says what follows from
its statements and from what is JUDGEMENT in it.
"""
WORDS = {"scenario", "about"}
"""What differs in words alone."""


def page():
    """Return the page as it should be."""
    entries = library()
    scenarios = {entry.shelved.name: entry.scenario for entry in entries}
    parts = [OPENING, *_overview(entries)]
    for group, members in groupby(entries, lambda entry: entry.shelved.group):
        parts.append(f"## {group}\n")
        parts += ["\n".join(_lines(entry, scenarios)) for entry in members]
    return "\n".join(parts)


def _overview(entries):
    yield "| scenario | parties | issues | packages | red lines | statements |"
    yield "|---|--:|--:|--:|--:|--:|"
    for entry in entries:
        told = entry.as_dict()
        counts = (told[key] for key in ("parties", "issues", "packages", "red_lines", "statements"))
        shown = " | ".join("" if count is None else f"{count:,}" for count in counts)
        yield f"| [`{told['name']}`](#{_anchor(told['name'])}) | {shown} |"
    yield ""


def _lines(entry, scenarios):
    name, head, scenario = entry.shelved.name, entry.shelved.head, entry.scenario
    yield from (f"({_anchor(name)})=", f"### {scenario.title}", "")
    yield from (f"`{name}`, as of {_day(scenario.as_of)}. {head.what}", "")
    yield from (f"- **Asks:** {head.asks}", *([f"- **Changes:** {head.changes}"] if head.changes else []))
    yield f"- **Rests on:** {head.rests_on}"
    yield from (f"- **Try:** `{command}`" for command in head.tries)
    if entry.extends is None:
        yield from _sources("Sources", scenario.statements.items())
    else:
        yield from _against(entry.extends, scenarios[entry.extends], scenario)
    yield ""


def _against(name, base, scenario):
    found = [
        one.words
        for one in differences(base, scenario)
        if one.path not in WORDS and not one.path.startswith("statements")
    ]
    yield from (
        "",
        f"From [`{name}`](#{_anchor(name)}), the first, to this, the second:",
        "",
        *(f"- {_escaped(words)}" for words in found),
    )
    new = {key: one for key, one in scenario.statements.items() if base.statements.get(key) != one}
    yield from _sources("Sources of its own", new.items())


def _sources(title, statements):
    if statements:
        yield from ("", f"{title}:", "")
    for key, statement in statements:
        cited = f"[{statement.cited}]({statement.url})" if statement.url else statement.cited
        yield f"- `{key}`: {_escaped(statement.claim)} {cited}"


def _escaped(words):
    """Keep what would be markup as it is written."""
    return words.replace("\\", "\\\\").replace("*", "\\*").replace("<", "\\<")


def _anchor(name):
    return "scenario-" + name.replace("/", "-")


def _day(day):
    return f"{day.day} {day:%B %Y}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
