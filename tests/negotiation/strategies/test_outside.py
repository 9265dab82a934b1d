"""Strategies in somebody's own Python file: found, checked, permitted, and kept from doing harm."""

import hashlib
import pickle
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest
from builders import a_scenario
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sim
from sim import api
from sim.negotiation.strategies import outside
from sim.negotiation.strategies.importing import beside

KEYS = "expected one of name, python, considerate"
EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "split-the-difference.yaml"
STUBBORN = """
    import numpy as np
    import sim


    class Stubborn(sim.Demanding):
        def demands(self, rows):
            return self.seat.highest[rows]
"""
PLAYING = """
    import numpy as np
    import sim


    class Wrong(sim.Strategy):
        def accepts(self, rows, offers):
            return np.zeros(len(rows), dtype=bool)

        def offers(self, rows):
            return np.full(len(rows), -1)
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Be in an empty folder, in which `write` puts modules."""
    monkeypatch.chdir(tmp_path)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return write


def case(python, *, others=None, **more):
    parties = {"a": {"strategy": {"python": python, **more}}, "b": {}, **(others or {})}
    return a_scenario({"x": "u v w", "y": "u v"}, parties, negotiation={"rounds": 5})


def play(python, **more):
    return sim.run(case(python, **more), worlds=4, seed=1, allow_code=True)


def refused(python, **more):
    with pytest.raises(sim.StrategyError) as caught:
        play(python, **more)
    (problem,) = caught.value.problems
    return problem, caught.value


# permission


def test_nothing_runs_without_leave(folder):
    folder("mine.py", "raise SystemExit('it ran')")
    written = case("mine:Mine", others={"c": {"strategy": {"python": "mine:Other"}}})
    for verb in (sim.run, sim.watch):
        with pytest.raises(sim.StrategyError) as caught:
            verb(written)
        assert [(problem.message, problem.path) for problem in caught.value.problems] == [
            (f"strategy of party {party} is Python code, mine:{cls}; allow_code=True runs it", path)
            for party, cls, path in (
                ("a", "Mine", "parties.a.strategy"),
                ("c", "Other", "parties.c.strategy"),
            )
        ]


def test_neither_loading_nor_checking_nor_the_model_runs_code(folder):
    folder("mine.py", "raise SystemExit('it ran')")
    folder("mine.yaml", "extends: 2025-08-21\nparties: {us: {strategy: {name: null, python: 'mine:A'}}}")
    loaded = sim.load("mine.yaml")
    assert loaded.parties["us"].strategy.python == "mine:A"
    assert len(sim.check(loaded).compatible) == 8
    with pytest.raises(sim.StrategyError, match="mine:A is Python code"):
        sim.Negotiation(loaded)


def test_permission_is_not_kept(folder):
    folder("mine.py", STUBBORN)
    written = case("mine:Stubborn")
    played = sim.run(written, worlds=2, allow_code=True).case
    assert played.but(ensemble=written.ensemble) == written
    with pytest.raises(sim.StrategyError):
        sim.run(sim.run(written, worlds=2, allow_code=True).case, worlds=2)


def test_in_another_process_other_code_is_refused(folder):
    file = folder("mine.py", STUBBORN)
    written = pickle.dumps(outside.permit(case("mine:Stubborn"), file.parent))
    assert pickle.loads(written).parties["a"].strategy.found  # noqa: S301
    file.write_text(f"{file.read_text('utf-8')}\n# edited\n", encoding="utf-8")
    with pytest.raises(
        sim.StrategyError, match="the code of mine:Stubborn has changed since it was permitted"
    ):
        pickle.loads(written)  # noqa: S301


def test_what_is_permitted_is_the_same_text(folder):
    folder("mine.py", STUBBORN)
    written = case("mine:Stubborn")
    permitted = api.playable(written, allow_code=True)
    assert (permitted.text, permitted.hash) == (written.text, written.hash)
    assert outside.without_code(permitted) == written
    assert api.playable("2025-08-21", allow_code=True) == sim.load("2025-08-21")


def test_another_process_finds_the_code_again(folder):
    folder("mine.py", STUBBORN)
    permitted = api.playable(case("mine:Stubborn"), allow_code=True)
    again = pickle.loads(pickle.dumps(permitted))  # noqa: S301  (our own)
    one, other = (sim.Negotiation(played, worlds=9, rng=1).play() for played in (permitted, again))
    assert np.array_equal(one.package, other.package)


# where it is looked for


def test_beside_the_scenario_first(folder, tmp_path, monkeypatch):
    folder("here/mine.yaml", "extends: 2025-08-21\nparties: {us: {strategy: {name: null, python: 'mine:A'}}}")
    folder("here/mine.py", STUBBORN.replace("Stubborn", "A"))
    folder("path/mine.py", "raise ValueError('the wrong one')")
    folder("mine.py", "raise ValueError('the wrong one')")
    monkeypatch.syspath_prepend(tmp_path / "path")
    assert sim.run("here/mine.yaml", worlds=2, allow_code=True).worlds == 2
    (tmp_path / "here" / "mine.py").rename(tmp_path / "here" / "yours.py")
    with pytest.raises(sim.StrategyError, match="the wrong one"):
        sim.run("here/mine.yaml", worlds=2, allow_code=True)


def test_what_it_imports_lies_there_too(folder):
    folder("mine.py", "import sim\nimport helper\n\nclass A(helper.Stubborn):\n    pass")
    folder("helper.py", STUBBORN)
    folder("pack/__init__.py", "")
    folder("pack/inner.py", "from pack import other\nA = other.Stubborn")
    folder("pack/other.py", STUBBORN)
    assert play("mine:A").worlds == play("pack.inner:A").worlds == 4


def test_python_is_left_as_it_was(folder, tmp_path):
    folder("mine.py", STUBBORN)
    folder("json.py", STUBBORN)
    path, modules = list(sys.path), dict(sys.modules)
    play("mine:Stubborn")
    play("json:Stubborn")  # even where it has the name of one that is loaded
    assert sys.path == path
    assert sys.modules["json"] is modules["json"]
    assert "mine" not in sys.modules
    assert sorted(file.name for file in tmp_path.iterdir()) == ["json.py", "mine.py"]


def test_our_own_modules_are_never_run_anew(folder):
    folder("sim/__init__.py", "raise ValueError('the wrong one')")
    before = sys.modules["sim"]
    with beside(Path()) as import_module:
        assert import_module("sim.errors") is sys.modules["sim.errors"]
    assert sys.modules["sim"] is before


def test_a_changed_module_is_run_anew_and_makes_another_run(folder):
    source = folder("mine.py", STUBBORN)
    first = play("mine:Stubborn")
    assert first.code == {"mine": hashlib.sha256(source.read_bytes()).hexdigest()}
    folder("mine.py", STUBBORN.replace("highest", "lowest"))
    second = play("mine:Stubborn")
    assert first.hash != second.hash
    assert first.case.hash == second.case.hash
    assert play("mine:Stubborn").hash == second.hash


# what is wrong with it


FAILS = "cannot be imported:"
NOWHERE = "beside the scenario or on Python's path"


@pytest.mark.parametrize(
    ("python", "message"),
    [
        ("nowhere:A", f"no module 'nowhere' {NOWHERE}"),
        ("mine.inner:A", f"no module 'mine.inner' {NOWHERE}"),
        ("mine:Mine", "unknown class of mine 'Mine', expected one of Stubborn"),
        ("mine:np", "mine:np is no strategy, expected a subclass of sim.Strategy"),
        ("builtins:int", "builtins:int is no strategy, expected a subclass of sim.Strategy"),
        ("sim:Strategy", "sim:Strategy lacks `accepts` and `offers`"),
        ("broken:A", f"module broken {FAILS} ZeroDivisionError: division by zero (broken.py, line 3)"),
        ("leaves:A", f"module leaves {FAILS} SystemExit: 3 (leaves.py, line 2)"),
        ("syntax:A", f"module syntax {FAILS} SyntaxError: invalid syntax (syntax.py, line 1)"),
        (
            "needs:A",
            f"module needs {FAILS} ModuleNotFoundError: No module named 'nowhere' (needs.py, line 1)",
        ),
        ("typed:A", "typed:A has Settings that are no pydantic.BaseModel, expected a subclass of it"),
    ],
)
def test_what_cannot_be_played(folder, python, message):
    folder("mine.py", STUBBORN)
    folder("broken.py", "import sim\n\n1 / 0\n")
    folder("leaves.py", "import sys\nsys.exit(3)\n")
    folder("syntax.py", "def f(:\n")
    folder("needs.py", "import nowhere\n")
    folder("typed.py", f"{textwrap.dedent(STUBBORN)}\n    Settings = int\n\nA = Stubborn\n")
    problem, _ = refused(python)
    assert (problem.message, problem.path) == (message, "parties.a.strategy")


def test_all_parties_are_told_at_once_with_their_lines(folder):
    folder("mine.py", STUBBORN)
    folder(
        "mine.yaml",
        """\
        extends: 2025-08-21
        parties:
          us: {strategy: {name: null, python: "mine:Mine"}}
          uk:
            strategy:
              name: null
              python: mine:Stubborn
              depth: 3
        """,
    )
    with pytest.raises(sim.StrategyError) as caught:
        sim.run("mine.yaml", allow_code=True)
    assert [str(problem) for problem in caught.value.problems] == [
        "unknown class of mine 'Mine', expected one of Stubborn @ parties.us.strategy (mine.yaml, line 3)",
        f"unknown key 'depth', {KEYS} @ parties.uk.strategy (mine.yaml, line 5)",
    ]


SETTLED = f"""
    from pydantic import BaseModel, Field
    {STUBBORN}
        class Settings(BaseModel):
            depth: int = Field(ge=1)
            word: str = "x"

        def __init__(self, seat, choosing, depth, word):
            super().__init__(seat, choosing)
            assert (depth, word) == (3, "12")
"""


@pytest.mark.parametrize(
    ("given_", "message", "path"),
    [
        ({}, "missing key 'depth'", ""),
        ({"depth": 0}, "expected a whole number of 1 or more, found 0", ".depth"),
        ({"depth": "x"}, "expected a whole number, found 'x'", ".depth"),
        (
            {"depth": 1, "dept": 1},
            f"unknown key 'dept', did you mean 'depth'? {KEYS}, depth, word",
            "",
        ),
    ],
)
def test_settings_are_checked_as_those_of_built_in_strategies(folder, given_, message, path):
    folder("mine.py", SETTLED)
    problem, _ = refused("mine:Stubborn", **given_)
    assert (problem.message, problem.path) == (message, f"parties.a.strategy{path}")


def test_settings_reach_the_strategy(folder):
    folder("mine.py", SETTLED)
    assert play("mine:Stubborn", depth=3, word=12).worlds == 4


# what goes wrong while it plays

WHO = "strategy of party a, mine:Wrong,"
PACKAGE = "from `offers`, in round 1, expected the index of a package, or -1, for each of 4 rows"
YES = "from `leaves`, in round 1, expected True or False for each of 4 rows"


@pytest.mark.parametrize(
    ("method", "returned"),
    [
        ("offers(self, rows): return np.full(len(rows), 6)", f"int64 of shape (4,) from 6 to 6 {PACKAGE}"),
        ("offers(self, rows): return np.full(len(rows), -2)", f"int64 of shape (4,) from -2 to -2 {PACKAGE}"),
        ("offers(self, rows): return np.zeros(3, int)", f"int64 of shape (3,) from 0 to 0 {PACKAGE}"),
        ("leaves(self, rows): return np.ones(len(rows))", f"float64 of shape (4,) from 1.0 to 1.0 {YES}"),
    ],
)
def test_an_answer_that_cannot_be_right(folder, method, returned):
    folder("mine.py", f"{textwrap.dedent(PLAYING)}\n    def {method}\n")
    problem, error = refused("mine:Wrong")
    assert problem.message == f"world 0: {WHO} returns an array of {returned}"
    assert (problem.path, error.playing) == ("parties.a.strategy", True)


def test_an_answer_that_is_no_array(folder):
    folder("mine.py", PLAYING.replace("np.full(len(rows), -1)", "[-1 for _ in rows]"))
    problem, _ = refused("mine:Wrong")
    assert problem.message == f"world 0: {WHO} returns a value of type list {PACKAGE}"


@pytest.mark.parametrize(
    ("method", "where"),
    [
        ("def __init__(self, seat, choosing): 1 / 0", "in `__init__`, before the first round"),
        ("def begin_round(self, rows): self.seat.round == 3 and 1 / 0", "in `begin_round`, in round 3"),
        ("def hears(self, rows, party, packages): 1 / 0", "in `hears`, in round 1"),
        ("def offers(self, rows): return self.accepts(1, 2, 3) if 0 else 1 / 0", "in `offers`, in round 1"),
    ],
)
def test_an_exception(folder, method, where):
    file = folder("mine.py", f"{textwrap.dedent(PLAYING)}\n    {method}\n")
    problem, error = refused("mine:Wrong")
    assert problem.message == f"world 0: {WHO} raises ZeroDivisionError: division by zero, {where}"
    assert (problem.file, problem.line) == ("mine.py", len(file.read_text().splitlines()))
    assert isinstance(error.__cause__, ZeroDivisionError)
    assert error.playing


def test_a_demand_that_is_no_number(folder):
    folder("mine.py", STUBBORN.replace("self.seat.highest[rows]", "np.full(len(rows), np.nan)"))
    problem, _ = refused("mine:Stubborn")
    assert "expected a utility for each of 4 rows" in problem.message


def test_red_lines_hold_whatever_it_says(folder):
    folder(
        "mine.py",
        """
        import numpy as np
        import sim

        class Reckless(sim.Strategy):
            def accepts(self, rows, offers):
                return np.ones(len(rows), dtype=bool)

            def offers(self, rows):
                return np.full(len(rows), 0)
        """,
    )
    line = {"red_lines": {"not-u": {"forbid": {"x": "u"}}}}
    parties = {"a": {"strategy": {"python": "mine:Reckless"}, **line}, "b": {"strategy": "hardliner"}}
    written = a_scenario({"x": "u v"}, parties, negotiation={"rounds": 3})
    played = sim.run(written, worlds=3, allow_code=True)
    assert (played.table["package"] != 0).all()
    told = sim.watch(written, allow_code=True)
    assert next(turn.action for turn in told.turns if turn.party == "a") == "passes"


# the example of the documentation


def test_the_example_plays_and_is_reproducible():
    runs = [sim.run(EXAMPLE, worlds=40, seed=1, batch=batch, allow_code=True) for batch in (None, 1, 7)]
    assert runs[0].table.equals(runs[1].table)
    assert runs[0].table.equals(runs[2].table)
    assert list(runs[0].code) == ["split_the_difference"]
    assert (runs[0].table["ending"] == "AGREED").any()
    watched = sim.watch(EXAMPLE, seed=1, world=3, allow_code=True)
    assert watched.ending.name == runs[0].table["ending"][3]


def test_the_example_asks_for_the_mean():
    permitted = api.playable(EXAMPLE, {"parties.ukraine.no_deal.value": 0}, allow_code=True)
    model = sim.Negotiation(permitted, worlds=5, rng=1)
    ukraine = next(agent for agent in model.parties if agent.party == "ukraine")
    rows = np.arange(5)
    model.step()
    asked, offered = ukraine.strategy.asked.copy(), ukraine.strategy.offered
    assert np.array_equal(asked, ukraine.seat.highest)
    model.round += 1
    model.agents.do("begin_round")
    lowest = np.nanmin(offered, axis=1)
    np.testing.assert_allclose(ukraine.strategy.demands(rows), (asked + lowest) / 2)


# whatever is written


MODULES = st.sampled_from(["mine", "mine.x", "nowhere", "sim", "sim.api", "sys", "builtins", "numpy", "_"])
CLASSES = st.sampled_from(["Stubborn", "path", "float64", "Strategy", "Negotiation", "__doc__", "_", "sim"])
VALUES = st.none() | st.text() | st.lists(st.floats())
SETTINGS = st.dictionaries(st.sampled_from(["depth", "x y", "seat", "é"]), VALUES, max_size=2)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(module=MODULES, cls=CLASSES, more=SETTINGS)
def test_any_name_plays_or_is_a_problem(folder, module, cls, more):
    folder("mine.py", STUBBORN)
    try:
        played, problems = play(f"{module}:{cls}", **more), ()
    except sim.StrategyError as error:
        played, problems = None, error.problems
    assert played or problems
    assert all(problem.message and problem.path for problem in problems)
