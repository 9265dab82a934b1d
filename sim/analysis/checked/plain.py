"""Answers as plain values, for JSON: the shapes that other programs rely on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sim.analysis.checked.acceptable import Acceptable
from sim.compatibility import Check, Difference, NearMiss, Variant, Verdict
from sim.compatibility.surviving import firmness
from sim.scenario import Scenario


def check_as_dict(check: Check, acceptable: Acceptable | None) -> dict[str, Any]:
    """Return a whole check; counts are null where packages were too many to count."""
    spell, found = check.scenario.space.package, check.survey
    return {
        "scenario": check.scenario.name,
        "title": check.scenario.title,
        "packages_total": check.packages_total,
        "packages_possible": found.possible,
        "compatible": {
            "count": found.compatible,
            "objected": found.objected,
            "packages": [spell(index) for index in check.compatible],
        },
        "acceptable": None if acceptable is None else asdict(acceptable),
        "table": [_verdict(verdict) for verdict in check.verdicts],
        "packages": [variant_as_dict(check, variant) for variant in check.variants],
        "lines": {line: _line(check.scenario, line) for line in check.scenario.red_lines},
        "conflicts": [list(names) for names in check.conflicts],
        "conflicts_by_rules": [
            list(check.names(conflict.lines)) for conflict in found.conflicts if conflict.needs_rules
        ],
        "concessions": [
            {"drop": list(names), "opens": opening.opens, "example": spell(opening.example)}
            for names, opening in check.concessions
        ],
        "near_misses": [_near_miss(check, miss) for miss in check.near_misses],
        "opens_most": list(check.opens_most),
        "likeliest": [
            {"package": dict(one.package), "p_acceptable": chance, "blocks": list(one.blocks)}
            for one, chance in check.likeliest
        ],
        "pairs": [{"parties": list(pair), "compatible": count} for pair, count in check.pairs.items()],
        "whole": found.whole,
    }


def variant_as_dict(check: Check, variant: Variant) -> dict[str, Any]:
    """Return one named package's story."""
    spell = variant.inside.space.package
    return {
        "package": variant.name,
        "compatible": variant.compatible,
        "completion": dict(variant.best.package),
        "completions": {
            "possible": variant.completions.possible,
            "compatible": variant.completions.compatible,
            "packages": [spell(index) for index in variant.completions.examples],
        },
        "needed": list(variant.best.needed),
        "blocks": list(variant.best.blocks),
        "objects": [line for line in variant.best.crosses if line not in variant.best.blocks],
        "conflicts": [list(check.names(conflict.lines)) for conflict in variant.completions.conflicts],
        "p_acceptable": variant.p_acceptable,
        "expected_held": variant.expected_held,
    }


def difference_as_dict(difference: Difference) -> dict[str, Any]:
    """Return what two checks differ in."""
    return {
        "a": difference.one.scenario.name,
        "b": difference.other.scenario.name,
        "compatible": {"a": difference.one.survey.compatible, "b": difference.other.survey.compatible},
        **{
            what: {name: {"a": before, "b": after} for name, (before, after) in changes.items()}
            for what, changes in _changes(difference).items()
        },
        "gained": _listed(difference.gained),
        "lost": _listed(difference.lost),
        "conflicts_gained": [list(lines) for lines in difference.conflicts_gained],
        "conflicts_lost": [list(lines) for lines in difference.conflicts_lost],
    }


def _changes(difference: Difference) -> dict[str, Mapping[str, tuple[str | None, str | None]]]:
    return {
        "lines": difference.lines,
        "consents": difference.consents,
        "packages": difference.packages,
        "verdicts": difference.verdicts,
    }


def _listed(packages: tuple[Mapping[str, str], ...] | None) -> list[dict[str, str]] | None:
    return None if packages is None else [dict(package) for package in packages]


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {**asdict(verdict), "crosses": list(verdict.crosses)}


def _line(case: Scenario, line: str) -> dict[str, Any]:
    statement = case.statement_of(line)
    return {
        "party": statement.party,
        "kind": statement.kind,
        "speaker": statement.speaker,
        "date": statement.date.isoformat(),
        "claim": statement.claim,
        "firmness": firmness(case, line),
    }


def _near_miss(check: Check, miss: NearMiss) -> dict[str, Any]:
    return {
        "line": miss.line,
        "party": check.party_of(miss.line),
        "firmness": miss.firmness,
        "packages": miss.packages,
        "example": check.scenario.space.package(miss.example),
    }
