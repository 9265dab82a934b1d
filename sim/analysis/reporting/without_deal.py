"""What stands in the way where there is no deal: how such worlds end, and whose red line, in its words."""

from __future__ import annotations

from typing import Any

from sim.analysis.exploring.finding import Finding
from sim.analysis.reporting.naming import whose
from sim.analysis.summing_up.in_the_way import RED_LINE
from sim.analysis.summing_up.summary import Summary
from sim.negotiation.endings import Ending
from sim.scenario import Scenario
from sim.scenario.listing import listed
from sim.scenario.words import counted, day_words, percent

_WAYS = {
    Ending.NO_ZOPA: "no package was acceptable to all whose consent it needs",
    Ending.DEADLINE: "time ran out on a package that all could have signed",
    Ending.WALKED_OUT: "somebody walked out",
}


def without_deal(summary: Summary) -> Finding:
    """Say how worlds without a deal end, and what most often would have had to give where none was possible.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.summing_up.summary import summary
    >>> found = without_deal(summary(sim.run("2025-08-21", worlds=200, seed=1)))
    >>> found.text.split(",")[0], found.numbers["endings"]
    ('In the 84 worlds without a deal', {'NO_ZOPA': 24, 'DEADLINE': 60})
    """
    counts = {row["ending"]: int(row["count"]) for row in summary.endings.to_dict("records")}
    failed = {ending: counts[ending.name] for ending in _WAYS if counts[ending.name]}
    worlds = sum(failed.values())
    numbers: dict[str, Any] = {
        "worlds": worlds,
        "endings": {ending.name: count for ending, count in failed.items()},
    }
    if not worlds:
        return Finding("without_deal", "Every world ends in a deal.", numbers)
    by_count = sorted(failed, key=lambda ending: -failed[ending])
    ways = listed([f"{_WAYS[ending]} in {failed[ending]:,}" for ending in by_count])
    if len(by_count) == 1:
        ways = _WAYS[by_count[0]]
    text = f"In the {counted(worlds, 'world')} without a deal, {ways}"
    return _with_obstacle(summary, text, numbers)


def _with_obstacle(summary: Summary, text: str, numbers: dict[str, Any]) -> Finding:
    """Add the red line that most often would have had to give, and what is more often still."""
    table = summary.in_the_way
    lines = table[table["kind"] == RED_LINE]
    if table.empty:
        return Finding("without_deal", f"{text}.", numbers)
    if lines.empty:
        text = f"{text}; no red line stands in the way, but what no deal is worth to the parties."
        return Finding("without_deal", text, {**numbers, "line": None})
    top, line = table.iloc[0], lines.iloc[0]
    share = percent(line["share"])
    numbers |= {"line": str(line["id"]), "share": float(line["share"]), "alone": float(line["alone"])}
    if top["kind"] != RED_LINE:
        share += f", beside what no deal is worth to {top['party_name']} in {percent(top['share'])}"
        numbers |= {"most": str(top["id"]), "most_share": float(top["share"])}
    words = line_with_source(summary.run.case, str(line["id"]))
    text = f"{text}; where nothing was acceptable the red line most often in the way ({share}) is {words}."
    return Finding("without_deal", text, numbers)


def line_with_source(case: Scenario, line: str) -> str:
    """Say whose line it is, in the words of the statement that it rests on."""
    statement = case.statement_of(line)
    said = f"{statement.speaker}, {day_words(statement.date)}; {statement.kind}"
    return f"{whose(case, line)}: {statement.claim.strip().rstrip('.')} ({said})"
