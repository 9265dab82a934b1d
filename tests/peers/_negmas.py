"""Plays cases with NegMAS through its public API; runs in .venv-peers, which holds it, and not sim.

Reads a list of cases (those of cases.py, as JSON) from standard input; writes the version of NegMAS, and
for each case its runs: {"offers": [[step, party, package]], "agreement": package or null, "rounds": n}. There
are two where a party plays MiCRO. They differ in the seeds of Python's and NumPy's dice, so that one sees
what the dice decided.

NegMAS sorts packages by utility with `numpy.argsort`, whose default kind orders equal utilities as the
processor's vector instructions happen to. In this process the default is the stable kind, as it was when the
runs in tests/negotiation/test_reference_runs.py were recorded: index order, on any machine.
"""

import json
import random
import sys
from functools import partial, wraps
from importlib.metadata import version
from itertools import product

import numpy as np


def stable(argsort):
    """Make the stable kind the default, where the caller names none."""

    @wraps(argsort)
    def sorted_stably(a, axis=-1, kind=None, order=None, **more):
        if not more:
            kind = kind or "stable"
        return argsort(a, axis, kind, order, **more)

    return sorted_stably


def negotiator(party):
    """Return the negotiator for a seat; it is still to be made."""
    from negmas.sao.negotiators import AspirationNegotiator, MiCRONegotiator

    if party["strategy"] == "micro":
        return MiCRONegotiator
    kind = party["strategy"] if party["exponent"] is None else party["exponent"]
    return partial(AspirationNegotiator, aspiration_type=kind, tolerance=party["tolerance"])


def run(case, seed):
    """Play one case."""
    from negmas import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.sao import SAOMechanism

    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002  (NegMAS may use it)
    issues = [make_issue(list(range(count)), name=f"i{i}") for i, count in enumerate(case["options"])]
    space = make_os(issues)
    mechanism = SAOMechanism(outcome_space=space, n_steps=case["rounds"])
    seats = {}
    for place, party in enumerate(case["parties"]):
        utility = LinearAdditiveUtilityFunction(
            values=[dict(enumerate(scores)) for scores in party["scores"]], weights=party["weights"],
            bias=party["bias"], outcome_space=space, reserved_value=party["reservation_value"],
        )  # fmt: skip
        seated = negotiator(party)(name=f"p{place}")
        mechanism.add(seated, ufun=utility)
        seats[seated.id] = place
    ended = mechanism.run()
    if ended.has_error:
        raise RuntimeError(ended.error_details)
    index = {package: k for k, package in enumerate(product(*map(range, case["options"])))}
    return {
        "offers": [[step, seats[who], index[offer]] for step, who, offer in mechanism.extended_trace],
        "agreement": None if ended.agreement is None else index[ended.agreement],
        "rounds": ended.step,
    }


def runs(case):
    """Play one case as often as it takes to see whether the dice decided anything."""
    seeds = (1, 2) if any(party["strategy"] == "micro" for party in case["parties"]) else (1,)
    return [run(case, seed) for seed in seeds]


def main():
    """Answer one request; NegMAS is not imported before argsort is as it shall be."""
    np.argsort = stable(np.argsort)
    answer = {"version": version("negmas"), "runs": [runs(case) for case in json.load(sys.stdin)]}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
