"""How many worlds a second are negotiated on one core, beside NegMAS in the same run on the same core."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from _measuring import machine, record
from _preferences import RESERVATION_VALUE, Size

HERE = Path(__file__).parent
PEERS = HERE.parents[1] / ".venv-peers" / "bin" / "python"
OURS = (sys.executable, HERE / "_ours.py")
NEGMAS = (PEERS, HERE / "_negmas.py")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "NUMBA")}

RUNS = 5
SECONDS = 1.0  # of each run


@dataclass(frozen=True)
class Row:
    """One size, the worlds that NegMAS plays of it in each run, and what we want of ours."""

    size: Size
    negmas_worlds: int
    worlds_per_second: int
    times: int


ROWS = [
    Row(Size(parties=6, issues=6, options=3, rounds=50), 30, 15_000, 500),
    Row(Size(parties=2, issues=6, options=3, rounds=50), 80, 45_000, 450),
    Row(Size(parties=6, issues=8, options=4, rounds=50), 1, 200, 200),
    Row(Size(parties=6, issues=6, options=3, rounds=729, strategy="micro"), 5, 2_000, 400),
]
SMALL = ROWS[0].size
WATCHED = {"milliseconds": 5, "times": 8}
PEAK = {"worlds": 100_000, "limit": 500}
GROWTH = {"batch": 20, "few": 200, "many": 2_000}
GROWTH_LIMIT = 2  # MB

RATES = (
    "| case | worlds/s, ours | at least | drawn | negotiations/s, NegMAS | times | at least | quiet |",
    "|---|---|---|---|---|---|---|---|",
)
SINGLES = (f"The same for {SMALL}:", "", "| what | ours | limit |", "|---|---|---|")


def main():
    """Measure, print and record."""
    if not PEERS.exists():
        raise SystemExit("NegMAS is not here: `make bench` sets it up in .venv-peers")
    where = machine()
    _one_core()
    answers = [(_theirs(row), _ours(row)) for row in ROWS]
    rows = [_rates_row(row, *answer) for row, answer in zip(ROWS, answers, strict=True)]
    small, _ = answers[0]
    singles = [*_one_world(small), *_memory()]
    about = _about(where, small["version"])
    record("negotiation", "\n".join([*about, "", *RATES, *rows, "", *SINGLES, *singles]))


def _one_core():
    """Keep this process, and those it starts, on one core and in one thread."""
    os.environ.update(ONE_THREAD, PYTHONPATH=str(HERE.parent))  # builders.py is there
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _about(where, negmas):
    *most, last = (str(row.negmas_worlds) for row in ROWS)
    return [
        f"Measured on {where}, NumPy {version('numpy')},",
        f"one core and thread for either program; median of {RUNS} runs (least to most). Ours: batches for",
        f"{SECONDS:g} s a run, preferences and utilities drawn, then played; *drawn* stops before that:",
        f"so fast could the whole be. NegMAS {negmas}: its aspiration or MiCRO negotiators on the first",
        f"{', '.join(most)} and {last} of these worlds. Making utility functions, mechanism and negotiators",
        "counts, drawing does not. *Quiet* is how many times as fast ours is where the extra callbacks of",
        "NegMAS, on as it comes, are off (MiCRO needs them). Both programs end each of these with the same",
        "package in the same round. Weights are Dirichlet(1), scores uniform, then scaled to 0..1",
        f"within an issue, reservation values are {RESERVATION_VALUE:g}, all in float64.",
    ]


def _rates_row(row, theirs, ours):
    if ours["ends"] != theirs["ends"]:
        raise SystemExit(f"{row.size}: ours ends with {ours['ends']}, NegMAS with {theirs['ends']}")
    played, drawn, other, quiet = (
        statistics.median(rates)
        for rates in (ours["played"], ours["drawn"], theirs["rates"], theirs["quiet_rates"])
    )
    return (
        f"| {row.size} | {_spread(ours['played'])} | {row.worlds_per_second:,} | {_rounded(drawn)} "
        f"| {_spread(theirs['rates'])} | {played / other:,.0f} | {row.times} | {played / quiet:,.0f} |"
    )


def _ours(row):
    return _ask(OURS, question="rates", size=row.size, runs=RUNS, seconds=SECONDS, same=row.negmas_worlds)


def _theirs(row):
    answer = _ask(NEGMAS, size=row.size, worlds=row.negmas_worlds, runs=RUNS)
    rates, quiet = ([row.negmas_worlds / s for s in answer[of]] for of in ("seconds", "quiet"))
    return {**answer, "rates": rates, "quiet_rates": quiet}


def _one_world(theirs):
    """Rows for what a single world takes: watched once warm, and as the first one of a process."""
    ours = [1000 * seconds for seconds in _ask(OURS, question="one_watched", size=SMALL, runs=RUNS)]
    other = 1000 / statistics.median(theirs["rates"])
    times = other / statistics.median(ours)
    with tempfile.TemporaryDirectory() as folder:
        compiling, cached = (
            _ask(OURS, {"NUMBA_CACHE_DIR": folder}, question="first", size=SMALL) for _ in range(2)
        )
    return [
        f"| one world, watched, ms (NegMAS {other:.1f}: {times:.1f} times, at least {WATCHED['times']}) "
        f"| {_spread(ours)} | {WATCHED['milliseconds']} |",
        f"| first world of a process, imports aside, nothing compiled yet, s | {compiling:.2f} | |",
        f"| the same, compiled code cached, s | {cached:.2f} | |",
    ]


def _memory():
    """Rows for the peak of memory, and for what stays behind after each batch."""
    peak = _ask(OURS, question="peak", size=SMALL, worlds=PEAK["worlds"])
    growth = _ask(OURS, question="growth", size=SMALL, **GROWTH)
    batches = f"{GROWTH['few']:,} to {GROWTH['many']:,} batches of {GROWTH['batch']} worlds"
    return [
        f"| peak memory of a process playing {PEAK['worlds']:,} worlds, MB | {peak:.0f} | {PEAK['limit']} |",
        f"| by how much the peak grows from {batches}, MB | {growth:.1f} | {GROWTH_LIMIT} |",
    ]


def _ask(program, environment=None, **question):
    """Ask a process of its own; the answer is JSON."""
    question["size"] = asdict(question["size"])
    told = subprocess.run(
        program, input=json.dumps(question), stdout=subprocess.PIPE, check=True, text=True,
        env={**os.environ, **(environment or {})},
    )  # fmt: skip
    return json.loads(told.stdout)


def _spread(values):
    median, *ends = (_rounded(f(values)) for f in (statistics.median, min, max))
    return f"{median} ({' to '.join(ends)})"


def _rounded(value):
    """Keep three digits of small numbers, all whole ones of large."""
    return f"{value:,.{2 if value < 10 else 1 if value < 100 else 0}f}"


if __name__ == "__main__":
    main()
