"""The same cases through both programs: every offer, the agreement and the round have to be equal.

MiCRO throws a die when it repeats one of several packages it has offered. From there on two runs of
NegMAS differ from each other too; such a case is counted by itself, and compared up to that turn.
"""

import json
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from peers import ours
from peers.cases import random_case

PYTHON = Path(__file__).parents[2] / ".venv-peers" / "bin" / "python"
NEGMAS = (PYTHON, Path(__file__).with_name("_negmas.py"))


@dataclass(frozen=True)
class Comparison:
    """How many cases are the same to the end, how many up to a throw of the die, and which differ how.

    `version` is that of NegMAS; `kinds` counts what makes cases worth playing.
    """

    version: str
    identical: int
    up_to_a_die: int
    different: list[str]
    kinds: Counter[str]


def compare(seed, numbers):
    """Play the cases of a seed with these numbers; NegMAS plays while we do."""
    cases = [random_case(seed, number) for number in numbers]
    with ThreadPoolExecutor() as other_core:
        theirs = other_core.submit(_theirs, cases)
        our_runs = [ours.run(case) for case in cases]
        answer = theirs.result()
    verdicts = [_verdict(*three) for three in zip(cases, our_runs, answer["runs"], strict=True)]
    different = [verdict for verdict in verdicts if verdict not in {"identical", "die"}]
    kinds = Counter(kind for case in cases for kind in _kinds(case))
    return Comparison(answer["version"], verdicts.count("identical"), verdicts.count("die"), different, kinds)


def _theirs(cases):
    asked = json.dumps([asdict(case) for case in cases])
    told = subprocess.run(NEGMAS, input=asked, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(told.stdout)


def _verdict(case, our_run, their_runs):
    """Return "identical", "die", or in what the case differs."""
    first, *again = [_up_to_a_die(case, run) for run in their_runs]
    if again and again != [first]:
        return f"{_name(case)}: NegMAS differs from itself, and MiCRO's die does not explain it"
    if _up_to_a_die(case, our_run) != first:
        return _difference(case, our_run, their_runs[0])
    return "identical" if first is their_runs[0] else "die"


def _up_to_a_die(case, run):
    """Return the run itself, or its offers up to the turn in which MiCRO first repeats one of several.

    Of that turn only the step and the party are kept: the die picks the package.
    """
    sent = [set() for _ in case.parties]
    for place, (step, party, package) in enumerate(run["offers"]):
        if case.parties[party].strategy == "micro" and package in sent[party] and len(sent[party]) > 1:
            return [*run["offers"][:place], [step, party]]
        sent[party].add(package)
    return run


def _difference(case, our_run, their_run):
    pairs = zip(our_run["offers"], their_run["offers"], strict=False)
    first = next((f"offers {a} here, {b} there" for a, b in pairs if a != b), "one has fewer offers")
    ends = "; ".join(
        f"{who}: {len(run['offers'])} offers, agreement {run['agreement']}, {run['rounds']} rounds"
        for who, run in (("here", our_run), ("NegMAS", their_run))
    )
    return f"{_name(case)}: {first} ([step, party, package]); {ends}"


def _name(case):
    seats = " ".join(party.strategy for party in case.parties)
    return f"case {case.number} of seed {case.seed} (options {case.options}, {case.rounds} rounds, {seats})"


def _kinds(case):
    """Say what makes a case worth playing, for the count at the end."""
    utilities = [party.utilities for party in case.parties]
    if any(len(set(utility.tolist())) < len(utility) for utility in utilities):
        yield "ties"
    if any((u < p.reservation_value).any() for u, p in zip(utilities, case.parties, strict=True)):
        yield "not all packages acceptable"
    yield from {party.strategy for party in case.parties}
