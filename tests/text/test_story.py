"""The story of a watched world: every action of every protocol, each refusal with its reason."""

from itertools import pairwise

import pytest
from builders import a_scenario

import sim
from sim.negotiation.endings import Ending
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.transcript import Turn
from sim.negotiation.watched import Watched
from sim.text.story import Name, story
from sim.text.story.words import unnumbered

ISSUES = {"foreign_troops": "none some", "army": "small large", "role": "none full"}
PARTIES = {"a": {}, "b": {}, "c": {}}


def told(protocol, *turns, parties=PARTIES, **settings):
    """Tell turns of (round, party, action, package, refused, why) as lists of sentences, one a passage."""
    case = a_scenario(ISSUES, parties, negotiation={"protocol": protocol, "rounds": 9, **settings})
    said = tuple(Turn(*turn, *(-1, -1, "")[len(turn) - 3 :]) for turn in turns)
    seen = Watched(case, 1, 0, (), Ending.DEADLINE, said[-1].round, None, said)
    return [["".join(sentence) for sentence in passage.sentences] for passage in story(seen)]


# alternating offers


def test_an_offer_is_told_as_what_changes_where_that_is_shorter():
    rounds = [
        (1, "a", "offers", 0),
        (2, "a", "offers", 4),
        (3, "a", "offers", 4, 1, "no"),
        (4, "a", "offers", 3),
    ]
    assert told("alternating_offers", *rounds) == [
        ["A offers None; Small; None."],
        ["A offers Some; Small; None."],
        ["A refuses (no) and repeats its offer."],
        ["A offers None; Large; Full."],
    ]


def test_an_offer_changed_in_one_issue_names_it():
    case = sim.load("2025-08-21")
    seen = sim.watch(case, seed=1, world=3)
    text = "".join("".join(sentence) for passage in story(seen) for sentence in passage.sentences)
    assert "changes its offer: russian role from Russia takes no part to Russia is consulted." in text


def test_those_who_accept_one_after_the_other_share_a_sentence():
    rounds = [(1, "a", "offers", 0), (1, "b", "accepts", 0), (1, "c", "accepts", 0)]
    assert told("alternating_offers", *rounds) == [
        ["A offers None; Small; None.", "B and C accept the offer of A."]
    ]


def test_a_party_that_walks_out_says_why():
    rounds = [(1, "a", "passes"), (1, "b", "walks out", -1, -1, "it is late")]
    assert told("alternating_offers", *rounds) == [
        ["A passes: it has no package to offer.", "B walks out: it is late."]
    ]


# ratification


def test_those_who_ratify_are_told_apart():
    rounds = [
        (1, "a", "offers", 0),
        (1, "b", "accepts", 0),
        (1, "c", "refuses", 0, -1, "it crosses its red line x"),
    ]
    assert told("ratification", *rounds)[0][1:] == [
        "B accepts the offer of A.",
        "The others are asked to ratify. The package is refused by C (it crosses its red line x).",
    ]


def test_several_who_ratify_share_a_sentence():
    rounds = [(1, "a", "offers", 0), (1, "b", "accepts", 0), (1, "c", "refuses", 0, -1, "no")]
    assert told("ratification", *rounds, first=["a"], then=["b", "c"])[0][1:] == [
        "The others are asked to ratify. The package is accepted by B; refused by C (no)."
    ]


# simultaneous offers


def test_each_package_is_told_once_with_what_the_others_say():
    rounds = [
        (1, "a", "offers", 0),
        (1, "b", "offers", 0),
        (1, "c", "offers", 7),
        (1, "b", "accepts", 0),
        (1, "c", "refuses", 0, -1, "too little"),
        (1, "a", "accepts", 0),
        (1, "c", "refuses", 0, -1, "too little"),
        (1, "a", "refuses", 7, -1, "too much"),
        (1, "b", "refuses", 7, -1, "far too much"),
    ]
    assert told("simultaneous", *rounds) == [
        [
            "A and B offer None; Small; None: refused by C (too little).",
            "C offers Some; Large; Full: refused by A (too much) and B (far too much).",
        ]
    ]


def test_the_same_answers_to_the_same_offer_are_told_once():
    one = [(1, "a", "offers", 0), (1, "b", "refuses", 0, -1, "it asks for 0.9"), (1, "c", "passes")]
    two = [(2, "a", "offers", 0), (2, "b", "refuses", 0, -1, "it asks for 0.8"), (2, "c", "offers", 1)]
    assert told("simultaneous", *one, *two)[1] == [
        "A repeats its offer: answered as before.",
        "C offers None; Small; Full.",
    ]


def test_those_who_pass_are_told_together():
    assert told("simultaneous", (1, "a", "passes"), (1, "c", "passes")) == [
        ["A and C pass: they have no package to offer."]
    ]


# single text


def test_a_redraft_is_told_as_what_changes_in_the_text():
    rounds = [
        (1, "mediator", "redrafts", 0),
        (1, "a", "signs", 0),
        (1, "b", "does not sign", 0, -1, "too little"),
        (2, "mediator", "redrafts", 4),
        (2, "a", "prefers", 4),
        (2, "c", "prefers", 4),
        (2, "b", "lets pass", 4),
        (2, "a", "signs", 4),
        (2, "b", "signs", 4),
        (3, "mediator", "redrafts", 5),
        (3, "a", "prefers", 5),
        (3, "b", "refuses", 5, -1, "it is worth less"),
        (3, "c", "refuses", 5, -1, "it crosses its red line x"),
        (3, "a", "signs", 4),
        (3, "b", "signs", 4),
    ]
    assert told("single_text", *rounds) == [
        ["The mediator puts a first text: None; Small; None.", "A signs the text; B (too little) does not."],
        [
            "The mediator proposes to change foreign troops from None to Some.",
            "A and C prefer that to the text.",
            "B lets it pass.",
            "So the text is changed.",
            "A and B sign the text.",
        ],
        [
            "The mediator proposes to change role from None to Full.",
            "A prefers that to the text.",
            "B refuses it: it is worth less.",
            "C refuses it: it crosses its red line x.",
            "The text stays as it is.",
            "As before, A and B sign.",
        ],
    ]


def test_a_mediator_that_is_a_party_has_its_name():
    rounds = [(1, "c", "redrafts", 0), (1, "a", "does not sign", 0, -1, "no"), (2, "a", "signs", 0)]
    assert told("single_text", *rounds) == [
        ["C puts a first text: None; Small; None.", "Nobody signs the text: not A (no)."],
        ["C proposes no change.", "A signs the text."],
    ]


def test_in_the_last_round_reasons_are_told_once_more():
    rounds = [
        (1, "mediator", "redrafts", 0),
        (1, "a", "does not sign", 0, -1, "it asks for more"),
        (9, "mediator", "redrafts", 1),
        (9, "b", "refuses", 1, -1, "no"),
        (9, "a", "does not sign", 0, -1, "it is worth less than no deal"),
    ]
    assert (
        told("single_text", *rounds)[1][-1] == "Nobody signs the text: not A (it is worth less than no deal)."
    )


def test_a_party_may_be_called_mediator():
    parties = {"mediator": {"name": "Swiss chair"}, "a": {}}
    assert told("single_text", (1, "mediator", "redrafts", 0), parties=parties)[0][0].startswith(
        "Swiss chair puts"
    )


# all of them


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("world", range(4))
def test_who_spoke_is_named_and_the_first_reasons_are_told(protocol, world):
    case = sim.load("2025-08-21", {"negotiation.protocol": protocol})
    seen = sim.watch(case, seed=1, world=world)
    passages = list(story(seen))
    assert passages[0].first == 1
    assert passages[-1].last == seen.round
    assert all(one.last + 1 == next_.first for one, next_ in pairwise(passages))
    first = "".join("".join(sentence) for sentence in passages[0].sentences)
    for turn in (turn for turn in seen.turns if turn.round == 1):
        assert turn.party == "mediator" or case.parties[turn.party].name in first
        assert turn.why in first
    names = {party.name for party in case.parties.values()} | {"The mediator"}
    said = [part for passage in passages for sentence in passage.sentences for part in sentence]
    assert {part for part in said if isinstance(part, Name)} <= names


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("world", [3, 7])
def test_every_refusals_reason_is_told_where_its_round_is(protocol, world):
    """Numbers apart: rounds, and answers, that differ in these alone are told once."""
    softens = {"parties.russia.red_lines.no-foreign-troops.softens": {"round": [3, 9]}}
    seen = sim.watch(sim.load("2025-08-21", {"negotiation.protocol": protocol, **softens}), 1, world)
    told = {}
    for passage in story(seen):
        text = unnumbered("".join("".join(sentence) for sentence in passage.sentences))
        told |= dict.fromkeys(range(passage.first, passage.last + 1), text)
    for turn in seen.turns:
        said = told[turn.round]
        assert not turn.why or unnumbered(turn.why) in said or "s before" in said, turn
