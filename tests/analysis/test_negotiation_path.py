import pytest

import sim
from sim.analysis.negotiation_path import PUTS, negotiation_path

AUGUST = sim.load("2025-08-21")


@pytest.mark.parametrize("world", [0, 3])
def test_each_offer_is_a_row_for_each_party_at_the_table(world):
    watched = sim.watch(AUGUST, 1, world)
    table = negotiation_path(watched)
    offers = [turn for turn in watched.turns if turn.action in PUTS]
    steps = table.drop_duplicates("step")
    assert steps["package"].tolist() == [turn.package for turn in offers]
    assert steps["by"].tolist() == [turn.party for turn in offers]
    assert steps["round"].tolist() == [turn.round for turn in offers]
    assert steps["at"].is_monotonic_increasing
    assert ((table["at"] >= table["round"]) & (table["at"] < table["round"] + 1)).all()
    assert len(table) == len(offers) * len(watched.parties)
    assert (table.attrs["ending"], table.attrs["ended"]) == (watched.ending.name, watched.round)


def test_what_is_agreed_was_acceptable_to_all_whose_consent_it_needs():
    watched = sim.watch(AUGUST, 1, 3)
    table = negotiation_path(watched)
    last = table[table["step"] == table["step"].max()]
    assert watched.package is not None
    assert set(last["package"]) == {watched.package}
    assert last["acceptable"][last["needed"]].all()


def test_what_an_agreement_is_worth_is_what_the_run_keeps():
    table = negotiation_path(sim.watch(AUGUST, 1, 3))
    last = table[table["step"] == table["step"].max()].set_index("party")["utility"]
    kept = sim.run(AUGUST, worlds=4, seed=1).table.iloc[3]
    assert {party: kept[f"utility_{party}"] for party in last.index} == pytest.approx(last.to_dict())


def test_a_mediator_puts_texts_on_the_table():
    case = sim.load("2025-08-21", {"negotiation.protocol": "single_text"})
    table = negotiation_path(sim.watch(case, 1))
    assert set(table["by_name"]) == {"the mediator"}


def test_who_left_is_noted():
    leaving = {"parties.russia.walks_out": {"after": 2, "chance": 1, "because": "It has had enough."}}
    table = negotiation_path(sim.watch(sim.load("2025-08-21", leaving), 1))
    assert (table.attrs["left"], table.attrs["ending"]) == (["Russia"], "WALKED_OUT")
