"""Problems found after loading are told where what they name is written."""

from sim.errors import Problem
from sim.language import placed


def where(problem, case, changes=()):
    (found,) = placed([problem], case, changes)
    return found.file, found.line


def test_a_problem_is_placed_at_its_path(folder):
    file = folder.write(folder.base)
    assert where(Problem("x", "parties.anna.strategy.name"), file) == ("case.yaml", 43)
    assert where(Problem("x", "parties.anna.strategy.depth"), file) == ("case.yaml", 43)


def test_or_at_the_change_that_wrote_it(folder):
    file, changes = folder.write(folder.base), {"parties.anna.strategy": "micro"}
    expected = ("changes['parties.anna.strategy']", 0)
    assert where(Problem("x", "parties.anna.strategy"), file, changes) == expected


def test_or_in_the_variant_that_wrote_it(folder):
    folder.write(folder.base)
    file = folder.write("extends: case.yaml\nparties:\n  anna: {strategy: {depth: 3}}\n", "variant.yaml")
    assert where(Problem("x", "parties.anna.strategy.depth"), file) == ("variant.yaml", 3)
    assert where(Problem("x", "parties.bert.name"), file) == ("case.yaml", 45)


def test_one_that_names_a_file_stays_where_it_is(folder):
    problem = Problem("x", "parties.anna", "mine.py", 7)
    assert placed([problem], folder.write(folder.base)) == [problem]
