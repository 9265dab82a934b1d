"""The scenarios of 2022 to 2026 say what their sources say, and their known contradictions come out."""

import csv
from datetime import date

import pytest

import sim
from sim.compatibility import bits, positions
from sim.negotiation.endings import Ending

DATES = {
    "2022-03-29": date(2022, 4, 15),
    "2025-09-04": date(2025, 9, 5),
    "2025-11-20": date(2025, 11, 21),
    "2025-11-24": date(2025, 11, 24),
    "2025-12-15": date(2025, 12, 16),
    "2026-01-06": date(2026, 1, 25),
}
SCALE = {"quoted": (0.85, 1.0), "reported": (0.75, 0.95), "inferred": (0.4, 0.7)}
SOFTER = {"quoted": SCALE["reported"], "reported": SCALE["inferred"], "inferred": (0.2, 0.5)}
FORCES = [{"no-foreign-forces", "forces-on-the-ground"}, {"no-foreign-forces", "coalition-keeps-its-word"}]
CAPS = [{"not-above-600000", "an-army-of-800000"}, {"not-above-600000", "not-below-800000"}]
TERRITORY = {"territory-with-it", "guarantees-before-territory"}
ALLIANCES = {"no-way-into-nato", "own-choice-of-alliances"}
CONFLICTS = {
    "2022-03-29": [
        {"all-guarantors-agree", "no-russian-veto"},
        {"all-guarantors-agree", "assistance-within-days"},
        {"at-most-85000", "at-least-250000"},
    ],
    "2025-09-04": [
        FORCES[0],
        {"no-foreign-forces", "not-without-russia", "coalition-keeps-its-word"},
        {"no-foreign-forces", "assurances-must-bind", "coalition-keeps-its-word"},
    ],
    "2025-11-20": [*FORCES, ALLIANCES],
    "2025-11-24": [*FORCES, ALLIANCES, {"not-above-600000", "no-limits-on-the-army"}, CAPS[1]],
    "2025-12-15": [*FORCES, *CAPS, TERRITORY],
    "2026-01-06": [*FORCES, *CAPS, TERRITORY],
}
ON_RECORD = [
    # neutral, no forces, binding; 3 armies, 3 rules of activation without a veto
    ("2022-03-29", 1 * 1 * 1 * 3 * 3, []),
    # neutral or closed, no forces, binding, with Russia; 2 armies, 2 parts of the US
    ("2025-09-04", 2 * 1 * 1 * 2 * 2 * 2, []),
    ("2025-11-20", 0, [ALLIANCES]),
    ("2025-11-24", 0, [ALLIANCES]),
    # neutral or closed, no forces, 800,000 or no cap, like Article 5, guarantees first; 2 terms, 3 voidings
    ("2025-12-15", 2 * 1 * 2 * 1 * 1 * 1 * 2 * 3, []),
    ("2026-01-06", 0, [FORCES[0], TERRITORY]),
]
WHO_STOPS = [
    ("2022-03-29", "istanbul-communique", "russia ukraine"),
    ("2022-03-29", "april-draft-85", "ukraine"),
    ("2022-03-29", "april-draft-250", "russia ukraine"),
    ("2025-09-04", "reassurance-force", "russia"),
    ("2025-09-04", "backed-force", "russia"),
    ("2025-09-04", "istanbul-communique", "ukraine coalition"),
    ("2025-11-20", "28-points", "ukraine coalition"),
    ("2025-11-20", "28-points-with-assurance", "ukraine coalition"),
    ("2025-11-24", "28-points", "ukraine coalition"),
    ("2025-11-24", "european-counter-draft", "russia ukraine"),
    ("2025-12-15", "28-points", "ukraine coalition"),
    ("2025-12-15", "european-counter-draft", "russia"),
    ("2025-12-15", "berlin", "russia"),
    ("2026-01-06", "berlin", "russia"),
    ("2026-01-06", "paris-declaration", "russia"),
    ("2026-01-06", "istanbul-communique", "russia ukraine coalition"),
]
ON_WHAT = [
    ("2022-03-29", "no-russian-veto", "Davyd Arakhamia", date(2022, 4, 2), "reported"),
    ("2022-03-29", "a-ratified-treaty", "Davyd Arakhamia", date(2022, 3, 29), "quoted"),
    ("2022-03-29", "neutral-ukraine", "Vladimir Medinsky", date(2022, 3, 30), "reported"),
    ("2025-09-04", "no-foreign-forces", "Dmitry Peskov", date(2025, 9, 5), "quoted"),
    ("2025-09-04", "not-without-russia", "Sergey Lavrov", date(2025, 8, 20), "reported"),
    ("2025-11-20", "no-limits-on-the-army", "Khrystyna Hayovyshyn", date(2025, 11, 21), "reported"),
    ("2025-11-24", "not-above-600000", "Yuri Ushakov", date(2025, 11, 24), "inferred"),
    ("2025-12-15", "no-foreign-forces", "Sergei Ryabkov", date(2025, 12, 16), "quoted"),
    ("2025-12-15", "like-article-5", "Volodymyr Zelensky", date(2025, 12, 14), "reported"),
    ("2025-12-15", "guarantees-before-territory", "Ten European leaders and the EU",
     date(2025, 12, 15), "quoted"),
    ("2026-01-06", "no-foreign-forces", "Maria Zakharova", date(2026, 1, 8), "quoted"),
    ("2026-01-06", "forces-on-the-ground", "Volodymyr Zelensky", date(2026, 1, 3), "quoted"),
    ("2026-01-06", "territory-with-it", "Yuri Ushakov", date(2026, 1, 23), "quoted"),
    ("2026-01-06", "coalition-keeps-its-word", "Paris declaration of the Coalition of the Willing",
     date(2026, 1, 6), "inferred"),
]  # fmt: skip


@pytest.fixture(scope="module")
def cases():
    return {name: sim.load(name) for name in DATES}


@pytest.fixture(scope="module")
def answers(cases):
    return {name: sim.check(case) for name, case in cases.items()}


@pytest.fixture(scope="module")
def statements(cases):
    return [statement for case in cases.values() for statement in case.statements.values()]


@pytest.mark.parametrize("name", DATES)
def test_no_statement_is_younger_than_the_case(cases, name):
    case = cases[name]
    assert case.as_of == DATES[name]
    assert max(statement.date for statement in case.statements.values()) == case.as_of


@pytest.mark.parametrize("name", DATES)
def test_the_minimal_conflicts(answers, name):
    found = {frozenset(conflict) for conflict in answers[name].conflicts}
    assert found == {frozenset(conflict) for conflict in CONFLICTS[name]}
    assert answers[name].compatible == ()


@pytest.mark.parametrize("name", DATES)
def test_a_conflict_is_between_parties(cases, answers, name):
    for conflict in answers[name].conflicts:
        assert len({cases[name].red_lines[line][0] for line in conflict}) > 1


@pytest.mark.parametrize("gone", ["no-foreign-forces", "not-above-600000", "an-army-of-800000"])
def test_conflicts_go_with_a_line_of_theirs(cases, gone):
    party, _ = cases["2026-01-06"].red_lines[gone]
    without = sim.load("2026-01-06", changes={f"parties.{party}.red_lines.{gone}": None})
    found = {frozenset(conflict) for conflict in sim.check(without).conflicts}
    assert found == {frozenset(lines) for lines in CONFLICTS["2026-01-06"] if gone not in lines}


@pytest.mark.parametrize(("name", "compatible", "left"), ON_RECORD)
def test_what_is_on_record_alone(name, compatible, left):
    answer = sim.check(name, only=("quoted", "reported"))
    assert len(answer.compatible) == compatible
    assert [set(conflict) for conflict in answer.conflicts] == left


@pytest.mark.parametrize(("name", "text", "parties"), WHO_STOPS)
def test_who_stops_which_text(cases, answers, name, text, parties):
    (variant,) = [variant for variant in answers[name].variants if variant.name == text]
    stopping = {cases[name].red_lines[line][0] for line in variant.best.blocks}
    assert stopping == set(parties.split())


def test_russia_stops_neither_draft_in_which_its_own_points_stand(answers):
    for name, text in (
        ("2022-03-29", "april-draft-85"),
        ("2025-11-20", "28-points"),
        ("2026-01-06", "28-points"),
    ):
        said = [v for v in answers[name].verdicts if (v.package, v.party) == (text, "russia")]
        assert [verdict.ok for verdict in said] == [True]


@pytest.mark.parametrize(("name", "line", "speaker", "day", "kind"), ON_WHAT)
def test_on_what_a_line_rests(cases, name, line, speaker, day, kind):
    statement = cases[name].statement_of(line)
    assert (statement.speaker.split(", ")[0], statement.date, statement.kind) == (speaker, day, kind)


@pytest.mark.parametrize("name", DATES)
def test_firmness_follows_one_scale_for_all(cases, name):
    case = cases[name]
    for line, (party, told) in case.red_lines.items():
        statement = case.statement_of(line)
        scale = SCALE if statement.confidence == "high" else SOFTER
        assert statement.party == party
        assert statement.confidence != "uncertain"
        assert told.firmness.bounds == scale[statement.kind], line


def test_what_is_disputed_is_background(statements):
    assert {s.kind for s in statements if s.confidence == "uncertain"} == {"background"}


def test_every_statement_can_be_looked_up(statements):
    assert all(statement.url for statement in statements)


def test_russian_state_agencies_are_marked(statements):
    state = [s for s in statements if "tass.com" in s.url or "sputnikglobe.com" in s.url]
    assert state
    assert all("Russian state agency" in statement.outlet for statement in state)


def test_every_row_of_the_table_is_cited_with_its_confidence(statements, reference):
    with (reference / "positions-2022-2026.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 26
    for row in rows:
        cited = [statement for statement in statements if statement.url == row["url"]]
        assert cited, row["url"]
        expected = row["confidence"].split()[0].lower()
        assert {statement.confidence for statement in cited} == {expected}, row["url"]


def test_the_same_judgements_on_all_dates(cases):
    seen = {}
    for case in cases.values():
        for name, party in case.parties.items():
            told = party.preferences
            for issue, weight in told.weights.items():
                assert seen.setdefault((name, issue), weight) == weight
                for option, score in told.scores[issue].items():
                    assert seen.setdefault((name, issue, option), score) == score
            assert seen.setdefault((name, "no deal"), party.no_deal.value) == party.no_deal.value


def test_one_set_of_issues(cases):
    labels = {}
    for case in cases.values():
        for name, issue in case.issues.items():
            assert labels.setdefault(name, issue.question) == issue.question
            for option, label in issue.options.items():
                assert labels.setdefault((name, option), label) == label


@pytest.mark.parametrize("name", DATES)
def test_russia_and_ukraine_are_judged_alike(cases, name):
    russia, ukraine = (cases[name].parties[party] for party in ("russia", "ukraine"))
    assert russia.no_deal.value == ukraine.no_deal.value
    assert russia.strategy == ukraine.strategy
    assert russia.consent == ukraine.consent == "always"


@pytest.mark.parametrize("name", DATES)
def test_every_judgement_says_why(cases, name):
    for party in cases[name].parties.values():
        assert party.preferences.because
        assert party.no_deal.because


@pytest.mark.parametrize("name", DATES)
def test_deals_cross_no_line_held_by_who_signs_them(cases, answers, name):
    case = cases[name]
    assert case.space.size < 2**20
    model = sim.Negotiation(case, worlds=50, rng=1)
    outcomes = model.play()
    none = [world for world, ending in enumerate(outcomes.ending) if ending == Ending.NO_ZOPA]
    assert len(none) > 25  # the lines of every date contradict one another, and most are firm
    public = positions(case)
    for world, package in enumerate(outcomes.package):
        if package >= 0:
            held = model.worlds.held_at(int(outcomes.round[world]))[world]
            assert bits.names(public.blocking[package] & held, public.lines) == ()


@pytest.mark.parametrize("name", ["2025-12-15", "2026-01-06"])
def test_which_party_stops_an_open_sequence_is_a_tie(cases, answers, name):
    case = cases[name]
    for variant in answers[name].variants:
        if "sequence" in variant.partial:
            continue
        stopping = {}
        for sequence in case.issues["sequence"].ids:
            changes = {f"packages.{variant.name}.sequence": sequence}
            (settled,) = [
                v for v in sim.check(sim.load(name, changes=changes)).variants if v.name == variant.name
            ]
            stopping[sequence] = set(settled.best.blocks)
        assert stopping["with_territory"] - stopping["guarantees_first"] == {"guarantees-before-territory"}
        assert stopping["guarantees_first"] - stopping["with_territory"] == {"territory-with-it"}
