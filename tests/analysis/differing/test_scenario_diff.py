"""What two scenarios differ in: everything, each thing once, and nothing else."""

import json

import pytest
from builders import a_scenario
from examples import examples
from generators import scenarios
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.analysis.differing.scenario_diff import diff_as_dict, differences
from sim.language import load
from sim.language.dotted import read_path

AUGUST = load("2025-08-21")
TROOPS = "parties.russia.red_lines.no-foreign-troops"
quick = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))


def told(*changes):
    return [one.words for one in differences(AUGUST, load("2025-08-21", None, changes))]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("scenario=Anew", 'title "Security guarantees for Ukraine, 21 August 2025" -> Anew'),
        ("as_of=2025-09-01", "as of 2025-08-21 -> 2025-09-01"),
        (f"{TROOPS}.firmness=0.5", "Russia's red line no-foreign-troops: firmness 0.85 to 1 -> 0.5"),
        (f"{TROOPS}.forbid={{foreign_troops: multinational}}",
         "Russia's red line no-foreign-troops: forbids foreign_troops: franco_british or multinational "
         "-> foreign_troops: multinational"),
        (f"{TROOPS}.softens={{round: [5, 9]}}",
         "Russia's red line no-foreign-troops: softens never -> round 5 to 9"),
        (f"{TROOPS}=null",
         "Only in the first: red line no-foreign-troops of Russia (forbids foreign_troops: franco_british or "
         "multinational, firmness 0.85 to 1, statement lavrov-troops)"),
        ("parties.us.red_lines.x={require: {us_role: none}, statement: trump-ground-troops}",
         "Only in the second: red line x of United States (requires us_role: none, "
         "statement trump-ground-troops)"),
        ("parties.ukraine.no_deal.value=0.2", "Ukraine: what no deal is worth 0.35 to 0.65 -> 0.2"),
        ("parties.ukraine.no_deal.value={triangular: [0.2, 0.5, 0.9]}",
         "Ukraine: what no deal is worth 0.35 to 0.65 -> triangular 0.2, 0.5, 0.9"),
        ("parties.ukraine.no_deal.drift={normal: {mean: 0.1, sd: 0.2, low: 0, high: 1}}",
         "Ukraine: change per round of what no deal is worth 0 -> normal with mean 0.1 and sd 0.2, "
         "from 0 to 1"),
        ("parties.uk.consent=never",
         "United Kingdom: consent when asked for foreign_troops: franco_british or multinational, or "
         "commitment: binding, or nato_membership: membership -> never"),
        ("parties.uk.strategy.considerate=false",
         "United Kingdom: strategy linear, considerate -> linear"),
        ("parties.uk.preferences.weights.us_role=3", "United Kingdom: weight of us_role 2 to 4 -> 3"),
        ("parties.uk.preferences.scores.us_role.none={beta: {mean: 0.5, concentration: 9}}",
         "United Kingdom: score of us_role none 0 -> beta with mean 0.5 and concentration 9"),
        ("parties.china={name: China, consent: never}",
         "Only in the second: party china (China, consent never, no red lines)"),
        ("rules=null",
         "Only in the first: rule 1 (forbids us_role: ground_troops; foreign_troops: none, "
         'because "American ground troops are foreign troops.")'),
        ("rules.0.because=Why not?",
         'rule 1: because "American ground troops are foreign troops." -> "Why not?"'),
        ("packages.air-shield.us_role=null", "package air-shield: us_role air_support -> open"),
        ("packages.air-shield=null",
         "Only in the first: package air-shield (nato_membership: none, foreign_troops: none, "
         "us_role: air_support, ukrainian_army: strong)"),
        ("issues.us_role.options.none=Nothing", 'option none of issue us_role "No US role" -> Nothing'),
        ("statements.macron-strong-army.kind=quoted",
         "statement macron-strong-army: kind reported -> quoted"),
        ("negotiation.rounds=5", "rounds 40 -> 5"),
        ("negotiation.order=null",
         "order of speaking france, uk, us, coalition, ukraine, russia -> that of the file"),
        ("negotiation.protocol=simultaneous", "protocol alternating_offers -> simultaneous"),
        ("negotiation.temperature=0.5", "temperature not set -> 0.5"),
        ("ensemble.seed=7", "seed 20250821 -> 7"),
        ("ensemble.worlds=7", "worlds 10000 -> 7"),
        ("ensemble.design=sobol", "design random -> sobol"),
    ],
)  # fmt: skip
def test_one_change_in_words(change, words):
    assert told(change) == [words]


def test_a_statement_that_is_only_in_one():
    said = "{party: us, speaker: S, date: 2025-08-21, outlet: O, kind: quoted, claim: No.}"
    assert told(f"statements.new={said}") == [
        'Only in the second: statement new (S, 21 August 2025 (O; quoted): "No.")'
    ]


def test_of_long_texts_what_differs_is_quoted():
    about = AUGUST.about.replace("Russia's war", "Russia's long war")
    before, after = (
        "... that ends Russia's war. British and ...",
        "... that ends Russia's long war. British and ...",
    )
    assert told(f"about={json.dumps(about)}") == [f'about "{before}" -> "{after}"']


def test_values_that_read_alike_are_told_apart():
    assert told("parties.ukraine.no_deal.value=0.12345678", "parties.russia.no_deal.value=0.12345679") == [
        "Russia: what no deal is worth 0.35 to 0.65 -> 0.123457",
        "Ukraine: what no deal is worth 0.35 to 0.65 -> 0.123457",
    ]
    one, other = (load("2025-08-21", None, {"parties.us.no_deal.value": v}) for v in (0.12345678, 0.12345679))
    assert [found.words for found in differences(one, other)] == [
        "United States: what no deal is worth 0.12345678 -> 0.12345679"
    ]


def test_before_and_after_are_plain_values():
    changed = load("2025-08-21", None, [f"{TROOPS}.firmness=0.5", "parties.us.red_lines=null"])
    red_line, firmness = sorted(differences(AUGUST, changed), key=lambda one: one.path, reverse=True)
    assert (firmness.path, firmness.before, firmness.after) == (f"{TROOPS}.firmness", [0.85, 1.0], 0.5)
    assert red_line.path == "parties.us.red_lines.no-us-ground-troops"
    assert red_line.after is None
    assert red_line.before["forbid"] == {"us_role": ["ground_troops"]}
    answer = diff_as_dict(AUGUST, changed, differences(AUGUST, changed))
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["a"], answer["b"], answer["same"]) == ("2025-08-21", "2025-08-21", False)
    assert answer["changes"][0] == {
        "path": f"{TROOPS}.firmness", "a": [0.85, 1.0], "b": 0.5,
        "words": "Russia's red line no-foreign-troops: firmness 0.85 to 1 -> 0.5",
    }  # fmt: skip


def test_the_same_scenario():
    assert diff_as_dict(AUGUST, AUGUST, differences(AUGUST, AUGUST)) == {
        "a": "2025-08-21", "b": "2025-08-21", "same": True, "changes": [],
    }  # fmt: skip


PARTIES = {"a": {"name": "A"}, "b": {"name": "B"}}
ISSUES = {"x": "u v w", "y": "u v"}


def small(issues=ISSUES, parties=PARTIES, **more):
    return a_scenario(issues, parties, **more)


def words(one, other):
    return [found.words for found in differences(one, other)]


def test_the_order_of_things_matters():
    backwards = small(dict(reversed(ISSUES.items())), dict(reversed(PARTIES.items())))
    assert words(small(), backwards) == [
        "statements in another order: s-a, s-b -> s-b, s-a",
        "issues in another order: x, y -> y, x",
        "parties in another order: a, b -> b, a",
    ]
    assert words(small(), small({"x": "v u w", "y": "u v"})) == [
        "options of issue x in another order: u, v, w -> v, u, w"
    ]


def rule(option, because="no"):
    return {"forbid": {"x": option}, "because": because}


def test_a_rule_that_is_dropped_changes_no_other():
    three, two = small(rules=[rule("u"), rule("v"), rule("w")]), small(rules=[rule("v"), rule("w")])
    (found,) = differences(three, two)
    assert (found.path, found.after) == ("rules.0", None)
    assert words(two, three) == ["Only in the second: rule 1 (forbids x: u, because no)"]
    assert words(small(rules=[rule("u"), rule("v")]), small(rules=[rule("v"), rule("u")])) == [
        "rules in another order"
    ]
    assert words(small(rules=[rule("u")]), small(rules=[rule("u")] * 2)) == [
        "Only in the second: rule 2 (forbids x: u, because no)"
    ]
    assert words(small(rules=[rule("u"), rule("v")]), small(rules=[rule("u"), rule("v", "yes")])) == [
        "rule 2: because no -> yes"
    ]


def test_paths_are_those_that_changes_take():
    one, other = (small({"x": f"u {last}", "y": "1.5 v"}) for last in "vw")
    assert [found.path for found in differences(one, other)] == ["issues.x.options.v", "issues.x.options.w"]
    one, other = (small({"x": "u v", "y": f"1.5 {last}"}).but(title=last) for last in ("2.5", "v"))
    assert [found.path for found in differences(one, other)] == [
        "scenario", 'issues.y.options."2.5"', "issues.y.options.v",
    ]  # fmt: skip


@quick
@given(scenario=scenarios())
def test_a_scenario_does_not_differ_from_itself(scenario):
    assert differences(scenario, scenario.but(name="other")) == ()


def leaves(tree, *path):
    """Go through what is written at every path; a list counts as one thing."""
    if isinstance(tree, dict):
        yield path, list(tree)
        for key, part in tree.items():
            yield from leaves(part, *path, key)
    else:
        yield path, json.dumps(tree)


def changed_paths(one, other):
    before, after = (dict(leaves(json.loads(scenario.text))) for scenario in (one, other))
    return [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]


def covers(told_path, path):
    """Tell whether a difference speaks of a path: of itself, of what it is in, or of something in it."""
    short = min(len(told_path), len(path))
    return told_path[:short] == path[:short]


@quick
@given(one=scenarios(), other=scenarios(), data=st.data())
def test_whatever_is_changed_is_told_and_nothing_else(one, other, data):
    fields = data.draw(st.lists(st.sampled_from(sorted(type(one).model_fields)), unique=True))
    mixed = one.but(**{field: getattr(other, field) for field in fields})
    found = differences(one, mixed)
    told_paths = [read_path(each.path, "")[0] for each in found]
    assert bool(found) == (one.text != mixed.text)
    for path in changed_paths(one, mixed):
        assert any(covers(told_path, path) for told_path in told_paths), path
    for told_path in told_paths:
        assert any(covers(told_path, path) for path in changed_paths(one, mixed)), told_path
    assert all(each.words for each in found)
    assert json.dumps(diff_as_dict(one, mixed, found))


@quick
@given(one=scenarios(), other=scenarios())
def test_two_scenarios_the_other_way_round(one, other):
    there = [json.dumps([each.before, each.after]) for each in differences(one, other)]
    back = [json.dumps([each.after, each.before]) for each in differences(other, one)]
    assert sorted(there) == sorted(back)
