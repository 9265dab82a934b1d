import math

import numpy as np
import pytest
import yaml
from domains import linear, negmas, put, summed, utilities

from sim.errors import InputError
from sim.exchange import read

PRICE = {"type": "ContiguousIssue", "name": "price", "values": [1, 3]}
PLACE = {"type": "negmas.outcomes.CategoricalIssue", "name": "place", "values": ["Rome", "no"]}
TABLE = {"type": "negmas.preferences.value_fun.TableFun", "mapping": {"Rome": 1.0, "no": 0.25}}
IDENTITY = {"type": "IdentityFun"}


def problems(folder, **settings):
    with pytest.raises(InputError) as refused:
        read(folder, **settings)
    return [str(one).replace(str(folder) + "/", "") for one in refused.value.problems]


@pytest.mark.parametrize("ending", ["yml", "json"])
def test_a_weighted_sum(tmp_path, ending):
    told = linear("one", [0.5, 2.0], [IDENTITY, TABLE], reserved_value=1.0, bias=0.25)
    found = read(negmas(tmp_path, [PRICE, PLACE], told, ending=ending))
    (scale,) = found.scales
    assert (found.form, found.scenario.title, scale.name) == ("negmas", "Trade", "one")
    theirs = 0.25 + summed((0.5, 2), ((1, 2, 3), (1, 0.25)))
    np.testing.assert_allclose(utilities(found.scenario)[0] * scale.scale + scale.offset, theirs, atol=1e-12)
    assert (scale.offset, scale.scale) == (0.25, 3.5)
    assert found.scenario.parties["one"].no_deal.value.mean == pytest.approx(0.75 / 3.5)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ({"type": "LinearFun", "slope": 2}, [2, 4, 6]),
        ({"type": "AffineFun", "slope": -1, "bias": 5}, [4, 3, 2]),
        ({"type": "ConstFun", "bias": 2}, [2, 2, 2]),
        ({"type": "QuadraticFun", "a2": 1, "a1": -2, "bias": 3}, [2, 3, 6]),
        ({"type": "PolynomialFun", "coefficients": [1, 0, 2], "bias": 1}, [4, 19, 58]),
        ({"type": "TriangularFun", "start": 0, "middle": 2, "end": 4}, [0.5, 1, 0.5]),
        ({"type": "TableFun", "mapping": {1: 5, 2: 0, 3: 2}}, [5, 0, 2]),
        ({1: 5, 2: 0, 3: 2}, [5, 0, 2]),
        ([5, 0, 2], [5, 0, 2]),
    ],
)
def test_functions_of_one_issue_are_represented_by_their_values(tmp_path, function, expected):
    found = read(negmas(tmp_path, [PRICE], linear("one", [1.0], [function])))
    (scale,) = found.scales
    np.testing.assert_allclose(utilities(found.scenario)[0] * scale.scale, expected, atol=1e-12)


def test_other_utility_functions_that_add_up(tmp_path):
    affine = {
        "type": "AffineUtilityFunction",
        "name": "a",
        "weights": [1.0],
        "bias": 0.5,
        "reserved_value": 1,
    }
    const = {"type": "ConstUtilityFunction", "name": "b", "value": 0.4, "reserved_value": 0.5}
    inner = {**linear("c", {"price": 1.0}, {"price": IDENTITY}), "reserved_value": -math.inf}
    late = {"type": "ExpDiscountedUFun", "name": "c", "ufun": inner, "discount": 0.9, "reserved_value": 1.5}
    found = read(negmas(tmp_path, [PRICE], affine, const, late))
    theirs = [[1.5, 2.5, 3.5], [0.4, 0.4, 0.4], [1, 2, 3]]
    ours = utilities(found.scenario)
    for here, there, scale in zip(ours, theirs, found.scales, strict=True):
        np.testing.assert_allclose(here * scale.scale + scale.offset, there, atol=1e-12)
    assert found.scenario.parties["b"].no_deal.value.mean == pytest.approx(0.5 / 0.4)
    assert found.scenario.parties["c"].no_deal.value.mean == 0.5
    assert [note.text for note in found.lost] == [
        "ExpDiscountedUFun: utilities do not lose worth with time here"
    ]


def test_a_party_to_whom_all_is_the_same_has_no_preferences(tmp_path):
    told = linear("one", [0.0], [IDENTITY], bias=2.0, reserved_value=2.5)
    found = read(negmas(tmp_path, [PRICE], told))
    party = found.scenario.parties["one"]
    assert (dict(party.preferences.weights), party.no_deal.value.mean) == ({}, 0.5)
    assert utilities(found.scenario).tolist() == [[0, 0, 0]]


def test_no_reservation_value_is_the_least_a_package_may_be_worth(tmp_path):
    told = linear("one", [1.0], [IDENTITY], reserved_value=-math.inf)
    found = read(negmas(tmp_path, [PRICE], told))
    assert found.scenario.parties["one"].no_deal.value.mean == 0
    assert any("no reservation value" in note.text for note in found.notes)


@pytest.mark.parametrize(
    "kind", ["MappingUtilityFunction", "HyperRectangleUtilityFunction", "anl.LambdaUtilityFunction"]
)
def test_what_is_no_sum_is_refused_at_its_line(tmp_path, kind):
    folder = negmas(tmp_path, [PRICE], {"type": kind, "name": "one"})
    (problem,) = problems(folder)
    assert problem.startswith(f"{kind.rpartition('.')[2]} is no sum over issues, or is code")
    assert problem.endswith("(one.yml, line 1)")


def test_yaml_is_read_as_negmas_reads_it(tmp_path):
    domain = """\
type: OutcomeSpace
name: D
issues:
- {type: CategoricalIssue, name: x, values: [yes, 1.5, 0x10]}
"""
    function = """\
type: LinearAdditiveUtilityFunction
weights: [1]
values:
- {mapping: {true: 1, 1.5: 2, 16: 4}, type: TableFun}
"""
    put(tmp_path, "d.yml", domain)
    put(tmp_path, "one.yml", function)
    found = read(tmp_path)
    assert list(found.scenario.issues["x"].options.values()) == ["True", "1.5", "16"]
    assert utilities(found.scenario).tolist() == [[0.25, 0.5, 1]]
    assert found.scenario.parties["one"].name == "one"


def test_every_problem_is_told_at_once_with_its_line(tmp_path):
    issues = [PRICE, PLACE]
    head = "type: LinearAdditiveUtilityFunction\n"
    bad = f"{head}weights: [x, 1]\nreserved_value: .nan\nvalues:\n- {{type: LambdaFun, f: os}}\n"
    folder = negmas(tmp_path, issues)
    put(folder, "a.yml", bad + "- type: TableFun\n  mapping:\n    Rome: 1\n")
    put(folder, "b.yml", f"{head}values: []\n")
    told = [
        one.partition(", expected")[0].partition(" (")[0] + one[one.rindex(" (") :]
        for one in problems(folder)
    ]
    assert told == [
        "reserved value of nan (a.yml, line 3)",
        "issue 'price' is valued by LambdaFun (a.yml, line 5)",
        "issue 'place' has no value for 'no' (a.yml, line 8)",
        "weight of 'x' (a.yml, line 2)",
        "0 for value functions (b.yml, line 1)",
    ]


@pytest.mark.parametrize(
    ("issue", "said"),
    [
        ({"type": "ContinuousIssue", "name": "c", "values": [0.0, 1.0]}, "--steps N"),
        ({"type": "ContiguousIssue", "name": "c", "values": [5, 1]}, "expected the lower number first"),
        ({"type": "CategoricalIssue", "name": "c", "values": []}, "issue 'c' is CategoricalIssue, expected"),
        (
            {"type": "CallableIssue", "name": "c", "values": [1]},
            "issue 'c' is CallableIssue, expected one of",
        ),
        ({"name": "c"}, "issue 'c' is nothing known, expected one of"),
        ({"name": "c", "values": [1, 3]}, "issue 'c' has no type, and its values may be the ends of a range"),
        ({"name": "c", "values": [0, 100, 5]}, "expected `type: ContiguousIssue` for a range, or"),
    ],
)
def test_issues_that_cannot_be_options(tmp_path, issue, said):
    assert said in problems(negmas(tmp_path, [issue], linear("one", [1.0], [IDENTITY])))[0]


def hand_made(folder, *issues):
    """Put a domain into a folder that has no types."""
    put(folder, "domain.yml", yaml.safe_dump({"issues": list(issues)}))
    values = [{"type": "ConstFun", "bias": 1.0} for _ in issues]
    for name in ("one", "two"):
        put(folder, f"{name}.yml", yaml.safe_dump(linear(name, [1.0] * len(issues), values)))
    return folder


def test_a_domain_without_types_is_read_where_its_values_can_mean_one_thing(tmp_path):
    issues = [{"name": "place", "values": ["Rome", "Oslo"]}, {"name": "years", "values": [1, 2, 5]}]
    table = {"type": "TableFun", "mapping": {"Rome": 1.0, "Oslo": 0.0}}
    folder = hand_made(tmp_path / "Trade", *issues)
    for name in ("one", "two"):
        put(folder, f"{name}.yml", yaml.safe_dump(linear(name, [1.0, 0.2], [table, IDENTITY])))
    found = read(folder)
    assert [tuple(issue.options.values()) for issue in found.scenario.issues.values()] == [
        ("Rome", "Oslo"),
        ("1", "2", "5"),
    ]
    np.testing.assert_allclose(utilities(found.scenario)[0], [0.6, 0.7, 1, 0.1, 0.2, 0.5], atol=1e-12)
    told = [note.text for note in found.notes if "no type" in note.text]
    rest = "has no type: each of its values is an option"
    assert told == [f"issue 'place' {rest}", f"issue 'years' {rest}"]
    assert (found.scenario.title, found.warnings) == ("Trade", ())


@pytest.mark.parametrize(
    ("issue", "said", "line"),
    [
        ({"name": "price", "values": [1, 3]}, "issue 'price' has no type, and its values may be the ends", 2),
        ({"name": "price"}, "issues are listed, but no `type: DiscreteCartesianOutcomeSpace`", 1),
        ("price", "issues are listed, but no `type: DiscreteCartesianOutcomeSpace`", 1),
    ],
)
def test_a_domain_without_types_that_may_mean_several_things(tmp_path, issue, said, line):
    (problem,) = problems(hand_made(tmp_path, issue))
    assert problem.startswith(said)
    assert problem.endswith(f"(domain.yml, line {line})")


def test_a_stride(tmp_path):
    issue = {"type": "ContiguousIssue", "name": "c", "values": [0, 10, 5]}
    found = read(negmas(tmp_path, [issue], linear("one", [1.0], [IDENTITY])))
    assert utilities(found.scenario).tolist() == [[0, 0.5, 1]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("type: OutcomeSpace\nissues: [\n", "not YAML: did not find expected node content"),
        ("type: OutcomeSpace\nname: !!python/name:os.system\n", "not YAML: could not determine"),
        ("type: OutcomeSpace\nname: a\nname: b\n", "key 'name' is there twice"),
        ("type: OutcomeSpace\nissues: " + "[" * 5_000, "nested more than 60 deep"),
    ],
)
def test_hostile_yaml(tmp_path, text, said):
    folder = negmas(tmp_path, [PRICE], linear("one", [1.0], [IDENTITY]))
    put(folder, "Trade.yml", text)
    assert said in problems(folder)[0]


def test_aliases_do_not_explode(tmp_path):
    bomb = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]" for i in range(40))
    folder = negmas(tmp_path, [PRICE], linear("one", [1.0], [IDENTITY]))
    put(folder, "Trade.yml", f"{bomb}\ntype: OutcomeSpace\nissues: *a39\n")
    assert "is nothing known" in problems(folder)[0]
