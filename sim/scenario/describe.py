"""Say in a few words what a package is."""

from __future__ import annotations

from sim.scenario.package_space import Package
from sim.scenario.scenario import Scenario


def describe(scenario: Scenario, index: int) -> str:
    """Describe a package by the named package it completes, if any, and by what that leaves open.

    Of several named packages the one that settles most issues is used.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21")
    >>> package = {"nato_membership": "none", "foreign_troops": "none", "us_role": "air_support",
    ...            "ukrainian_army": "strong", "commitment": "binding", "russian_role": "consulted"}
    >>> describe(case, case.space.index(package))
    'air-shield + Binding commitment; Russia is consulted'
    """
    package = scenario.space.package(index)
    name = _variant(scenario, package)
    settled = scenario.packages[name] if name else {}
    rest = describe_options(scenario, {issue: o for issue, o in package.items() if issue not in settled})
    if not name:
        return rest
    return f"{name} + {rest}" if rest else name


def describe_options(scenario: Scenario, package: Package) -> str:
    """List the options of a package, or of a part of one, by their labels."""
    return "; ".join(scenario.issues[issue].options[option] for issue, option in package.items())


def _variant(scenario: Scenario, package: Package) -> str | None:
    contained = [name for name, variant in scenario.packages.items() if variant.items() <= package.items()]
    return max(contained, key=lambda name: len(scenario.packages[name]), default=None)
