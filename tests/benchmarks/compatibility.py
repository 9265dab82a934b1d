"""What a check costs on large random cases and on the CSIS case, beside other programs in the same run."""

import json
import statistics
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
from _measuring import command, machine, peak_memory, record, seconds
from _puzzles import OPTIONS, puzzle, scenario

from sim.compatibility import check
from sim.compatibility.grid import grid
from sim.compatibility.sat_model import SatModel

RUNS = 5
SIM = (sys.executable, "-c", "from sim.cli import main; main()")
ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".venv-peers" / "bin" / "python"
PINS = Path(__file__).parent / "peers.txt"
PATIENCE = 120  # seconds, for one question to another program

MILLION = puzzle(issues=10, lines=30, seed=1)
SEVENTEEN_MILLION = puzzle(issues=12, lines=30, seed=1)
BILLION = puzzle(issues=15, lines=40, seed=7)
BESIDE_NEGMAS = [puzzle(issues, lines=12, seed=0, most_issues=2, most_options=2) for issues in (8, 10)]


def main():
    """Measure, print and record."""
    peak = _peak()
    record("compatibility", "\n".join([*_own(peak), "", *_beside()]))


def _own(peak):
    return [
        f"Measured on {machine()}, python-sat {version('python-sat')};",
        f"median of {RUNS} runs (least to most), seconds of wall time. In the random cases an issue has four",
        "options, each line forbids two or three options on two or three issues together, no package is",
        "compatible, and all minimal sets are listed.",
        "",
        "| what | median | least to most | limit |",
        "|---|---|---|---|",
        _words_row(MILLION, 0.1),
        _check_row(MILLION, 3),
        _words_row(SEVENTEEN_MILLION, 1.5),
        _check_row(SEVENTEEN_MILLION, 8),
        f"| the same, peak memory of its process in MB | {peak:.0f} | once | 400 |",
        _check_row(BILLION, 2, "with SAT, near misses and "),
        *(_csis_row(case) for case in ("published/csis-2025-03", "published/csis-2025-03-red-lines")),
    ]


def _words_row(drawn, limit):
    case = scenario(drawn)
    return _row(f"{drawn.size}: words", lambda: _compatible(case), limit)


def _check_row(drawn, limit, also=""):
    case = scenario(drawn)
    answer = _explained(case)
    if answer.compatible or not answer.survey.whole:
        raise SystemExit(
            f"{drawn.size}: choose another seed, there is a compatible package or too much to list"
        )
    minimal = f"{len(answer.concessions)} concessions, {len(answer.conflicts)} conflicts"
    return _row(f"{drawn.size}: {also}{minimal}", lambda: _explained(case), limit)


def _csis_row(case):
    return _row(f"`sim check {case} --json`, whole process", command(*SIM, "check", case, "--json"), 1)


def _row(what, call, limit):
    median, least, most = seconds(call, RUNS)
    return f"| {what} | {median:.3f} | {least:.3f} to {most:.3f} | {limit:g} |"


def _compatible(case):
    """Work out every package's words, and list the compatible packages."""
    return np.concatenate(
        [
            block.first + np.flatnonzero(block.possible & ~block.blocking.any(axis=1))
            for block in grid(case).blocks()
        ]
    )


def _explained(case):
    answer = check(case)
    _ = answer.near_misses, answer.concessions, answer.conflicts  # worked out when asked for
    return answer


def _beside():
    table = [
        "The same questions to other programs, in the same run, each program in a process of its own;",
        "building the model counts. The last column is their median divided by ours.",
        "",
        "| question | ours | other program | its median | times ours |",
        "|---|---|---|---|---|",
    ]
    if not PEERS.exists():
        return [*table, "| not asked: `make bench` sets the other programs up | | | | |"]
    for drawn in BESIDE_NEGMAS:
        table += _against(drawn, "which are compatible", "words", _count, ["negmas"])
    for drawn in (MILLION, BILLION):
        table += _against(drawn, "is any compatible", "SAT", _any, ["python-constraint2", "ortools"])
    return table


def _count(case):
    return len(_compatible(case))


def _any(case):
    return SatModel(case).witness() is not None


def _against(drawn, question, how, ask, programs):
    case = scenario(drawn)
    answer = ask(case)
    ours, *_ = seconds(lambda: ask(case), RUNS)
    asked = f"{drawn.size}: {question}? ({_said(answer)}) | {ours:.4f} ({how})"
    return [
        f"| {asked} | {program} {_pinned(program)} | {_compared(_theirs(program, drawn, answer), ours)} |"
        for program in programs
    ]


def _compared(theirs, ours):
    """Fill two columns: their median, and how many times ours it is."""
    if theirs is None:
        return f"over {PATIENCE} | over {PATIENCE / ours:,.0f}"
    return f"{theirs:.4f} | {theirs / ours:,.1f}"


def _theirs(program, drawn, answer):
    """Return the other program's median, None where it takes too long; it has to give the same answer."""
    asked = {
        "program": program,
        "issues": drawn.issues,
        "options": OPTIONS,
        "lines": drawn.lines,
        "runs": RUNS,
    }
    try:
        told = subprocess.run(
            [PEERS, Path(__file__).with_name("_peers.py")],
            input=json.dumps(asked), capture_output=True, check=True, text=True, timeout=PATIENCE * RUNS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None
    found = json.loads(told.stdout)
    if found["answer"] != answer:
        raise SystemExit(f"{program} says {found['answer']}, we say {answer}: {drawn}")
    return statistics.median(found["seconds"])


def _said(answer):
    return {True: "yes", False: "no"}[answer] if isinstance(answer, bool) else f"{answer:,}"


def _pinned(program):
    pins = dict(line.split("==") for line in PINS.read_text("utf-8").splitlines() if "==" in line)
    return pins[program]


def _peak():
    """Return the peak memory of a process that explains the second case, in MB; before this one grows.

    On Linux a child starts with the peak of its parent.
    """
    told = subprocess.run([sys.executable, __file__, "--peak"], capture_output=True, check=True, text=True)
    return float(told.stdout)


def _own_peak():
    _explained(scenario(SEVENTEEN_MILLION))
    return peak_memory()


if __name__ == "__main__":
    if sys.argv[1:] == ["--peak"]:
        print(_own_peak())
    else:
        main()
