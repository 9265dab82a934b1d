"""A scenario becomes a domain, as far as a domain can hold it; the rest is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from sim.errors import InputError, Problem
from sim.exchange.domain import Domain, DomainIssue, Profile
from sim.exchange.naming import apart
from sim.exchange.notes import Note
from sim.exchange.scaling import summing_to_one
from sim.scenario import Distribution, Party, Scenario
from sim.scenario.distributions import Certain
from sim.scenario.words import counted

At = Literal["middle"]


def from_scenario(scenario: Scenario, at: At | None = None) -> tuple[Domain, tuple[Note, ...]]:
    """Make a domain of a scenario, and say what it cannot hold.

    Parameters
    ----------
    scenario
        What becomes a domain. Parties that never consent are left out: they do not negotiate.
    at
        Where uncertain numbers are taken: `middle` for their mean. If not given, they are refused.

    Raises
    ------
    InputError
        If a number is uncertain, or a party's preferences are an order: with all problems.

    Examples
    --------
    >>> import sim
    >>> domain, notes = from_scenario(sim.load("2025-08-21"), at="middle")
    >>> len(domain.profiles), any("red line" in note.text for note in notes)
    (6, True)
    """
    problems = list(_problems(scenario, at))
    if problems:
        raise InputError(problems)
    names = apart([issue.question or name for name, issue in scenario.issues.items()])
    issues = [
        DomainIssue(
            name, tuple(apart([words or option for option, words in issue.options.items()])), number=place
        )
        for place, (name, issue) in enumerate(zip(names, scenario.issues.values(), strict=True), 1)
    ]
    parties = {party: scenario.parties[party] for party in scenario.at_the_table}
    called = apart([told.name or party for party, told in parties.items()])
    profiles = [_profile(scenario, name, party) for name, party in zip(called, parties.values(), strict=True)]
    return Domain(scenario.title, tuple(issues), tuple(profiles)), tuple(_notes(scenario, at))


def _profile(scenario: Scenario, name: str, party: Party) -> Profile:
    """Return what a party wants; an issue it says nothing of has the weight 0."""
    wants = party.preferences
    weights = [_middle(wants.weights.get(issue)) for issue in scenario.issues]
    evaluations = [
        tuple(_middle(wants.scores.get(issue, {}).get(option)) for option in told.options)
        for issue, told in scenario.issues.items()
    ]
    if any(weights):
        weights = list(summing_to_one(weights)[0])
    return Profile(name, tuple(weights), tuple(evaluations), party.no_deal.value.mean)


def _middle(number: Distribution | None) -> float:
    return number.mean if number is not None else 0.0


def _problems(scenario: Scenario, at: At | None) -> Iterator[Problem]:
    for name in scenario.at_the_table:
        if scenario.parties[name].preferences.is_order:
            found = "preferences are an order of packages, expected weights and scores, which a domain holds"
            yield Problem(found, f"parties.{name}.preferences")
    for name in scenario.at_the_table if at is None else ():
        if paths := [path for path in _uncertain(scenario) if path.startswith(f"parties.{name}.")]:
            found = f"{counted(len(paths), 'uncertain number')}, the first {paths[0]}, expected certain ones"
            yield Problem(f"{found}; --at middle takes their means", f"parties.{name}")


def _uncertain(scenario: Scenario) -> Iterator[str]:
    """Go through the paths of numbers that a domain holds, where they are uncertain."""
    for path, number in _numbers(scenario):
        if not isinstance(number, Certain):
            yield path


def _numbers(scenario: Scenario) -> Iterator[tuple[str, Distribution]]:
    for name in scenario.at_the_table:
        party, path = scenario.parties[name], f"parties.{name}"
        for issue, weight in party.preferences.weights.items():
            yield f"{path}.preferences.weights.{issue}", weight
        for issue, scores in party.preferences.scores.items():
            for option, score in scores.items():
                yield f"{path}.preferences.scores.{issue}.{option}", score
        yield f"{path}.no_deal.value", party.no_deal.value


def _notes(scenario: Scenario, at: At | None) -> Iterator[Note]:
    if at is not None and (count := sum(1 for _ in _uncertain(scenario))):
        yield Note(f"{count} uncertain numbers: their means are written")
    for what, count in _left_out(scenario):
        if count:
            yield Note(f"{what}: {count}")
    table = scenario.negotiation
    if table != type(table)():
        yield Note(f"the rules of the table: {table.protocol} with {table.rounds} rounds")
    yield from _party_notes(scenario)


def _left_out(scenario: Scenario) -> Iterator[tuple[str, int]]:
    absent = scenario.parties.keys() - set(scenario.at_the_table)
    yield "red lines, and with them which packages are compatible", len(scenario.red_lines)
    yield "statements and their sources", len(scenario.statements)
    yield "rules: packages that make no sense are possible there", len(scenario.rules)
    yield "named packages", len(scenario.packages)
    yield "parties that never consent", len(absent)
    yield (
        "issues that parties control alone, or that go only one way",
        len(scenario.controls) + len(scenario.one_way),
    )
    yield "correlations", len(scenario.correlate)


def _party_notes(scenario: Scenario) -> Iterator[Note]:
    plain = Party(name="")
    parts: dict[str, Callable[[Party], bool]] = {
        "consent that is not needed for every package": lambda party: party.consent != plain.consent,
        "a reservation value that drifts": lambda party: party.no_deal.drift != plain.no_deal.drift,
        "an end of patience": lambda party: party.walks_out is not None,
        "a strategy": lambda party: party.strategy != plain.strategy,
    }
    for what, has in parts.items():
        having = [name for name in scenario.at_the_table if has(scenario.parties[name])]
        if having:
            yield Note(f"{what}: {', '.join(having)}")
