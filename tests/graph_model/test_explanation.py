"""Explanations: they agree with the concepts, and what they say can be checked."""

import numpy as np
import pytest
from conflicts import Conflict, check_path, conflicts, untimed
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import InputError
from sim.graph_model import CONCEPTS, CONVENTIONS, Answer, Step, explain


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("sanctions", CONVENTIONS)
@untimed
@given(conflict=conflicts(), data=st.data())
def test_an_explanation_agrees_with_its_concept(concept, sanctions, conflict, data):
    party = data.draw(st.sampled_from(conflict.parties))
    stable = CONCEPTS[concept](conflict.moves, conflict.preferences, sanctions)
    worth = conflict.preferences[party]
    for package in conflict.packages:
        found = explain(
            conflict.moves, conflict.preferences, party, package, concept=concept, sanctions=sanctions
        )
        assert found.stable == stable[party, package]
        assert found.rational == CONCEPTS["nash"](conflict.moves, conflict.preferences)[party, package]
        assert [answer.improvement for answer in found.answers] == [
            end for end in conflict.lists[party][package] if worth[end] > worth[package]
        ]
        for answer in found.answers:
            check_answer(conflict, found, answer)


def check_answer(conflict, found, answer):
    worth, lists = conflict.preferences[found.party], conflict.lists[found.party]
    assert answer.deters == (answer.improvement not in found.open)
    if not answer.deters:
        assert answer.reply == -1
        return
    end = answer.path[-1].package
    check_path(conflict, answer.improvement, answer.path, found.sanctions, found.concept == "seq")
    assert found.party not in {step.party for step in answer.path}
    assert worth[end] <= worth[found.package]
    if found.concept == "smr":
        assert worth[answer.reply] == max(worth[end], *(worth[reply] for reply in lists[end]), worth[end])
        assert worth[answer.reply] <= worth[found.package]


def test_a_reply_that_helps_is_no_answer():
    lists = [[[1], [], [3], []], [[], [2], [], []]]
    conflict = Conflict(lists, np.array([[1, 2, 0, 1], [0, 0, 0, 0]]))
    assert explain(conflict.moves, conflict.preferences, 0, 0, concept="smr").answers == (
        Answer(1, (Step(1, 2),), reply=3),
    )
    conflict.preferences[0, 3] = 2
    assert explain(conflict.moves, conflict.preferences, 0, 0, concept="smr").open == (1,)


def test_unknown_concept():
    with pytest.raises(InputError, match="unknown concept 'sec', did you mean 'seq'"):
        explain(Conflict([[[]]], np.zeros((1, 1))).moves, np.zeros((1, 1)), 0, 0, concept="sec")
