"""A run beside rules of thumb: every table against a plain reckoning, world by world."""

import itertools
import math

import numpy as np
import pytest
from builders import a_run, a_scenario
from electing import plain_conditional, plain_markov, plain_victory
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.analysis.baselines.baselines import baselines
from sim.analysis.baselines.influence import influence_of
from sim.analysis.baselines.predictions import Predictions, predictions
from sim.analysis.baselines.tables import RULES
from sim.worlds import draw, draws

WORLDS = 12
INFLUENCE = {"p": 2, "r": 0.5}


def a_case(**more):
    """Build a dispute of two issues: p and q have weights and scores, r priorities; s is not at the table."""
    wants = {
        "p": {"x": {"a": 1, "b": [0, 1], "c": 0}, "y": {"u": [0.2, 1], "v": 0.5}},
        "q": {"x": {"a": 0, "b": [0.3, 1], "c": [0.2, 1]}, "y": {"u": 0, "v": 1}},
    }
    told = {
        party: {"preferences": {"weights": {"x": [1, 4], "y": [0.5, 3]}, "scores": scores}}
        for party, scores in wants.items()
    }
    told["r"] = {"preferences": {"priorities": [{"x": ["b"]}, {"y": ["v"]}]}}
    told["s"] = {"consent": "never"}
    rules = [{"forbid": {"x": ["c"], "y": ["v"]}, "because": "It makes no sense."}]
    return a_scenario({"x": "a b c", "y": "u v"}, told, rules=rules, **more)


def plain(run, voting="proportional", victory="linear"):
    """Return, for each world, what each rule says as {package: probability}."""
    case, table = run.case, run.case.at_the_table
    utilities = draw(case, run.seed, 0, run.worlds).utilities.tolist()
    counts = [INFLUENCE.get(party, 1) for party in table]
    for world in range(run.worlds):
        worth = [utilities[world][list(case.parties).index(party)] for party in table]
        best = [
            max((k for k in range(case.space.size) if case.space.possible[k]), key=lambda k: (mine[k], -k))
            for mine in worth
        ]
        ballot = list(dict.fromkeys(best))
        prevails = plain_victory([[mine[k] for k in ballot] for mine in worth], counts, voting, victory)
        product = plain_conditional(prevails, range(len(ballot)))
        turns = plain_markov(prevails, range(len(ballot)))
        yield {
            "compromise": {plain_compromise(run, world, best, counts): 1.0},
            "conditional": {ballot[i]: each for i, each in product.items()},
            "markov": {ballot[i]: each for i, each in turns.items()},
        }


def plain_compromise(run, world, best, counts):
    case, package = run.case, {}
    for issue, told in case.issues.items():
        places, weights = [], []
        for party, favourite, count in zip(case.at_the_table, best, counts, strict=True):
            wants, told_weights = _told(run, world, party, issue)
            if case.parties[party].preferences.is_order:
                option, salience = case.space.package(favourite)[issue], 1 / len(case.issues)
            else:
                option = max(told.ids, key=lambda each: (wants[each], -told.ids.index(each)))
                salience = told_weights[issue] / sum(told_weights.values())
            places.append(told.ids.index(option) / (len(told.ids) - 1))
            weights.append(salience * count)
        mean = sum(p * w for p, w in zip(places, weights, strict=True)) / sum(weights)
        package[issue] = min(
            told.ids, key=lambda each: abs(told.ids.index(each) / (len(told.ids) - 1) - mean)
        )
    return case.space.index(package)


def _told(run, world, party, issue):
    path = f"parties.{party}.preferences"
    scores = {o: f"{path}.scores.{issue}.{o}" for o in run.case.issues[issue].ids}
    weights = {i: f"{path}.weights.{i}" for i in run.case.issues}
    drawn = draws(run.case, [*scores.values(), *weights.values()], run.seed, world, 1)
    return ({o: drawn[n][0] for o, n in scores.items()}, {i: drawn[n][0] for i, n in weights.items()})


@pytest.fixture(scope="module")
def run():
    return sim.run(a_case(), worlds=WORLDS, seed=5)


@pytest.fixture(scope="module")
def said(run):
    return baselines(run, INFLUENCE)


@pytest.fixture(scope="module")
def reckoned(run):
    return list(plain(run))


def shares_of(reckoned, rule):
    shares = {}
    for world in reckoned:
        for package, probability in world[rule].items():
            shares[package] = shares.get(package, 0) + probability / len(reckoned)
    return shares


def simulated_of(run):
    agreed = run.table.loc[run.table["ending"] == "AGREED", "package"].tolist()
    assert agreed
    return {package: agreed.count(package) / len(agreed) for package in set(agreed)}


def test_packages_have_the_shares_that_were_reckoned(run, said, reckoned):
    expected = {"simulated": simulated_of(run), **{rule: shares_of(reckoned, rule) for rule in RULES}}
    table = said.packages.set_index("package")
    for rule, shares in expected.items():
        assert {k: v for k, v in table[rule].items() if v} == pytest.approx(
            {k: v for k, v in shares.items() if v}, abs=1e-6
        )
    assert table.index.tolist() == sorted(
        table.index, key=lambda k: (*-table.loc[k, ["simulated", *RULES]].to_numpy(float), k)
    )
    assert table["possible"].tolist() == [bool(run.case.space.possible[k]) for k in table.index]


@pytest.mark.parametrize("voting", ["proportional", "binary"])
@pytest.mark.parametrize("victory", ["linear", "square", "binary"])
def test_the_election_is_held_as_one_says(run, voting, victory):
    table = baselines(run, INFLUENCE, voting=voting, victory=victory).packages.set_index("package")
    assert (table.attrs["voting"], table.attrs["victory"]) == (voting, victory)
    reckoned = list(plain(run, voting, victory))
    for rule in RULES:
        shares = shares_of(reckoned, rule)
        expected = [shares.get(k, 0) for k in table.index]
        assert table[rule].tolist() == pytest.approx(expected, abs=1e-6)
        assert sum(expected) == pytest.approx(1)


def test_options_have_the_shares_of_their_packages(run, said):
    for row in said.issues.to_dict("records"):
        having = [run.case.space.package(k)[row["issue"]] == row["option"] for k in said.packages["package"]]
        for rule in ("simulated", *RULES):
            assert row[rule] == pytest.approx(said.packages.loc[having, rule].sum())


def test_overlap_and_naming_are_counted(run, said, reckoned):
    table, simulated = said.overlap.set_index("baseline"), simulated_of(run)
    ends = run.table
    for rule in RULES:
        shares = shares_of(reckoned, rule)
        both = sum(min(simulated.get(k, 0), shares.get(k, 0)) for k in {*simulated, *shares})
        assert table.loc[rule, "overlap"] == pytest.approx(both, abs=1e-6)
        named = [max(world[rule], key=world[rule].__getitem__) for world in reckoned]
        pairs = [
            (k, n) for k, n, e in zip(ends["package"], named, ends["ending"], strict=True) if e == "AGREED"
        ]
        assert table.loc[rule, "count"] == sum(k == n for k, n in pairs)
        alike = [
            run.case.space.package(k)[issue] == run.case.space.package(n)[issue]
            for k, n in pairs
            for issue in run.case.issues
        ]
        assert table.loc[rule, "issues_shared"] == pytest.approx(sum(alike) / len(alike))
        assert table.loc[rule, "worlds_agreed"] == len(pairs)


def test_tables_say_where_they_come_from_and_what_is_assumed(said):
    for table in (said.issues, said.packages, said.overlap):
        assert table.attrs["seed"] == 5
        assert table.attrs["worlds_looked_at"] == WORLDS
        assert table.attrs["influence"] == {"p": 2, "q": 1, "r": 0.5}
        assert table.attrs["options"].startswith("equally spaced")


@pytest.mark.parametrize("batch", [1, 5])
def test_how_worlds_are_cut_into_batches_changes_nothing(run, batch):
    equal = influence_of(run.case, {})
    whole, parts = predictions(run, equal, WORLDS), predictions(run, equal, WORLDS, batch)
    for name in Predictions.__dataclass_fields__:
        assert getattr(parts, name) == pytest.approx(getattr(whole, name), abs=1e-12)


def test_fewer_worlds_are_the_first_ones(run):
    some = baselines(run, worlds=5)
    again = baselines(sim.run(a_case(), worlds=5, seed=5))
    assert some.overlap.drop(columns="worlds_agreed").equals(again.overlap.drop(columns="worlds_agreed"))
    assert some.packages.attrs["worlds_looked_at"] == 5


@settings(max_examples=examples(10), deadline=None)
@given(st.lists(st.integers(0, 5), min_size=3, max_size=3).filter(any))
def test_doubling_all_influence_changes_nothing(run, counts):
    once, twice = ({p: f * c for p, c in zip("pqr", counts, strict=True)} for f in (1, 2))
    assert baselines(run, once).packages.equals(baselines(run, twice).packages)


def test_a_dictator_has_its_way_in_the_compromise(run):
    dictator = baselines(run, {"p": 0, "q": 1, "r": 0}).issues.set_index(["issue", "option"])
    assert dictator.loc[("y", "v"), "compromise"] == 1


@pytest.mark.parametrize("order", list(itertools.permutations("pqr"))[1:3])
def test_the_order_of_parties_does_not_matter(run, said, order):
    case = a_case()
    parties = {name: case.parties[name] for name in (*order, "s")}
    negotiation = case.negotiation.but(order=tuple("pqr"))
    swapped = sim.run(case.but(parties=parties, negotiation=negotiation), worlds=WORLDS, seed=5)
    other = baselines(swapped, INFLUENCE).packages.set_index("package")
    table = said.packages.set_index("package")
    for rule in RULES:
        assert other[rule].loc[table.index].to_numpy() == pytest.approx(table[rule].to_numpy(), abs=1e-9)


def test_without_an_agreement_there_is_nothing_to_share():
    case = a_case()
    said = baselines(a_run(case, ("DEADLINE", -1, 9, [0, 0, 0, 0], "")))
    assert said.issues["simulated"].isna().all()
    assert said.overlap["overlap"].isna().all()
    assert said.overlap["issues_shared"].isna().all()
    assert said.overlap["count"].tolist() == [0, 0, 0]
    assert np.allclose(said.packages[list(RULES)].sum(), 1)


def test_every_problem_is_told_at_once(run):
    with pytest.raises(sim.InputError) as caught:
        baselines(run, {"t": 1, "s": 1, "p": -1, "q": math.nan}, worlds=WORLDS + 1)
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == 5
    assert told[0].startswith("unknown party at the table 't'")
    assert told[4] == f"worlds is {WORLDS + 1}, expected a whole number from 1 to {WORLDS}"


@pytest.mark.parametrize("worlds", [0, -1])
def test_a_number_of_worlds_that_makes_no_sense_is_refused(run, worlds):
    with pytest.raises(sim.InputError, match="whole number from 1 to"):
        baselines(run, worlds=worlds)


def test_an_election_that_nobody_knows_is_refused(run):
    with pytest.raises(sim.InputError) as caught:
        baselines(run, voting="by lot", victory="cubic")
    told = [str(problem) for problem in caught.value.problems]
    assert told == [
        "unknown voting 'by lot', expected one of proportional, binary @ voting",
        "unknown victory 'cubic', expected one of linear, square, binary @ victory",
    ]


def test_somebody_must_have_influence(run):
    with pytest.raises(sim.InputError, match="0 for every party at the table"):
        baselines(run, {"p": 0, "q": 0, "r": 0})


def test_there_must_be_something_to_vote_on():
    asked = {"consent": {"when": {"x": ["a"]}}}
    rules = [{"forbid": {"x": ["a"]}, "because": "No."}]
    case = a_scenario({"x": "a b"}, {"p": asked}, rules=rules)
    with pytest.raises(sim.InputError, match="to vote on"):
        baselines(a_run(case, ("NO_ZOPA", -1, 1, [0], "")))
