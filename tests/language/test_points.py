"""The points of a sweep are scenarios like any other."""

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.language import Vocabulary, dump, load, points
from sim.scenario.noun import Noun

FIRMNESS = "parties.anna.red_lines.no-wall.firmness"
WORTH = "parties.anna.no_deal.value"


@pytest.fixture
def case(folder):
    """Write the small valid scenario with a sweep, and return its file."""
    return lambda sweep: folder.write(f"{folder.base}sweep: {sweep}\n", "swept.yaml")


def values(found):
    return [dict(point.values) for point in found]


def test_a_case_without_a_sweep_has_one_point(folder):
    file = folder.write(folder.base)
    (point,) = points(file)
    assert (dict(point.values), point.scenario) == ({}, load(file))


def test_one_scenario_for_each_value(case):
    found = points(case(f"{{{FIRMNESS}: [0, [0.2, 0.4], {{triangular: [0, 0.1, 1]}}]}}"))
    assert values(found) == [{FIRMNESS: 0}, {FIRMNESS: [0.2, 0.4]}, {FIRMNESS: {"triangular": [0, 0.1, 1]}}]
    firmness = [point.scenario.red_lines["no-wall"][1].firmness.bounds for point in found]
    assert firmness == [(0, 0), (0.2, 0.4), (0, 1)]
    assert {point.scenario.name for point in found} == {"swept"}


def test_of_several_paths_the_last_is_fastest(case):
    found = points(case("{negotiation.rounds: [5, 6], parties.bert.strategy: [linear, micro]}"))
    assert [tuple(point.values.values()) for point in found] == [
        (5, "linear"), (5, "micro"), (6, "linear"), (6, "micro"),
    ]  # fmt: skip
    assert [point.scenario.parties["bert"].strategy.name for point in found] == ["linear", "micro"] * 2


def test_a_sweep_is_no_part_of_the_scenario(case, folder):
    file = case(f"{{{FIRMNESS}: [0, 1]}}")
    plain = folder.write(folder.base)
    assert load(file).hash == load(plain).hash
    assert "sweep" not in dump(load(file))


SWEEPS = {
    FIRMNESS: [0.5, [0.1, 0.9]],
    "parties.anna.red_lines.no-wall": [None, {"forbid": {"payer": ["both"]}}],
    "parties.bert.strategy": ["linear", {"considerate": True}],
    "parties.bert.red_lines.new": [{"forbid": {"fence": "none"}, "statement": "bert-speaks"}],
    "rules.0": [None, {"forbid": {"fence": ["wall"], "payer": "anna"}, "because": "No."}],
    'issues.fence.options."none"': ["Nothing", "12"],
    "packages.green": [None],
    "negotiation.order": ["drawn", None],
    WORTH: [0.2, {"beta": {"mean": 0.5, "concentration": 3}}],
}


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(paths=st.lists(st.sampled_from([*SWEEPS][1:]), min_size=1, max_size=3, unique=True), data=st.data())
def test_a_point_is_the_scenario_with_the_same_changes(folder, paths, data):
    file = folder.write(folder.base)
    found = points(file, None, {"sweep": {path: SWEEPS[path] for path in paths}})
    point = data.draw(st.sampled_from(found))
    assert len(found) == len({tuple(map(str, point.values.values())) for point in found})
    assert (
        point.scenario.hash
        == load(
            file, None, {path.replace('"', ""): point.values[path.replace('"', "")] for path in paths}
        ).hash
    )


def test_a_sweep_from_the_command_line(folder):
    file = folder.write(folder.base)
    found = points(file, None, [f"sweep={{{WORTH}: [0.2, 0.4]}}"])
    assert [point.scenario.parties["anna"].no_deal.value.value for point in found] == [0.2, 0.4]
    assert load(file, None, [f"sweep={{{WORTH}: [0.2, 0.4]}}"]) == load(file)


def test_the_command_line_changes_the_sweep_of_a_file(case):
    file = case(f"{{{FIRMNESS}: [0, 1]}}")
    assert values(points(file, None, [f'sweep."{FIRMNESS}"=[0.5]'])) == [{FIRMNESS: 0.5}]
    assert values(points(file, None, ["sweep=null"])) == [{}]
    assert values(points(file, None, ["negotiation.rounds=7"])) == [{FIRMNESS: 0}, {FIRMNESS: 1}]


def test_a_variant_adds_changes_and_removes_a_sweep(case, folder):
    case(f"{{{FIRMNESS}: [0, 1]}}")

    def varied(sweep):
        return values(points(folder.write(f"extends: swept.yaml\nsweep: {sweep}\n", "variant.yaml")))

    assert varied("null") == [{}]
    assert varied(f"{{{FIRMNESS}: [0.5]}}") == [{FIRMNESS: 0.5}]
    assert varied("{negotiation.rounds: [5]}") == [
        {FIRMNESS: 0, "negotiation.rounds": 5}, {FIRMNESS: 1, "negotiation.rounds": 5},
    ]  # fmt: skip
    assert varied(f"{{{FIRMNESS}: null, {WORTH}: [0.5]}}") == [{WORTH: 0.5}]


def test_names_are_known_at_every_point(case):
    vocabulary = Vocabulary({"boulware": Noun, "linear": Noun}, {"alternating_offers": Noun})
    file = case("{parties.bert.strategy: [linear, liner]}")
    for read in (load, points):
        with pytest.raises(ScenarioError, match="swept value liner: unknown strategy 'liner', did you mean"):
            read(file, vocabulary)
    assert len(points(file)) == 2


def test_what_is_wrong_with_a_value_is_told_by_load_and_by_points(case):
    file = case(f"{{{FIRMNESS}: [0, 2], negotiation.rounds: [0, 5]}}")
    with pytest.raises(ScenarioError) as loading:
        load(file)
    with pytest.raises(ScenarioError) as making:
        points(file)
    assert loading.value.problems == making.value.problems
    assert len(making.value.problems) == 2


def test_what_is_wrong_with_a_combination_is_told_by_points(case, folder):
    never = "{parties.anna.consent: [always, never], parties.bert.consent: [always, never]}"
    file = folder.write(
        folder.base.replace("[anna, bert]", "drawn") + f"sweep:\n  {never[1:-1]}\n".replace(", p", "\n  p")
    )
    load(file)
    with pytest.raises(ScenarioError) as caught:
        points(file)
    (problem,) = caught.value.problems
    assert problem.message.startswith(
        "with parties.anna.consent = never and parties.bert.consent = never: nobody consents to anything"
    )
    assert problem.line == folder.base.count("\n") + 3


def test_points_have_places_too(case, folder):
    from sim.errors import Problem
    from sim.language import placed

    file = case("{parties.bert.strategy: [linear,\n  {name: null, python: 'a:B'}]}")
    found = Problem("not found", path="parties.bert.strategy.python")
    (there,) = placed([found], file, values=points(file)[1].values)
    assert there.line == folder.base.count("\n") + 2
