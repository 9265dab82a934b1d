"""Tiny random conflicts, and what is stable in them by definition: all sequences of moves are tried."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from examples import examples
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.graph_model import Moves

untimed = settings(deadline=None, max_examples=examples(15))  # the first call may wait for the compiler


@dataclass(frozen=True)
class Conflict:
    """Lists of what each party can move to from each package, and how much packages are worth to it."""

    lists: list
    preferences: np.ndarray

    @property
    def moves(self):
        return Moves.listed(self.lists)

    @property
    def parties(self):
        return range(len(self.lists))

    @property
    def packages(self):
        return range(self.preferences.shape[1])

    def reordered(self, parties, packages):
        lists = [
            [[packages.index(end) for end in self.lists[party][package]] for package in packages]
            for party in parties
        ]
        return Conflict(lists, self.preferences[np.ix_(parties, packages)])


@st.composite
def conflicts(draw, least=1):
    """Draw up to four parties and six packages with any moves at all between them."""
    parties, packages = draw(st.integers(least, 4)), draw(st.integers(1, 6))
    can = draw(arrays(bool, (parties, packages, packages), elements=st.sampled_from([True, False, False])))
    lists = [
        [[end for end in range(packages) if may[start, end] and end != start] for start in range(packages)]
        for may in can
    ]
    return Conflict(lists, draw(arrays(int, (parties, packages), elements=st.integers(0, 4))))


@st.composite
def spaces(draw):
    """Draw a package space, what is possible in it, who controls what, and which options go one way."""
    shape = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    issues = range(len(shape))
    possible = draw(arrays(bool, int(np.prod(shape)), elements=st.sampled_from([True, True, False])))
    controls = draw(st.lists(st.sets(st.sampled_from(issues)), min_size=1, max_size=3))
    order = {issue: st.lists(st.integers(0, shape[issue] - 1), unique=True) for issue in issues}
    one_way = {issue: draw(order[issue]) for issue in draw(st.sets(st.sampled_from(issues)))}
    return shape, possible, controls, one_way


def reached(conflict, start, movers, sanctions, improving=False):
    """Return the packages that sequences of moves lead to; a sequence has a history, and a state to be in."""
    found, seen, waiting = set(), set(), [(start, ())]
    while waiting:
        here, history = waiting.pop()
        for party in movers:
            if sanctions == "legal" and history[-1:] == (party,):
                continue
            if sanctions == "once" and party in history:
                continue
            if sanctions == "single" and history:
                continue
            for end in conflict.lists[party][here]:
                worth = conflict.preferences[party]
                state = end, ((party,) if sanctions == "legal" else (*history, party))
                if state not in seen and (worth[end] > worth[here] or not improving):
                    seen.add(state)
                    found.add(end)
                    waiting.append(state)
    return found


def stable_by_definition(conflict, concept, sanctions):
    """Tell for each party and package whether it is stable."""
    return [
        [_stable(conflict, party, package, concept, sanctions) for package in conflict.packages]
        for party in conflict.parties
    ]


def _stable(conflict, party, package, concept, sanctions):
    worth, lists = conflict.preferences[party], conflict.lists[party]
    improvements = [end for end in lists[package] if worth[end] > worth[package]]
    others = set(conflict.parties) - {party}
    for improvement in improvements:
        answers = reached(conflict, improvement, others, sanctions, improving=concept == "seq")
        bad = {end for end in answers if worth[end] <= worth[package]}
        if concept == "smr":
            bad = {end for end in bad if all(worth[reply] <= worth[package] for reply in lists[end])}
        if concept == "nash" or not bad:
            return False
    return True


def check_path(conflict, start, path, sanctions, improving):
    places = [start, *(step.package for step in path)]
    for (here, there), step in zip(pairwise(places), path, strict=True):
        assert there in conflict.lists[step.party][here]
        worth = conflict.preferences[step.party]
        assert worth[there] > worth[here] or not improving
    parties = [step.party for step in path]
    if sanctions == "legal":
        assert all(one != other for one, other in pairwise(parties))
    else:
        assert len(set(parties)) == len(parties)
        assert len(parties) == 1 or sanctions == "once"
