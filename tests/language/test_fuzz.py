"""Whatever the text, there is a scenario or a list of problems: nothing else, and no long wait."""

from generators import TRAPS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.language import Vocabulary, load
from sim.scenario import Scenario
from sim.scenario.noun import Noun

quick = settings(max_examples=150, deadline=2000, suppress_health_check=list(HealthCheck))
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


def holds(file):
    """Tell whether loading gives a scenario that can be hashed, or problems that name their file."""
    try:
        scenario = load(file, VOCABULARY)
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


@quick
@given(data=st.binary(max_size=200))
def test_any_bytes(folder, data):
    assert holds(folder.write(data))
