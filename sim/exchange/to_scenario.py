"""A domain becomes a scenario: no red lines, certain preferences, everybody's consent for everything."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from sim.exchange.domain import Domain, DomainIssue
from sim.exchange.naming import ids
from sim.exchange.scaling import Scaled, scaled
from sim.scenario import Scenario
from sim.scenario.protocol_choice import MEDIATOR, NEUTRAL
from sim.scenario.words import counted

NO_DATE = date(2000, 1, 1)
"""The date of a domain, which says none."""


@dataclass(frozen=True)
class Scale:
    """How utilities of a party here follow from those of its file: (theirs - offset) / scale."""

    party: str
    name: str
    offset: float
    scale: float


def to_scenario(domain: Domain, as_of: date = NO_DATE) -> tuple[Scenario, tuple[Scale, ...]]:
    """Make a scenario of a domain, and say how utilities were scaled.

    Names become ids, and are kept as questions, as words of options and as names of parties.

    Examples
    --------
    >>> from sim.exchange.domain import Profile
    >>> fruit = DomainIssue("Fruit", ("Apples", "Pears"))
    >>> case, (scale,) = to_scenario(Domain("Grocery", (fruit,), (Profile("mary", (1.0,), ((1.0, 4.0),)),)))
    >>> case.issues["fruit"].options["pears"], scale.scale
    ('Pears', 4.0)
    """
    issue_ids = ids([issue.name for issue in domain.issues], "issue")
    option_ids = [ids(issue.options, "option") for issue in domain.issues]
    names = [profile.name for profile in domain.profiles]
    party_ids = ids(names, "party", taken=(MEDIATOR, NEUTRAL))
    found = [scaled(profile) for profile in domain.profiles]
    scenario = Scenario.model_validate(
        {
            "scenario": domain.name,
            "as_of": as_of,
            "about": _about(domain),
            "issues": {
                name: _issue(issue, options)
                for name, issue, options in zip(issue_ids, domain.issues, option_ids, strict=True)
            },
            "parties": {
                party: _party(name, one, issue_ids, option_ids)
                for party, name, one in zip(party_ids, names, found, strict=True)
            },
            "ensemble": {"worlds": 1},
        }
    )
    scales = zip(party_ids, names, found, strict=True)
    return scenario, tuple(Scale(party, name, one.offset, one.scale) for party, name, one in scales)


def _about(domain: Domain) -> str:
    packages = math.prod(len(issue.options) for issue in domain.issues)
    issues = counted(len(domain.issues), "issue")
    parties = counted(len(domain.profiles), "party", "parties")
    return (
        f"A negotiation domain from another program: {issues}, {counted(packages, 'package')} and {parties}. "
        "Nobody has stated a red line, and every party has to consent. "
        "Weights, scores and reservation values are certain, so one world tells all."
    )


def _issue(issue: DomainIssue, options: list[str]) -> dict[str, Any]:
    return {"question": issue.name, "options": dict(zip(options, issue.options, strict=True))}


def _party(name: str, found: Scaled, issues: list[str], options: list[list[str]]) -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "no_deal": {"value": found.no_deal}}
    if found.weights:
        told["preferences"] = {
            "weights": dict(zip(issues, found.weights, strict=True)),
            "scores": {
                issue: dict(zip(ids_, scores, strict=True))
                for issue, ids_, scores in zip(issues, options, found.scores, strict=True)
            },
        }
    return told
