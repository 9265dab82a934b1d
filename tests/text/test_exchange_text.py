from pathlib import Path
from tempfile import TemporaryDirectory

from domains import random_domains
from hypothesis import given, settings
from rich.console import Console

from sim.errors import Problem
from sim.exchange import Attempt, Imported, Note
from sim.exchange.domain import Domain, DomainIssue, Profile
from sim.exchange.to_scenario import to_scenario
from sim.language import load
from sim.text.exchange_text import attempts_text, imported_text, imported_yaml


def imported(domain, *notes):
    scenario, scales = to_scenario(domain)
    return Imported(scenario, "negmas", (Path("in/d.yml"), Path("in/a\nb.yml")), notes, scales)


@settings(max_examples=15, deadline=None)
@given(domain=random_domains())
def test_an_imported_scenario_reads_back_whatever_its_notes_hold(domain):
    notes = (
        Note("a\nscenario: other\u2028x: " + "long " * 40, "in/a\nb.yml", 3),
        Note("b", what="in another form"),
    )
    found = imported(domain, *notes)
    with TemporaryDirectory() as folder:
        file = Path(folder, "case.yaml")
        file.write_text(imported_yaml(found), encoding="utf-8", newline="\n")
        assert load(file).text == found.scenario.text


def shown(renderable, capsys):
    Console(width=60).print(renderable)
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_a_table_of_nothing_but_failures(capsys):
    attempts = [
        Attempt(
            Path("in", name, "d.xml"),
            None,
            (Problem("not XML", file=f"in/{name}/d.xml", line=2), Problem("more")),
        )
        for name in ("a", "b")
    ]
    assert shown(attempts_text(attempts), capsys) == [
        "domain  result      issues  packages  parties",
        "a       not loaded",
        "b       not loaded",
        "",
        "a: not XML (d.xml, line 2) (and 1 more)",
        "b: not XML (d.xml, line 2) (and 1 more)",
        "",
        "2 domains: 0 loaded, 0 loaded with notes, 2 not loaded",
    ]


def test_sizes_are_told(capsys):
    fruit = DomainIssue("Fruit", ("Apples", "Pears"))
    one = Profile("mary", (1.0,), ((0.5, 1.0),), 0.0)
    assert shown(imported_text(imported(Domain("D", (fruit,), (one,)))), capsys) == [
        "D (NegMAS): 1 issue, 2 packages, 1 party"
    ]
