"""Whatever the text, there is a scenario or a list of problems: nothing else, and no long wait."""

import math
from contextlib import suppress

from examples import examples
from generators import TRAPS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.language import Vocabulary, load, points
from sim.scenario import Scenario
from sim.scenario.noun import Noun

quick = settings(max_examples=examples(60), deadline=2000, suppress_health_check=list(HealthCheck))
snippets = st.sampled_from(
    [
        *TRAPS,
        "{}",
        "[]",
        "[1, 2]",
        "{a: b}",
        "&a",
        "*a",
        "!!x",
        ": ",
        "\n",
        "\t",
        ".inf",
        "9" * 99,
        "-1",
        "{when: {fence: ~}}",
    ]
)


class Settings(Noun):
    depth: int = 1


VOCABULARY = Vocabulary({"boulware": Settings}, {"alternating_offers": Settings})


def holds(file, changes=()):
    """Tell whether loading gives a scenario that can be hashed, or problems that say where they are."""
    try:
        scenario = load(file, VOCABULARY, changes)
    except ScenarioError as error:
        return bool(error.problems) and all(problem.file and problem.message for problem in error.problems)
    return isinstance(scenario, Scenario) and len(scenario.hash) == 64


@quick
@given(data=st.data())
def test_a_word_replaced_or_dropped(folder, data):
    words = folder.base.split(" ")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(words) - 1))
        words[place] = data.draw(snippets | st.just("") | st.sampled_from(words))
    assert holds(folder.write(" ".join(words)))


@quick
@given(data=st.data())
def test_a_line_moved_or_dropped(folder, data):
    lines = folder.base.splitlines()
    line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    if data.draw(st.booleans()):
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    assert holds(folder.write("\n".join(lines)))


@quick
@given(data=st.data())
def test_a_value_replaced(folder, data):
    keys = [line for line in folder.base.splitlines() if ": " in line and not line.lstrip().startswith("{")]
    line = data.draw(st.sampled_from(keys))
    assert holds(
        folder.write(folder.base.replace(line, f"{line.partition(': ')[0]}: {data.draw(snippets)}", 1))
    )


codes = st.sampled_from(["os:system", "a.b:C", "a:b:c", ":", "a..b:C", "a:1"])


@quick
@given(code=st.text(max_size=8) | codes | snippets)
def test_any_python_code_is_named_or_a_problem(folder, code):
    file = folder.write(folder.base)
    assert holds(file, {"parties.anna.strategy": {"name": None, "python": code}})
    assert holds(file, ["parties.anna.strategy.name=null", f"parties.anna.strategy.python={code}"])


@quick
@given(data=st.binary(max_size=200))
def test_any_bytes(folder, data):
    assert holds(folder.write(data))


FAMILIAR = [
    "parties",
    "anna",
    "red_lines",
    "no-wall",
    "scores",
    "issues",
    "fence",
    "options",
    "rules",
    "0",
    "-1",
]
keys = st.sampled_from([*FAMILIAR, "extends", "", '"1.5"', '"', "é"]) | st.text(max_size=5)
paths = st.lists(keys, max_size=5).map(".".join)
signs = st.sampled_from(["parties", "rules", "0", "about", *'.="\\[]{}:,&*!#-|>\n \t\0\udcff'])
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=3)
)
plain = st.recursive(
    scalars | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys | st.integers(), inner, max_size=3),
    max_leaves=5,
)


@quick
@given(changes=st.lists(st.builds("{}={}".format, paths, snippets) | st.text(max_size=30), max_size=3))
def test_any_texts_as_changes(folder, changes):
    assert holds(folder.write(folder.base), changes)


@quick
@given(parts=st.lists(signs, max_size=12))
def test_any_signs_as_a_change(folder, parts):
    assert holds(folder.write(folder.base), ["".join(parts)])


@quick
@given(changes=st.dictionaries(paths, plain, max_size=3))
def test_any_values_as_changes(folder, changes):
    assert holds(folder.write(folder.base), changes)


@quick
@given(sweep=st.dictionaries(paths, plain | st.lists(plain, max_size=3), max_size=3))
def test_any_sweep(folder, sweep):
    file = folder.write(folder.base)
    assert holds(file, {"sweep": sweep})
    with suppress(ScenarioError):
        found = points(file, VOCABULARY, {"sweep": sweep})
        assert len(found) == math.prod(len(values) for values in sweep.values())
