"""The parties of a watched world as tables: how they play, what they hold, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator

from sim.negotiation.watched import Watched
from sim.report.html import Html, joined, table, tag
from sim.scenario import ConsentWhen, Party, Scenario, Statement, describe_options


def parties_table(watched: Watched) -> Html:
    """Show each party's strategy, whose consent it is asked for, and what no deal is worth to it here."""
    columns = ("Party", "Strategy", "Its consent is needed for", "Worth of no deal to it")
    return table("Who negotiates, and how.", columns, _parties(watched))


def lines_table(watched: Watched) -> Html:
    """Show every stated red line, whether it is held in this world, and the statement it rests on."""
    columns = ("Red line", "Stated by", "Held in this world", "Statement")
    caption = "Everybody sees what is stated; only the party itself knows what it holds in this world."
    return table(caption, columns, _lines(watched))


def names_table(case: Scenario) -> Html:
    """Show what each named package says; the story uses the names."""
    caption = "The story names a package where it has a name; after a plus comes what the name leaves open."
    rows = ((name, describe_options(case, package)) for name, package in case.packages.items())
    return table(caption, ("Package", "It says"), rows)


def _parties(watched: Watched) -> Iterator[tuple[str, ...]]:
    for name, party in watched.case.parties.items():
        if name not in watched.parties:
            yield party.name, "not at the table", "nothing", ""
            continue
        values = watched.parties[name].reservation_values
        first, last = f"{values[0]:.2f}", f"{values[-1]:.2f}"
        worth = first if first == last else f"{first} at first, {last} in round {len(values)}"
        yield party.name, _strategy(party), _consent(watched.case, party), worth


def _lines(watched: Watched) -> Iterator[tuple[str, ...]]:
    case = watched.case
    for line, (party, _) in case.red_lines.items():
        held = "yes" if line in watched.held else "no"
        if line in watched.gives_way:
            held = f"until round {watched.gives_way[line]}"
        yield line, case.parties[party].name, held, _statement(case.statement_of(line))


def _statement(statement: Statement) -> Html:
    url = statement.url or ""
    cited: str = statement.cited
    if url.startswith(("https://", "http://")):
        cited = tag("a", cited, href=url)
    return joined([statement.claim, " ", tag("cite", cited)])


def _strategy(party: Party) -> str:
    chosen = party.strategy
    name = chosen.python or chosen.name
    told = [f"{key} {value}" for key, value in chosen.settings.items()]
    told += ["considerate"] if chosen.considerate else []
    return f"{name} ({', '.join(told)})" if told else name


def _consent(case: Scenario, party: Party) -> str:
    if not isinstance(party.consent, ConsentWhen):
        return "every package"
    asked = party.consent.when.items()
    labels = [case.issues[issue].options[option] for issue, options in asked for option in options]
    return f"packages with any of: {'; '.join(labels)}"
