"""A check as people read it."""

import pytest
from builders import a_scenario

import sim
from sim.text import check_text

WIDTHS = [40, 80, 160]
TROOPS = {"troops": "none some", "army": "small big"}
NO_TROOPS = {"no-troops": {"forbid": {"troops": "some"}}}


@pytest.fixture(scope="module")
def august():
    return sim.check("2025-08-21")


def text_of(parties, **more):
    return check_text(sim.check(a_scenario(TROOPS, parties, **more)))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_crossed_line_is_named_with_its_statement(august, flowing, width):
    text = flowing(check_text(august), width)
    crossed = {line for verdict in august.verdicts for line in verdict.crosses}
    assert len(crossed) == 5
    for line in crossed:
        party, _ = august.scenario.red_lines[line]
        statement = august.scenario.statement_of(line)
        reason = (
            f"{august.scenario.parties[party].name} stops it: {line}. {statement.claim} {statement.cited}"
        )
        assert " ".join(reason.split()) in text


def test_speaker_and_date_are_there(august, flowing):
    text = flowing(check_text(august))
    assert "Sergey Lavrov, foreign minister, 21 August 2025 (Kyiv Independent; quoted)" in text
    assert "Emmanuel Macron, president, 18 August 2025 (Kyiv Independent; reported)" in text


def test_marks_stand_in_a_table(august, shown):
    rows = [line.split() for line in shown(check_text(august), 80).splitlines()]
    assert ["package", "russia", "ukraine", "france", "uk", "us", "coalition", "P"] in rows
    assert ["reassurance-force", "✗", "✓", "✓", "✓", "✓", "✓", "7.5%"] in rows
    assert ["british-french", "✗", "✓", "✓", "✓", "(✓)", "✓", "7.5%"] in rows


def test_a_narrow_terminal_gets_a_list_with_the_same_marks(august, shown):
    lines = [" ".join(line.split()) for line in shown(check_text(august), 40).splitlines()]
    first = lines.index("british-french")
    marks = "✗ russia ✓ ukraine ✓ france ✓ uk (✓) us ✓ coalition P 7.5%"
    assert " ".join(lines[first + 1 : first + 3]) == marks


@pytest.mark.parametrize("width", WIDTHS)
def test_compatible_packages_are_spelled_out(august, flowing, width):
    text = flowing(check_text(august), width)
    assert "8 of 288 packages cross nobody's red line (36 of 324 make no sense and are left out)." in text
    assert "air-shield: yes, with: Binding commitment; Russia is consulted" in text
    assert "All 10 red lines can be held together." in text


def test_a_scenario_without_named_packages(flowing):
    text = flowing(text_of({"a": {"red_lines": NO_TROOPS}}))
    assert "2 of 4 packages cross nobody's red line." in text
    assert "package " not in text
    assert text.endswith("Packages that cross nobody's red line: None; Small None; Big")


def test_red_lines_that_cannot_be_held_together(flowing):
    needed = {"red_lines": {"troops-needed": {"require": {"troops": "some"}}}}
    text = flowing(text_of({"a": {"red_lines": NO_TROOPS}, "b": needed}, packages={"p": {"troops": "some"}}))
    assert "0 of 4 packages cross nobody's red line." in text
    assert "though any part of each set can: no-troops (A) x troops-needed (B)" in text
    assert "p: no A stops it: no-troops. c S, 21 August 2025 (O; quoted)" in text


def test_no_red_lines(flowing):
    assert "There are no red lines." in flowing(text_of({"a": {}}))


def test_a_party_that_is_not_needed_objects_and_is_marked_in_brackets(shown, flowing):
    parties = {"a": {}, "b": {"red_lines": NO_TROOPS, "consent": "never"}}
    answer = text_of(parties, packages={"p": {"troops": "some"}})
    assert ["p", "✓", "(✗)", "100%"] in [line.split() for line in shown(answer).splitlines()]
    assert "B objects: no-troops." in flowing(answer)
    assert "p: yes" in flowing(answer)
    assert "4 of 4 packages cross no red line of a party they need; to 2 of them another party objects." in (
        flowing(answer)
    )


def test_a_package_that_settles_everything_is_just_compatible(shown):
    answer = text_of({"a": {"red_lines": NO_TROOPS}}, packages={"p": {"troops": "none", "army": "big"}})
    assert "p: yes" in [line.rstrip() for line in shown(answer).splitlines()]


def test_a_long_list_of_compatible_packages_is_cut_and_says_so(flowing):
    case = a_scenario({"x": " ".join(f"o{n}" for n in range(13))}, {"a": {}})
    text = flowing(check_text(sim.check(case)))
    assert "O9 ... and 3 more (--json lists 13)" in text
    assert "O10" not in text


def test_names_are_not_taken_for_markup(flowing):
    case = a_scenario(TROOPS, {"a [b]": {"red_lines": NO_TROOPS}}, packages={"[red]p": {"troops": "some"}})
    text = flowing(check_text(sim.check(case)))
    assert "package a [b] P [red]p ✗ 0%" in text
    assert "A [B] stops it" in text


def test_what_would_have_to_give_is_listed_with_kind_and_firmness(august, flowing):
    text = flowing(check_text(august))
    assert "no-foreign-troops (Russia, quoted, held with probability 92.5%): opens 16" in text
    assert "Alone, no-foreign-troops (Russia) would open most." in text
    assert "Of the packages that are stopped, the likeliest to survive (15%): No NATO membership;" in text
    assert "Any two parties that state red lines could agree if they were alone." in text


def test_two_parties_that_cannot_agree_alone_are_named(flowing):
    needed = {"red_lines": {"troops-needed": {"require": {"troops": "some"}}}}
    text = flowing(text_of({"a": {"red_lines": NO_TROOPS}, "b": needed}))
    assert "A and B could not agree even if they were alone." in text
