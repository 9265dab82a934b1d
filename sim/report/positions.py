"""The parties of a watched world as tables: how they play, what they hold, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator

from sim.negotiation.watched import Watched
from sim.report.blocks import Grid, Row
from sim.report.citing import cited
from sim.report.consent_words import consent_words
from sim.scenario import Party, Scenario, describe_options


def parties_table(watched: Watched) -> Grid:
    """Show each party's strategy, whose consent it is asked for, and what no deal is worth to it here."""
    columns = ("Party", "Strategy", "Its consent is needed for", "Worth of no deal to it")
    return Grid("Who negotiates, and how.", columns, tuple(_parties(watched)))


def lines_table(watched: Watched) -> Grid:
    """Show every stated red line, whether it is held in this world, and the statement it rests on."""
    columns = ("Red line", "Stated by", "Held in this world", "Statement")
    caption = "Everybody sees what is stated; only the party itself knows what it holds in this world."
    return Grid(caption, columns, tuple(_lines(watched)))


def names_table(case: Scenario) -> Grid:
    """Show what each named package says; the story uses the names."""
    caption = "The story names a package where it has a name; after a plus comes what the name leaves open."
    rows = tuple((name, describe_options(case, package)) for name, package in case.packages.items())
    return Grid(caption, ("Package", "It says"), rows)


def _parties(watched: Watched) -> Iterator[Row]:
    for name, party in watched.case.parties.items():
        if name not in watched.parties:
            yield party.name, "not at the table", "nothing", ""
            continue
        values = watched.parties[name].reservation_values
        first, last = f"{values[0]:.2f}", f"{values[-1]:.2f}"
        worth = first if first == last else f"{first} at first, {last} in round {len(values)}"
        yield party.name, _strategy(party), consent_words(watched.case, name), worth


def _lines(watched: Watched) -> Iterator[Row]:
    case = watched.case
    for line, (party, _) in case.red_lines.items():
        said = case.statement_of(line)
        held = "yes" if line in watched.held else "no"
        if line in watched.gives_way:
            held = f"until round {watched.gives_way[line]}"
        yield line, case.parties[party].name, held, (f"{said.claim} ", cited(said))


def _strategy(party: Party) -> str:
    chosen = party.strategy
    name = chosen.python or chosen.name
    told = [f"{key} {value}" for key, value in chosen.settings.items()]
    told += ["considerate"] if chosen.considerate else []
    return f"{name} ({', '.join(told)})" if told else name
