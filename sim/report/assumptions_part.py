"""Assumptions and sources: every red line with its statement, and every judgement with its range."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.differing.value_words import in_words, number_in_words
from sim.report.blocks import Block, Grid, Link, Prose, Section, Words
from sim.report.consent_words import consent_words
from sim.report.forbids_words import forbids_words, options_words
from sim.scenario import Party, RedLine, Scenario, describe_options
from sim.scenario.distributions import Certain
from sim.scenario.listing import listed
from sim.scenario.party import WalkingOut
from sim.scenario.words import day_words

JUDGEMENT = (
    "Statements are on record. Everything in the tables that follow is judgement, open to argument: "
    "weights, scores, reservation values, firmness, strategies. A range stands for anything within it, and "
    "each world draws its own."
)


def assumptions_part(case: Scenario) -> Section:
    """Show what a scenario assumes, and on what that rests."""
    return Section("Assumptions and sources", tuple(_blocks(case)))


def _blocks(case: Scenario) -> Iterator[Block]:
    if case.red_lines:
        yield _lines(case)
    yield Prose(JUDGEMENT)
    yield Section("The parties", (_parties(case), *_table_rules(case)))
    if any(party.preferences.weights for party in case.parties.values()):
        yield Section("Importance of the issues", (_weights(case),))
    if any(party.preferences.scores for party in case.parties.values()):
        yield Section("Worth of the options", (_scores(case),))
    if orders := [party for party in case.parties.values() if party.preferences.is_order]:
        yield Section("Orders of preference", (_orders(orders),))


def _lines(case: Scenario) -> Grid:
    rows = tuple(_line(case, name, party, line) for name, (party, line) in case.red_lines.items())
    columns = (
        "Party",
        "Red line",
        "What was said, in our words",
        "Speaker and date",
        "Source",
        "Kind",
        "Firmness",
    )
    caption = (
        "Every red line with the statement it rests on; its kind, and doubts about it if there are any. "
        "Firmness: probability that the line is held."
    )
    return Grid(caption, columns, rows)


def _line(case: Scenario, name: str, party: str, line: RedLine) -> tuple[Words, ...]:
    said = case.statements[line.statement]
    source: Words = Link(said.outlet, said.url) if said.url else said.outlet
    soft = ""
    if line.softens is not None:
        when, chance = number_in_words(line.softens.round), number_in_words(line.softens.chance)
        soft = f"; may soften from round {when} (chance {chance})"
    return (
        case.parties[party].name,
        f"{case.line_words(name)}: {forbids_words(case, name)}",
        said.claim,
        f"{said.speaker}, {day_words(said.date)}",
        source,
        said.kind if said.confidence == "high" else f"{said.kind}; {said.confidence}",
        f"{number_in_words(line.firmness)}{soft}",
    )


def _parties(case: Scenario) -> Grid:
    columns = ("Party", "Consents to", "Worth of no deal", "Changes by round", "Strategy", "Reason given")
    rows = tuple(
        (
            party.name,
            consent_words(case, name),
            number_in_words(party.no_deal.value),
            number_in_words(party.no_deal.drift),
            in_words(party.strategy),
            " ".join(filter(None, [party.no_deal.because, party.preferences.because])),
        )
        for name, party in case.parties.items()
    )
    caption = (
        "Whose consent is needed for what, below which utility no deal is preferred, and how parties play."
    )
    return Grid(caption, columns, rows)


def _table_rules(case: Scenario) -> Iterator[Block]:
    chosen = case.negotiation
    settings = "".join(f", {key} {in_words(value)}" for key, value in chosen.settings.items())
    names = listed([case.parties[party].name for party in case.speaking_order])
    order = "an order that is drawn" if chosen.order == "drawn" else f"this order: {names}"
    yield Prose(
        f"The protocol is {chosen.protocol.replace('_', ' ')}{settings}, of at most {chosen.rounds:,} "
        f"rounds; parties speak in {order}."
    )
    walking = [_walking(p.name, p.walks_out) for p in case.parties.values() if p.walks_out is not None]
    if walking:
        yield Prose(f"These may walk out: {listed(walking)}.")
    if case.correlate:
        pairs = [f"{listed(list(one.between))} (rank correlation {one.rank:+g})" for one in case.correlate]
        yield Prose(f"Drawn together: {'; '.join(pairs)}.")
    if case.rules:
        rules = [f"{' and '.join(options_words(case, rule.forbid))}: {rule.because}" for rule in case.rules]
        yield Prose(f"Left out, since they make no sense, are packages with {'; '.join(rules)}")


def _walking(name: str, walks_out: WalkingOut) -> str:
    after, chance = number_in_words(walks_out.after), number_in_words(walks_out.chance)
    return f"{name} (after {after} rounds without an offer that it can accept, chance {chance})"


def _weights(case: Scenario) -> Grid:
    nothing = Certain(0.0)
    rows = tuple(
        (
            told.question,
            *(number_in_words(p.preferences.weights.get(issue, nothing)) for p in case.parties.values()),
        )
        for issue, told in case.issues.items()
    )
    return Grid("Relative weights, scaled to add up to 1 in each world.", _columns(case, "Issue"), rows)


def _scores(case: Scenario) -> Grid:
    nothing = Certain(0.0)
    rows = tuple(
        (
            describe_options(case, {issue: option}),
            *(
                number_in_words(p.preferences.scores.get(issue, {}).get(option, nothing))
                for p in case.parties.values()
            ),
        )
        for issue, told in case.issues.items()
        for option in told.options
    )
    return Grid("Scores within each issue, from 0 (worst) to 1 (best).", _columns(case, "Option"), rows)


def _columns(case: Scenario, first: str) -> tuple[str, ...]:
    return (first, *(party.name for party in case.parties.values()))


def _orders(parties: list[Party]) -> Grid:
    rows = tuple((party.name, in_words(party.preferences)) for party in parties)
    return Grid("Of these parties only the order of packages is known.", ("Party", "Order, best first"), rows)
