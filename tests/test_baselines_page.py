"""The figures on `docs/baselines.md` are those of the August case."""

from pathlib import Path

import pytest

import sim
from sim.analysis.baselines.baselines import baselines

PAGE = " ".join((Path(__file__).parents[1] / "docs" / "baselines.md").read_text("utf-8").split())
WORLDS, SEED = 2_000, 1
TROOPS = ("franco_british", "multinational")
CHANGES = {
    "as it is": {},
    "without Russia's red line on troops": {"parties.russia.red_lines.no-foreign-troops": None},
    "without Russia's consent": {"parties.russia.consent": "never"},
}


@pytest.fixture(scope="module")
def said():
    return {
        name: baselines(sim.run(sim.load("2025-08-21", change), worlds=WORLDS, seed=SEED))
        for name, change in CHANGES.items()
    }


def with_troops(found, rule):
    table = found.issues.set_index(["issue", "option"])[rule]
    return sum(table["foreign_troops", option] for option in TROOPS)


def test_how_little_they_have_in_common(said):
    overlap = said["as it is"].overlap.set_index("baseline")
    assert (overlap["overlap"] < 0.01).all()
    assert (overlap["count"] == 0).all()
    assert f"in none of the {overlap['worlds_agreed'].iloc[0]:,} worlds with an agreement" in PAGE
    shared = (6 * overlap["issues_shared"]).round(1)
    assert shared["conditional"] == shared["markov"]
    told = f"has {shared['compromise']} in common with the compromise, and {shared['markov']} with the"
    assert told in PAGE


def test_what_they_part_over(said):
    found = said["as it is"]
    assert with_troops(found, "compromise") == pytest.approx(1)
    assert min(with_troops(found, rule) for rule in ("conditional", "markov")) > 0.9
    assert f"the simulation in {with_troops(found, 'simulated'):.0%} of its agreements" in PAGE


@pytest.mark.parametrize("name", CHANGES)
def test_which_assumption_makes_the_difference(said, name):
    found = said[name]
    overlap = found.overlap.set_index("baseline").loc["compromise", "overlap"]
    shared = f"{overlap:.1%}" if overlap < 0.01 else f"{overlap:.0%}"
    assert f"| {name} | {with_troops(found, 'simulated'):.0%} | {shared} |" in PAGE
