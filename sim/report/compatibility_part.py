"""The compatibility table: named packages x parties, in words and signs, and the reason for every no."""

from __future__ import annotations

from collections.abc import Iterator

from sim.api import Check
from sim.compatibility import Variant, Verdict
from sim.report.blocks import Block, Grid, Listing, Mark, Prose, Section, Strong, Words
from sim.scenario import Scenario, describe_options
from sim.scenario.words import in_words

MOST = 10
"""Compatible packages that are listed where none has a name."""


def compatibility_part(stated: Check) -> Section:
    """Show which named packages cross whose red lines, as stated."""
    return Section("The compatibility table", tuple(_blocks(stated)))


def _blocks(stated: Check) -> Iterator[Block]:
    yield issues_grid(stated.scenario)
    yield Prose(_count(stated))
    if stated.variants:
        yield _grid(stated)
        yield Section("Why", (Listing(tuple(_reasons(stated))),))
    else:
        packages = (stated.scenario.space.package(index) for index in stated.compatible[:MOST])
        yield Listing(tuple(describe_options(stated.scenario, package) for package in packages))


def _count(stated: Check) -> str:
    found = stated.survey
    if found.possible is None or found.compatible is None:
        return "There are too many packages to count those that cross no red line."
    left_out = stated.packages_total - found.possible
    rules = f" ({left_out:,} of {stated.packages_total:,} make no sense and are left out)" if left_out else ""
    named = (
        " A package below that leaves issues open is judged by its best completion."
        if stated.variants
        else ""
    )
    return (
        f"There are {found.possible:,} packages{rules}. If every stated line is taken at its word, "
        f"{found.compatible:,} of them cross no red line of a party whose consent they need.{named}"
    )


def issues_grid(case: Scenario) -> Grid:
    """Show the issues with their options."""
    rows = tuple((issue.question, "; ".join(issue.options.values())) for issue in case.issues.values())
    caption = "What a package settles: one option for each issue."
    return Grid(caption, ("Issue", "Options"), rows)


def _grid(stated: Check) -> Grid:
    parties = stated.scenario.parties.values()
    columns = ("Package", *(party.name for party in parties), "Free")
    rows = tuple(_row(stated, variant) for variant in stated.variants)
    caption = (
        "Packages and the parties whose red lines they cross. ✓ crosses none; ✗ crosses those named; in "
        "brackets: the package does not need this party's consent, so the party objects but does not stop "
        "it. Free: probability that no line that is held stops the package."
    )
    return Grid(caption, columns, rows, frozenset({len(columns) - 1}))


def _row(stated: Check, variant: Variant) -> tuple[Words, ...]:
    verdicts = [verdict for verdict in stated.verdicts if verdict.package == variant.name]
    return (
        in_words(variant.name),
        *(_mark(stated.scenario, verdict) for verdict in verdicts),
        f"{100 * variant.p_acceptable:.3g}%",
    )


def _mark(case: Scenario, verdict: Verdict) -> Mark:
    names = "; ".join(case.line_words(line) for line in verdict.crosses) or "crosses none"
    sign = "✓" if verdict.ok else "✗"
    if verdict.needed:
        return Mark(sign, names, "yes" if verdict.ok else "no")
    return Mark(f"({sign})", names, "aside")


def _reasons(stated: Check) -> Iterator[Words]:
    for variant in stated.variants:
        name, says = in_words(variant.name), describe_options(stated.scenario, variant.partial)
        yield (Strong(name), f" ({says}): {_verdict(stated, variant)}")


def _verdict(stated: Check, variant: Variant) -> str:
    case = stated.scenario
    if variant.compatible:
        terms = describe_options(case, variant.left_open)
        return f"compatible, with: {terms}." if terms else "compatible."
    stops = [_stops(case, line, blocks=line in variant.best.blocks) for line in variant.best.crosses]
    return " ".join(stops)


def _stops(case: Scenario, line: str, *, blocks: bool) -> str:
    party = case.parties[case.red_lines[line][0]].name
    does = "stops it" if blocks else "objects"
    return f"{party} {does}: {case.line_words(line)} ({case.statement_of(line).cited})."
