"""A domain as the YAML files that NegMAS writes and reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from sim.exchange.domain import Domain, Profile
from sim.exchange.stems import stems


def negmas_files(domain: Domain) -> Mapping[str, str]:
    """Return the text of each file, by its name.

    Examples
    --------
    >>> from sim.exchange.domain import DomainIssue
    >>> fruit = DomainIssue("Fruit", ("Apples", "yes"))
    >>> files = negmas_files(Domain("Grocery", (fruit,), (Profile("mary", (1.0,), ((0.25, 1.0),), 0.5),)))
    >>> list(files)
    ['Grocery.yml', 'mary.yml']
    >>> print(files["mary.yml"])
    type: LinearAdditiveUtilityFunction
    name: mary
    reserved_value: 0.5
    values:
    - type: TableFun
      mapping:
        Apples: 0.25
        'yes': 1.0
    weights:
    - 1.0
    <BLANKLINE>
    """
    head, *names = stems(domain, ".yml")
    texts = [_domain(domain), *(_profile(domain, profile) for profile in domain.profiles)]
    return {f"{stem}.yml": _yaml(text) for stem, text in zip([head, *names], texts, strict=True)}


def _domain(domain: Domain) -> dict[str, Any]:
    issues = [
        {"type": "CategoricalIssue", "name": issue.name, "values": list(issue.options)}
        for issue in domain.issues
    ]
    return {"type": "DiscreteCartesianOutcomeSpace", "name": domain.name, "issues": issues}


def _profile(domain: Domain, profile: Profile) -> dict[str, Any]:
    tables = [
        {"type": "TableFun", "mapping": dict(zip(issue.options, worths, strict=True))}
        for issue, worths in zip(domain.issues, profile.evaluations, strict=True)
    ]
    return {
        "type": "LinearAdditiveUtilityFunction",
        "name": profile.name,
        "reserved_value": profile.reservation,
        "values": tables,
        "weights": list(profile.weights),
    }


def _yaml(tree: Any) -> str:
    text: str = yaml.dump(tree, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    return text
