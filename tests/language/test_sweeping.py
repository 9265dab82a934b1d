"""How a sweep is written, and what is wrong with it."""

import pytest

from sim.errors import ScenarioError
from sim.language import load
from sim.language.node import Node
from sim.language.sweeping import put_in

WALL = "parties.anna.red_lines.no-wall"


@pytest.fixture
def told(folder):
    """Tell what is wrong with the small valid scenario with a sweep, as (message, path, line)."""

    def found(sweep):
        problems = folder.problems(f"{folder.base}{sweep}")
        assert {problem.file for problem in problems} == {"case.yaml"}
        first = folder.base.count("\n")
        return [(problem.message, problem.path, problem.line - first) for problem in problems]

    return found


@pytest.mark.parametrize(
    ("sweep", "message", "path"),
    [
        ("sweep:", "expected a map {path: [value, ...], ...}, found nothing", "sweep"),
        ("sweep: [1]", "expected a map {path: [value, ...], ...}, found a list", "sweep"),
        ("sweep: {}", "nothing is swept, expected a map {path: [value, ...], ...}", "sweep"),
        ("sweep: {about: x}", "expected a list of values, found 'x'", "sweep.about"),
        ("sweep: {about: {x: [1]}}", "expected a list of values, found a map", "sweep.about"),
        ("sweep: {about: []}", "no value, expected some", "sweep.about"),
        ("sweep: {about: }", "expected a list of values, found nothing", "sweep.about"),
        ("sweep: {a..b: [1]}", "empty key in the path, expected keys joined by single dots", "sweep.a..b"),
        (
            "sweep: {about=x: [1]}",
            "an equals sign in the path, expected a key that holds one in double quotes",
            "sweep.about=x",
        ),
        (
            "sweep: {extends: [a]}",
            "'extends' cannot be swept: values are merged into what has been merged already",
            "sweep.extends",
        ),
        ("sweep: {sweep.about: [[x]]}", "a sweep cannot be swept", "sweep.sweep.about"),
        (
            "sweep: {ensemble.seed: [1, 2]}",
            "'ensemble' cannot be swept: all points of a sweep have the same worlds",
            "sweep.ensemble.seed",
        ),
        (
            f"sweep: {{negotiation.rounds: {list(range(1, 1002))}}}",
            "1,001 points, expected at most 1,000",
            "sweep",
        ),
        (
            f"sweep: {{about: {list('abcdefghijk')}, negotiation.rounds: {list(range(1, 101))}}}",
            "1,100 points, expected at most 1,000",
            "sweep",
        ),
    ],
)
def test_a_sweep_that_is_written_wrongly(told, sweep, message, path):
    assert told(sweep) == [(message, path, 1)]


def test_a_path_is_swept_once(told):
    assert told("""
sweep:
  negotiation.rounds: [5]
  '"negotiation".rounds': [6]
""") == [("'negotiation.rounds' is swept twice", 'sweep."negotiation".rounds', 4)]


def test_no_path_lies_inside_another(told):
    assert told(f"""
sweep:
  {WALL}.firmness: [0.5]
  {WALL}: [null]
""") == [(f"'{WALL}.firmness' lies inside '{WALL}', which is swept too", f"sweep.{WALL}.firmness", 3)]


def test_so_many_points_that_their_number_cannot_be_written(told):
    entries = "\n".join(f"  statements.s{place}.claim: [a, b]" for place in range(16_000))
    assert told(f"sweep:\n{entries}\n")[0][0] == "countless points, expected at most 1,000"


def test_so_many_values_that_to_try_each_would_take_long(told):
    entries = "\n".join(f"  parties.anna.x{place}: [a]" for place in range(1_001))
    assert ("1,001 values, expected at most 1,000", "sweep", 1) in told(f"sweep:\n{entries}\n")


def test_all_problems_at_once(told):
    assert told(f"""
sweep:
  about: x
  negotiation.rounds: [5, 0, none]
  {WALL}.firmnes: [0.5, 1]
  {WALL}.firmness: [0.5, 1.5]
""") == [
        ("expected a list of values, found 'x'", "sweep.about", 3),
        ("swept value 0: expected a whole number of 1 or more, found 0", "negotiation.rounds", 4),
        ("swept value none: expected a whole number, found 'none'", "negotiation.rounds", 4),
        (
            "unknown key 'firmnes', did you mean 'firmness'? expected one of name, forbid, require, unless, "
            "firmness, softens, statement",
            WALL,
            5,
        ),
        ("swept value 1.5: probability of 1.5, expected 0 to 1", f"{WALL}.firmness", 6),
    ]  # fmt: skip


def test_a_bad_value_is_told_at_its_own_line(told):
    assert told(f"""
sweep:
  {WALL}.forbid:
    - {{fence: [wall]}}
    - {{fence: [hedge,
               wal]}}
    - {{fense: [wall]}}
""") == [
        (
            "swept value {fence: [hedge, wal]}: "
            "unknown option 'wal', did you mean 'wall'? expected one of none, hedge, wall",
            f"{WALL}.forbid",
            6,
        ),
        (
            "swept value {fense: [wall]}: "
            "unknown issue 'fense', did you mean 'fence'? expected one of fence, payer",
            f"{WALL}.forbid",
            7,
        ),
    ]


def test_what_a_value_breaks_elsewhere_is_told_where_the_value_is(told):
    unknown = "swept value null: unknown option 'hedge', expected one of none, wall"
    assert told("sweep: {issues.fence.options.hedge: [null, A hedge]}") == [
        (f"{unknown} (line 24)", "packages.green", 1),
        (f"{unknown} (line 40)", "parties.anna.preferences.scores.fence", 1),
    ]


def test_what_is_wrong_without_the_sweep_is_told_once(folder):
    text = folder.base.replace("kind: reported", "kind: shouted")
    problems = folder.problems(f"{text}sweep: {{negotiation.rounds: [5, 6, 0]}}\n")
    assert [problem.message.partition(",")[0] for problem in problems] == [
        "found 'shouted'",
        "swept value 0: expected a whole number of 1 or more",
    ]


def test_a_path_that_leads_nowhere_is_told_once(told):
    assert told("sweep: {parties.ana.strategy: [linear, boulware]}") == [
        ("unknown party 'ana', did you mean 'anna'? expected one of anna, bert", "parties", 1)
    ]
    (found,) = told("sweep: {packages.gren: [null]}")
    assert found[0].startswith(
        "swept value null: nothing to remove: unknown key 'gren', did you mean 'green'?"
    )


def test_the_command_line_is_the_place_of_its_sweep(folder):
    folder.write(folder.base)
    change = f"sweep={{{WALL}.firmness: [0.5, 2]}}"
    with pytest.raises(ScenarioError, match="swept value 2: probability of 2, expected 0 to 1") as caught:
        load("case.yaml", None, [change])
    assert [problem.file for problem in caught.value.problems] == [f"--set {change}"]


def test_places_in_a_list_are_those_of_the_list_as_it_was():
    tree = Node({"a": Node(tuple(Node(text, ("a", at), text=text) for at, text in enumerate("xyz")), ("a",))})
    values = [Node(None, ("a", "0")), Node("new", ("a", "1"), text="new"), Node(None, ("a", "2"))]
    assert put_in(tree, values)[0].plain() == {"a": ["new"]}
