"""`docs/august-2025.md` says what the check finds: its sentences are composed anew here and looked up there.

A sentence that no longer holds fails with the sentence that does; one that nothing here composes fails too.
"""

import math
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

import sim
from sim.compatibility import bits, positions

PAGE = (Path(__file__).parents[1] / "docs" / "august-2025.md").read_text("utf-8")
RECORD = ("quoted", "reported")
WITH_ARTICLE = ("uk", "us", "coalition")

PLAIN = (
    "The words are those of the [glossary](glossary.md), and the case is `scenarios/2025-08-21.yaml`.",
    "Every sentence that says what was found is composed anew by `tests/test_august_answer.py`.",
    "It is no forecast: it says what follows from the statements, and nothing of what the parties will do.",
    "A package that leaves issues open is judged by the completion that the fewest lines stop.",
    "Firmness, the probability that a line is held, is our judgement; of a range the mean counts here.",
    "The simulator is that of the CSIS Futures Lab, whose scores and thresholds stand in "
    "`scenarios/published/csis-2025-03.yaml`.",
)
"""Sentences that claim nothing about what was found."""


class Found(NamedTuple):
    said: sim.Check
    on_record: sim.Check
    on_average: sim.Check
    with_lines: sim.Check


@pytest.fixture(scope="module")
def found():
    return Found(
        said=sim.check("2025-08-21"),
        on_record=sim.check("2025-08-21", only=RECORD),
        on_average=sim.check("published/csis-2025-03"),
        with_lines=sim.check("published/csis-2025-03-red-lines"),
    )


# The page, and what is composed, in pieces: sentences, or a list's opening or item.


def pieces(text):
    blocks = re.split(r"\n\s*\n|\n(?=- )", text.strip())
    prose = [" ".join(block.removeprefix("- ").split()) for block in blocks if not block.startswith("#")]
    return [piece for block in prose for piece in re.split(r"(?<=[.?!]) (?=[A-Z`])", block)]


def joined(words: Iterable[str], last="and"):
    *first, final = words
    return f"{', '.join(first)} {last} {final}" if first else final


def listed(opening, items):
    return "\n".join([f"{opening}:", *(f"- {item}." for item in items)])


def many(count, noun):
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def percent(chance):
    return f"{chance:.1%}".replace(".0%", "%")


def code(names):
    return [f"`{name}`" for name in names]


def whose(check, line):
    return f"`{line}` ({check.scenario.parties[check.party_of(line)].name})"


def named(check, parties):
    return joined(
        f"{'the ' if party in WITH_ARTICLE else ''}{check.scenario.parties[party].name}" for party in parties
    )


def choices(check, packages):
    """Return the options that each issue has in some of the packages, where these are all combinations."""
    found = {issue: list(dict.fromkeys(package[issue] for package in packages)) for issue in packages[0]}
    assert math.prod(map(len, found.values())) == len(packages)
    issues = check.scenario.issues
    return {
        issue: joined([issues[issue].options[o] for o in options], "or") for issue, options in found.items()
    }


def compatible(check):
    return [check.scenario.space.package(index) for index in check.compatible]


def grouped(check):
    """Return the named packages that are stopped, by the lines that stop them."""
    groups = {}
    for variant in check.variants:
        if not variant.compatible:
            groups.setdefault(variant.best.blocks, []).append(variant.name)
    return groups


def by_opening(check):
    """Return single lines that would open packages, by how many, most first."""
    groups = {}
    for miss in sorted(check.near_misses, key=lambda miss: -miss.packages):
        groups.setdefault(miss.packages, []).append(whose(check, miss.line))
    return groups


def objected(check, lines):
    """Count the packages that these lines stop, together or some of them, and that others object to."""
    public = positions(check.scenario)
    given = bits.pack(np.isin(public.lines, lines))
    opened = public.possible & public.blocking.any(axis=1) & ~(public.blocking & ~given).any(axis=1)
    return int((opened & (public.crossing != public.blocking).any(axis=1)).sum())


# The sentences, in the order of the page.


def what_this_is(found):
    day = found.said.scenario.as_of
    return (
        f"This is what `sim check {found.said.scenario.name}` finds in what had been said in public by "
        f"{day.day} {day:%B %Y}."
    )


def what_it_rests_on(found):
    case = found.said.scenario
    assert all("Kyiv Independent" in case.statement_of(line).outlet for line in case.red_lines)
    kinds = [case.statement_of(line).kind for line in case.red_lines]
    counted = joined(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    return (
        f"It rests on {many(len(kinds), 'red line')} of {len(case.parties)} parties, taken from the Kyiv "
        f"Independent: {counted}."
    )


def how_many_packages(found):
    total, possible = found.said.packages_total, found.said.packages_possible
    return (
        f"Of {total:,} combinations of options, {total - possible:,} make no sense and are left out; "
        f"{possible:,} packages remain."
    )


def how_many_are_compatible(found):
    survey = found.said.survey
    assert survey.objected == 0
    return (
        f"Of these, {survey.compatible:,} cross no red line of a party whose consent they need, and no "
        "other party objects to any of them."
    )


def what_they_share(found):
    packages = compatible(found.said)
    assert len(packages) == found.said.survey.compatible
    shared = [option for option in choices(found.said, packages).values() if " or " not in option]
    return f"All {len(packages)} say: {'; '.join(shared)}."


def what_they_differ_in(found):
    options = choices(found.said, compatible(found.said)).values()
    return f"In the rest they differ: {'; '.join(option for option in options if ' or ' in option)}."


def which_named_ones_can_be_signed(found):
    yes = [variant.name for variant in found.said.variants if variant.compatible]
    return f"Of the {len(found.said.variants)} named packages, {len(yes)} can be signed: {joined(code(yes))}."


def with_what_terms(found):
    sentences = []
    for variant in found.said.variants:
        if variant.compatible:
            packages = [variant.inside.space.package(index) for index in variant.completions.examples]
            assert len(packages) == variant.completions.compatible
            options = choices(found.said, packages)
            terms = "; ".join(options[issue] for issue in options if issue not in variant.partial)
            of = many(variant.completions.possible, "completion")
            sentences.append(f"`{variant.name}` can in {len(packages)} of its {of}: {terms}.")
    return " ".join(sentences)


def whose_line_stops_the_others(found):
    lists = []
    for blocks, names in grouped(found.said).items():
        be = "is" if len(names) == 1 else "are"
        cited = [
            f"{whose(found.said, line)}: {found.said.scenario.statement_of(line).cited}" for line in blocks
        ]
        lists.append(listed(f"{joined(code(names))} {be} stopped by {many(len(blocks), 'line')}", cited))
    return "\n\n".join(lists)


def all_lines_can_be_held_together(found):
    assert not found.said.conflicts
    assert found.said.survey.compatible
    return (
        f"All {len(found.said.scenario.red_lines)} red lines can be held together: "
        f"the {found.said.survey.compatible:,} packages above respect every one."
    )


def any_two_parties_alone(found):
    counts = found.said.pairs
    assert {party for pair in counts for party in pair} == set(found.said.scenario.parties)
    few, most = min(counts.values()), max(counts.values())
    assert few > 0
    (hardest,) = [pair for pair, count in counts.items() if count == few]
    (easiest,) = [pair for pair, count in counts.items() if count == most]
    return (
        f"Any two of the {len(found.said.scenario.parties)} parties could agree if only their own lines "
        f"counted and both had to sign: fewest packages are then open to {named(found.said, hardest)}, "
        f"{few:,}, and most to {named(found.said, easiest)}, {most:,}."
    )


def how_many_miss_by_one_line(found):
    stopped = found.said.packages_possible - found.said.survey.compatible
    alone = sum(miss.packages for miss in found.said.near_misses)
    return f"Of the {stopped:,} packages that are stopped, {alone:,} are stopped by one line alone."


def which_line_opens_most(found):
    (line,) = found.said.opens_most
    (most, _), *others = by_opening(found.said).items()
    told = [f"{joined(lines)} would open {count:,}" for count, lines in others]
    return (
        f"If one line gave way, {whose(found.said, line)} would open most, {many(most, 'package')}; "
        f"{joined(told)}."
    )


def what_several_lines_open_together(found):
    sets = [(lines, opening) for lines, opening in found.said.concessions if len(lines) > 1]
    assert found.said.survey.whole
    return listed(
        "No other line would open a package alone; the only sets of lines that would if all of them gave "
        "way, and of which no part would, are",
        [
            f"{joined(whose(found.said, line) for line in lines)}: {many(opening.opens, 'package')}"
            for lines, opening in sets
        ],
    )


def which_lines_are_in_no_set(found):
    given = {line for lines, _ in found.said.concessions for line in lines}
    rest = [whose(found.said, line) for line in found.said.scenario.red_lines if line not in given]
    assert len(rest) > 1
    return f"{joined(rest)} are in none of these sets, and would open nothing alone."


def who_objects_to_what_would_be_opened(found):
    counts = [(lines, objected(found.said, lines)) for lines, _ in found.said.concessions]
    ((lines, count),) = [(lines, count) for lines, count in counts if count]
    return (
        f"Of the packages that {joined(whose(found.said, line) for line in lines)} would open, {count} cross "
        "a line of a party whose consent they do not need; of those that the others would open, none does."
    )


def how_firm_lines_are_taken_to_be(found):
    case, chances = found.said.scenario, {}
    for name, (_, line) in case.red_lines.items():
        chances.setdefault(case.statement_of(name).kind, set()).add(percent(line.firmness.mean))
    told = [f"with probability {chance} if it was {kind}" for kind, (chance,) in chances.items()]
    return f"A line is taken to be held {joined(told)}."


def how_likely_the_named_packages_are_acceptable(found):
    groups = {}
    for variant in sorted(found.said.variants, key=lambda variant: -variant.p_acceptable):
        groups.setdefault(percent(variant.p_acceptable), []).append(variant.name)
    told = [f"{chance} for {joined(code(names))}" for chance, names in groups.items()]
    return f"The probability that no held line stops a package, P(acceptable), is then {'; '.join(told)}."


def which_stopped_packages_are_likeliest(found):
    top = percent(max(chance for _, chance in found.said.likeliest))
    single = [stand.blocks for stand, chance in found.said.likeliest if percent(chance) == top]
    lines = [f"only {whose(found.said, line)}" for (line,) in single]
    return (
        f"Of the packages that are stopped, those that {joined(lines, 'or')} stops are likeliest to be "
        f"stopped by no held line: {top}."
    )


def what_is_compatible_on_record(found):
    assert compatible(found.on_record) == compatible(found.said)
    return (
        f"Of the {len(found.said.scenario.red_lines)} lines, {len(found.on_record.scenario.red_lines)} are "
        f"{joined(RECORD, 'or')}; with these alone (`--only {','.join(RECORD)}`) the same "
        f"{found.on_record.survey.compatible} packages are compatible."
    )


def what_differs_on_record(found):
    pairs = zip(found.said.variants, found.on_record.variants, strict=True)
    ((before, after),) = [(one, other) for one, other in pairs if one.best.blocks != other.best.blocks]
    (line,) = after.best.blocks
    return (
        f"Of the named packages, only `{before.name}` then meets other lines: it is stopped by "
        f"{whose(found.said, line)} alone, and its P(acceptable) is {percent(after.p_acceptable)} instead "
        f"of {percent(before.p_acceptable)}."
    )


def which_lines_open_most_on_record(found):
    assert {len(lines) for lines, _ in found.on_record.concessions} == {1}
    (most, lines), *others = by_opening(found.on_record).items()
    assert len(lines) == 2
    told = [f"{joined(names)} would open {count:,}" for count, names in others]
    return f"Of these lines, {joined(lines)} would each open most, {most:,} packages; {joined(told)}."


def what_csis_accepts_on_average(found):
    accepted = found.on_average.acceptable
    drafts = found.on_average.packages_possible - accepted.nobody_asked
    return (
        f"There, {accepted.count:,} of {drafts:,} drafts reach the thresholds of all "
        f"{len(found.on_average.scenario.parties)} parties on average."
    )


def what_is_left_with_red_lines(found):
    check, accepted = found.with_lines, found.with_lines.acceptable
    assert accepted.count == found.on_average.acceptable.count
    assert {check.scenario.statement_of(line).kind for line in check.scenario.red_lines} == {"inferred"}
    parties = dict.fromkeys(check.party_of(line) for line in check.scenario.red_lines)
    return (
        f"If the lowest scores of {named(check, parties)} are read as {len(check.scenario.red_lines)} red "
        f"lines, which is inferred by us, {accepted.compatible:,} of these drafts cross none, "
        f"{percent(accepted.compatible / accepted.count)}."
    )


SENTENCES = (
    what_this_is, what_it_rests_on, how_many_packages, how_many_are_compatible, what_they_share,
    what_they_differ_in, which_named_ones_can_be_signed, with_what_terms, whose_line_stops_the_others,
    all_lines_can_be_held_together, any_two_parties_alone, how_many_miss_by_one_line,
    which_line_opens_most, what_several_lines_open_together, which_lines_are_in_no_set,
    who_objects_to_what_would_be_opened, how_firm_lines_are_taken_to_be,
    how_likely_the_named_packages_are_acceptable, which_stopped_packages_are_likeliest,
    what_is_compatible_on_record, what_differs_on_record, which_lines_open_most_on_record,
    what_csis_accepts_on_average, what_is_left_with_red_lines,
)  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.__name__)
def test_the_page_says(sentence, found):
    for piece in pieces(sentence(found)):
        assert piece in pieces(PAGE)


def test_every_sentence_of_the_page_is_tested(found):
    composed = [piece for sentence in SENTENCES for piece in pieces(sentence(found))]
    assert [piece for piece in pieces(PAGE) if piece not in (*composed, *PLAIN)] == []


def test_no_sentence_stands_twice():
    assert sorted(set(pieces(PAGE))) == sorted(pieces(PAGE))


@pytest.mark.parametrize("sentence", PLAIN)
def test_plain_sentences_hold_no_figures(sentence):
    assert sentence in pieces(PAGE)
    assert not re.search(r"\d", re.sub(r"`[^`]*`", "", sentence))
