"""What two checks differ in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sim.compatibility.check import Check, Variant
from sim.scenario import Scenario

Change = tuple[str | None, str | None]
"""Before and after; None where there is nothing."""


@dataclass(frozen=True)
class Difference:
    """What is different in `other` from `one`; a change that is not there is not listed.

    Parameters
    ----------
    lines, consents, packages
        Red lines, consent rules and named packages: id -> how it is written, before and after.
    verdicts
        Named packages -> what is said of them, before and after: "yes", or the lines that stop it.
    gained, lost
        Compatible packages that only `other`, or only `one`, has; None if their issues differ, or if
        either has too many to list.
    conflicts_gained, conflicts_lost
        Sets of lines that cannot be held together in one of the two only.
    """

    one: Check
    other: Check
    lines: Mapping[str, Change]
    consents: Mapping[str, Change]
    packages: Mapping[str, Change]
    verdicts: Mapping[str, Change]
    gained: tuple[Mapping[str, str], ...] | None
    lost: tuple[Mapping[str, str], ...] | None
    conflicts_gained: tuple[tuple[str, ...], ...]
    conflicts_lost: tuple[tuple[str, ...], ...]


def difference(one: Check, other: Check) -> Difference:
    """Compare two checks.

    Examples
    --------
    >>> import sim
    >>> august = sim.check("2025-08-21")
    >>> difference(august, august).verdicts
    {}
    """
    comparable = _options(one.scenario) == _options(other.scenario) and one.lists_all and other.lists_all
    return Difference(
        one=one,
        other=other,
        lines=_changed(_lines(one.scenario), _lines(other.scenario)),
        consents=_changed(_consents(one.scenario), _consents(other.scenario)),
        packages=_changed(_named(one.scenario), _named(other.scenario)),
        verdicts=_changed(_verdicts(one), _verdicts(other)),
        gained=_only(other, one) if comparable else None,
        lost=_only(one, other) if comparable else None,
        conflicts_gained=tuple(c for c in other.conflicts if c not in one.conflicts),
        conflicts_lost=tuple(c for c in one.conflicts if c not in other.conflicts),
    )


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, Change]:
    names = [*before, *(name for name in after if name not in before)]
    return {
        name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    }


def _options(case: Scenario) -> list[tuple[str, tuple[str, ...]]]:
    return [(name, issue.ids) for name, issue in case.issues.items()]


def _lines(case: Scenario) -> dict[str, str]:
    dumped = {
        name: line.model_dump(mode="json", exclude_defaults=True)
        for name, (_, line) in case.red_lines.items()
    }
    return {name: _spelled(line) for name, line in dumped.items()}


def _consents(case: Scenario) -> dict[str, str]:
    rules = {name: party.model_dump(mode="json")["consent"] for name, party in case.parties.items()}
    return {name: rule if isinstance(rule, str) else _spelled(rule) for name, rule in rules.items()}


def _named(case: Scenario) -> dict[str, str]:
    return {name: _spelled(package) for name, package in case.packages.items()}


def _verdicts(check: Check) -> dict[str, str]:
    return {variant.name: _verdict(variant) for variant in check.variants}


def _verdict(variant: Variant) -> str:
    return "yes" if variant.compatible else f"no: {', '.join(variant.best.blocks)}"


def _only(one: Check, other: Check) -> tuple[Mapping[str, str], ...]:
    indices = [index for index in one.compatible if index not in set(other.compatible)]
    return tuple(one.scenario.space.package(index) for index in indices)


def _spelled(value: Mapping[str, object]) -> str:
    """Write a small tree on one line, as a scenario file would."""
    return ", ".join(f"{key}: {_value(inside)}" for key, inside in value.items())


def _value(value: object) -> str:
    match value:
        case Mapping():
            return f"{{{_spelled(value)}}}"
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            return str(value)
