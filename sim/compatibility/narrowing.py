"""Scenarios made from a scenario, to ask a narrower question of it with the same means."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sim.scenario import Issue, Kind, Package, Party, RedLine, Scenario


def completions_of(scenario: Scenario, partial: Package) -> Scenario:
    """Keep only the completions of a partial package: each issue it settles has one option left."""
    issues = {
        name: Issue(question=issue.question, options={partial[name]: issue.options[partial[name]]})
        if name in partial
        else issue
        for name, issue in scenario.issues.items()
    }
    return scenario.but(issues=issues, packages={})


def only_kinds(scenario: Scenario, kinds: Collection[Kind]) -> Scenario:
    """Keep only the red lines whose statement is of one of these kinds; the title says so."""
    narrowed = _with_lines(scenario, lambda line: scenario.statements[line.statement].kind in kinds)
    return narrowed.but(title=f"{scenario.title} (only lines {' or '.join(kinds)})")


def alone(scenario: Scenario, one: str, other: str) -> Scenario:
    """Keep only the red lines of two parties, both of which have to agree."""
    parties = {
        name: party.but(consent="always") if name in {one, other} else party.but(red_lines={})
        for name, party in scenario.parties.items()
    }
    return scenario.but(parties=parties, packages={})


def _with_lines(scenario: Scenario, keep: Callable[[RedLine], bool]) -> Scenario:
    def kept(party: Party) -> Party:
        lines = {name: line for name, line in party.red_lines.items() if keep(line)}
        return party.but(red_lines=lines)

    return scenario.but(parties={name: kept(party) for name, party in scenario.parties.items()})
