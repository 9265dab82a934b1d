"""Correlations and designs as they are written: each problem on its line, and the way there and back."""

import pytest
from examples import examples
from generators import scenarios
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sim.errors import ScenarioError
from sim.language import dump, load, schema
from sim.scenario import Correlation, Factorial
from sim.scenario.quantities import uncertain

ENSEMBLE = "ensemble: {worlds: 100, seed: 1}"
WEIGHT, HELD = "parties.anna.preferences.weights.fence", "parties.anna.red_lines.no-wall.held"
ROUND, SOFTENS = (f"parties.bert.red_lines.not-alone.{end}" for end in ("softens.round", "softens"))
FIRM = "parties.anna.red_lines.no-wall.firmness"
GOOD = f"""\
correlate:
  - {{between: [{WEIGHT}, {HELD}], rank: 0.6, because: Who cares more gives in less.}}
  - {{between: [{SOFTENS}, {ROUND}], rank: -0.25}}
"""
SOME = f"expected one of {FIRM}, {HELD}, {WEIGHT}, {ROUND}, {SOFTENS}"


def test_they_are_read(folder):
    scenario = folder.load(folder.base + GOOD)
    assert scenario.correlate == (
        Correlation(between=(WEIGHT, HELD), rank=0.6, because="Who cares more gives in less."),
        Correlation(between=(SOFTENS, ROUND), rank=-0.25),
    )
    assert load(folder.write(dump(scenario))) == scenario


ANNA, BERT = (f"parties.{party}.no_deal.value" for party in ("anna", "bert"))
ALONE = "parties.bert.red_lines.not-alone.held"
WRONG = {
    "unknown": (
        f"[{WEIGHT}e, {HELD}]",
        f"unknown quantity '{WEIGHT}e', did you mean '{WEIGHT}'? {SOME}",
        0,
    ),
    "luck": (f"[{WEIGHT}, negotiation.luck]", f"unknown quantity 'negotiation.luck', {SOME}", 1),
    "certain": (f"[{WEIGHT}, {ANNA}]", f"{ANNA} is certain (0.2): nothing to correlate", 1),
    "left out": (f"[{WEIGHT}, {BERT}]", f"{BERT} is certain (0): nothing to correlate", 1),
    "always": (f"[{WEIGHT}, {ALONE}]", f"{ALONE} is certain (1): nothing to correlate", 1),
    "twice": (f"[{HELD}, {HELD}]", f"{HELD} twice, expected two different quantities", None),
    "one": (f"[{HELD}]", "expected two paths, found 1", None),
    "text": (HELD, f"expected a list, found '{HELD}'", None),
}


@pytest.mark.parametrize(("between", "message", "place"), WRONG.values(), ids=WRONG)
def test_each_problem_is_on_its_line(folder, between, message, place):
    text = f"{folder.base}correlate:\n  - because: x\n    between: {between}\n    rank: 0.6\n"
    (problem,) = folder.problems(text)
    assert (problem.message, problem.line) == (message, 60)
    assert problem.path == "correlate.0.between" + ("" if place is None else f".{place}")


@pytest.mark.parametrize(
    ("rank", "message"),
    [
        ("1", "rank of 1, expected a number above -1 and below 1"),
        ("-1.5", "rank of -1.5, expected a number above -1 and below 1"),
        (".nan", "rank of nan, expected a number above -1 and below 1"),
        ("high", "expected a number, found 'high'"),
        ("true", "expected a number, found true"),
    ],
)
def test_ranks(folder, rank, message):
    (problem,) = folder.problems(f"{folder.base}correlate:\n  - between: [a, b]\n    rank: {rank}\n")
    assert (problem.message, problem.path, problem.line) == (message, "correlate.0.rank", 60)


def test_a_pair_has_one_rank(folder):
    again = f"  - {{between: [{HELD}, {WEIGHT}], rank: 0.2}}\n"
    (problem,) = folder.problems(folder.base + GOOD + again)
    assert problem.message == f"{HELD} and {WEIGHT} have a rank already, in correlate.0"
    assert (problem.path, problem.line) == ("correlate.2.between", 61)


def test_what_cannot_be_together_is_told_with_the_rest(folder):
    pairs = f"  - {{between: [{HELD}, {FIRM}], rank: 0.9}}\n  - {{between: [{FIRM}, {ROUND}], rank: 0.9}}\n"
    text = (folder.base + GOOD + pairs).replace("as_of: 2025-08-21", "as_of: 2025-08-21\npackage: {}")
    with pytest.raises(ScenarioError) as caught:
        folder.load(text)
    assert "unknown key 'package'" in str(caught.value)
    assert "cannot be correlated" not in str(caught.value)  # before it has the shape, nothing can be said
    (problem,) = folder.problems(folder.base + GOOD + pairs)
    names = f"{WEIGHT}, {HELD}, {SOFTENS}, {ROUND} and {FIRM}"
    assert problem.message.startswith(
        f"{names} cannot be correlated so all together, expected weaker ranks, or"
    )
    assert (problem.path, problem.line) == ("correlate.0", 59)


def test_a_variant_takes_them_away(folder):
    folder.write(folder.base + GOOD, "base.yaml")
    for nothing in ("null", "[]"):
        assert folder.load(f"extends: base.yaml\ncorrelate: {nothing}\n").correlate == ()
    assert len(folder.load("extends: base.yaml\n").correlate) == 2


def test_designs_are_read(folder):
    for design in ("random", "latin_hypercube", "sobol"):
        text = folder.base.replace(ENSEMBLE, f"ensemble: {{design: {design}}}")
        assert folder.load(text).ensemble.design == design
    text = folder.base.replace(
        ENSEMBLE, f"ensemble:\n  worlds: 100\n  design: {{factorial: {{{WEIGHT}: 5, {HELD}: 2}}}}"
    )
    scenario = folder.load(text)
    assert scenario.ensemble.design == Factorial(factorial={WEIGHT: 5, HELD: 2})
    assert load(folder.write(dump(scenario))).text == scenario.text


FORMS = "random, latin_hypercube, sobol, {factorial: {path: levels}}"
DESIGNS = {
    "near": ("sobo", f"unknown design 'sobo', did you mean 'sobol'? expected one of {FORMS}", ""),
    "key": (
        "{factoral: {}}",
        "unknown key 'factoral', did you mean 'factorial'? expected one of factorial",
        "",
    ),
    "levels": (
        f"{{factorial: {{{WEIGHT}: 1}}}}",
        "expected a whole number of 2 or more, found 1",
        f".factorial.{WEIGHT}",
    ),
    "unknown": ("{factorial: {fence: 2}}", f"unknown quantity 'fence', {SOME}", ".factorial.fence"),
    "certain": (
        f"{{factorial: {{{ANNA}: 2}}}}",
        f"{ANNA} is certain (0.2): nothing to vary",
        f".factorial.{ANNA}",
    ),
    "correlated": (
        f"{{factorial: {{{ROUND}: 2}}}}",
        f"{ROUND} is correlated too: its levels are combined with all others, expected one of the two",
        f".factorial.{ROUND}",
    ),
}


@pytest.mark.parametrize(("design", "message", "path"), DESIGNS.values(), ids=DESIGNS)
def test_each_problem_of_a_design(folder, design, message, path):
    text = folder.base.replace(ENSEMBLE, f"ensemble:\n  worlds: 100\n  design: {design}\n") + GOOD
    problems = [problem for problem in folder.problems(text) if "missing key" not in problem.message]
    assert [(p.message, p.path, p.line) for p in problems] == [(message, f"ensemble.design{path}", 59)]


@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(scenario=scenarios(), data=st.data())
def test_what_is_written_reads_back(folder, scenario, data):
    names = data.draw(st.permutations(uncertain(scenario)))
    ranks = st.floats(-0.99, 0.99)
    pairs = list(zip(names[0:6:2], names[1:6:2], strict=False))
    correlate = tuple(Correlation(between=pair, rank=data.draw(ranks)) for pair in pairs)
    levels = {name: data.draw(st.integers(2, 4)) for name in names[6:8]}
    design = (
        Factorial(factorial=levels) if levels else data.draw(st.sampled_from(["sobol", "latin_hypercube"]))
    )
    ensemble = scenario.ensemble.but(design=design, worlds=design.cells if levels else 7)
    full = scenario.but(correlate=correlate, ensemble=ensemble)
    again = load(folder.write(dump(full), "scenario.yaml"))
    assert again == full
    assert again.hash == full.hash


def test_the_schema_knows_them(folder):
    validator = Draft202012Validator(schema())
    good = {"extends": "a", "correlate": [{"between": ["a", "b"], "rank": 0.5}]}
    assert validator.is_valid(good)
    assert validator.is_valid({"extends": "a", "correlate": None, "ensemble": {"design": "sobol"}})
    assert validator.is_valid({"extends": "a", "ensemble": {"design": {"factorial": {"x": 2}}}})
    for wrong in (
        {"correlate": [{"between": ["a"], "rank": 0.5}]},
        {"correlate": [{"between": ["a", "b"], "rank": 1}]},
        {"ensemble": {"design": "sobo"}},
        {"ensemble": {"design": {"factorial": {"x": 1}}}},
    ):
        assert not validator.is_valid({"extends": "a", **wrong})
