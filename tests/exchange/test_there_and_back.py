"""What is imported, exported and imported again is the same scenario, and worth what it was."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from domains import grocery, linear, negmas, random_domains, summed, utilities
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reference_runs import NAMES, loaded

from sim.errors import InputError
from sim.exchange import WRITERS, read, write
from sim.exchange.domain import Domain, DomainIssue, Profile
from sim.exchange.to_scenario import to_scenario
from sim.negotiation.model import Negotiation
from sim.worlds import draw

FORMATS = sorted(WRITERS)


def put(domain, form, folder):
    """Write a domain as a program's files, without a scenario in between."""
    for name, text in WRITERS[form](domain).items():
        folder.joinpath(name).write_text(text, encoding="utf-8", newline="\n")


def recorded_domain(record):
    """Return a public domain with the weights and evaluations that NegMAS recorded."""
    issues = tuple(
        DomainIssue(issue["name"], tuple(map(str, issue["values"])), number=place)
        for place, issue in enumerate(record["issues"], 1)
    )
    profiles = tuple(
        Profile(one["name"], tuple(one["weights"]), tuple(map(tuple, one["values"])), one["reserved_value"])
        for one in record["sets"][0]["parties"]
    )
    return Domain(record["name"], issues, profiles)


def again(scenario, form, folder):
    write(scenario, form, folder)
    return read(folder).scenario


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(domain=random_domains(), first=st.sampled_from(FORMATS), second=st.sampled_from(FORMATS))
def test_exporting_and_importing_again_changes_nothing(domain, first, second):
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        put(domain, first, Path(one))
        once = read(one).scenario
        assert again(once, second, other).text == once.text
        assert [party.name for party in once.parties.values()] == [one.name for one in domain.profiles]


@settings(max_examples=25, deadline=None)
@given(domain=random_domains())
def test_utilities_are_those_of_the_domain_but_for_the_reported_scale(domain):
    scenario, scales = to_scenario(domain)
    ours = utilities(scenario)
    for profile, scale, here in zip(domain.profiles, scales, ours, strict=True):
        there = summed(profile.weights, profile.evaluations)
        size = max(1, np.abs(there).max())
        np.testing.assert_allclose(here * scale.scale + scale.offset, there, rtol=0, atol=1e-12 * size)
        no_deal = scenario.parties[scale.party].no_deal.value.mean
        assert no_deal * scale.scale + scale.offset == pytest.approx(profile.reservation, abs=1e-12 * size)
        assert here.min() >= 0
        assert here.max() <= 1 + 1e-12


@settings(max_examples=10, deadline=None)
@given(domain=random_domains(0))
def test_what_is_worth_nothing_stays_so_where_nothing_is_worth_less(domain):
    assert all(scale.offset == 0 for scale in to_scenario(domain)[1])


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_parties_survives(tmp_path, form):
    names = ("Ukraine", "Russia", "ukraine", "a" * 300, "United Kingdom", "../up")
    fruit = DomainIssue("Fruit", ("Apples", "Pears"), number=1)
    parties = tuple(Profile(name, (1.0,), ((0.5, 1.0),), 0.0) for name in names)
    case, _ = to_scenario(Domain("Fruit", (fruit,), parties))
    assert tuple(party.name for party in again(case, form, tmp_path / "out").parties.values()) == names
    assert len(list((tmp_path / "out").iterdir())) == len(names) + 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_genius_domain_goes_there_and_back(tmp_path, form):
    once = read(grocery(tmp_path / "in", "<reservation value='0.3'/>")).scenario
    assert again(once, form, tmp_path / "out").text == once.text


def test_names_that_xml_cannot_hold_are_refused(tmp_path):
    values = [{"type": "TableFun", "mapping": {"a\x01": 1, "b": 0}}]
    issues = [{"type": "CategoricalIssue", "name": "x", "values": ["a\x01", "b"]}]
    case = read(negmas(tmp_path / "in", issues, linear("one", [1.0], values))).scenario
    with pytest.raises(InputError, match="holds signs that XML cannot"):
        write(case, "genius", tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert again(case, "negmas", tmp_path / "out").text == case.text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", FORMATS)
def test_public_domains_are_worth_what_negmas_says(reference, tmp_path, name, form):
    record = loaded(reference, name)
    recorded = record["sets"][0]
    put(recorded_domain(record), form, tmp_path)
    found = read(tmp_path)
    assert found.scenario.space.size == record["n_outcomes"]
    ours = utilities(found.scenario)
    scale = np.array([[one.scale] for one in found.scales])
    theirs = ours * scale + [[one.offset] for one in found.scales]
    assert theirs.sum() == pytest.approx(recorded["tensor"]["sum"], rel=1e-12)
    assert (theirs**2).sum() == pytest.approx(recorded["tensor"]["sum_sq"], rel=1e-12)
    for here, party in zip(theirs, recorded["parties"], strict=True):
        assert here.min() == pytest.approx(party["u_min"], abs=1e-12)
        assert here.max() == pytest.approx(party["u_max"], abs=1e-12)
    assert again(found.scenario, form, tmp_path / "again").text == found.scenario.text


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"other_Domain16"}))
def test_public_domains_end_as_negmas_recorded(reference, tmp_path, name):
    record = loaded(reference, name)
    put(recorded_domain(record), "negmas", tmp_path)
    case = read(tmp_path).scenario
    (result,) = [
        one["result"] for one in record["sets"][0]["runs"] if one["strategy"] == "aspiration_boulware"
    ]
    model = Negotiation(case.but(negotiation=case.negotiation.but(rounds=100)), draw(case, 0, 0, 1))
    assert model.play().package[0] == (-1 if result["agreement_index"] is None else result["agreement_index"])
