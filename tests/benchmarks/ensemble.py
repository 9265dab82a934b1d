"""How long large runs take, on how many workers, in how much memory and on how much disk; others beside."""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
from _measuring import machine, record

HERE = Path(__file__).parent
PEERS = HERE.parents[1] / ".venv-peers" / "bin" / "python"
OURS = (sys.executable, HERE / "_runs.py")
THEIRS = (PEERS, HERE / "_ensembles.py")
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
RUNS = 3
MILLION = 1_000_000
PART = 100_000
TRIVIAL = 20_000
TABLE = {"rows": 100_000, "columns": 20}
LIMITS = {"seconds": 60, "memory": 1_000, "disk": 80, "times": "8 to 12", "dask": 1.25, "four": 3}
POLL = 0.1  # s


def main():
    """Measure, print and record."""
    if not PEERS.exists():
        raise SystemExit("the other programs are not here: `make bench` sets them up in .venv-peers")
    os.environ.update(PYTHONPATH=str(HERE.parent))  # builders.py is there
    peers = _peers()
    large = [_august(MILLION, workers=CORES, watch=True) for _ in range(RUNS)]
    rows = [*_sizes(large), *_workers(large)]
    record("ensemble", "\n".join([*_about(), "", *_TABLE, *rows, "", *_BESIDE, *peers]))


_TABLE = (
    "| the August case, with diagnosis, kept on disk | median | least to most | limit |",
    "|---|---|---|---|",
)
_BESIDE = ("| what | ours | other program | its median | times ours |", "|---|---|---|---|---|")


def _about():
    return [
        f"Measured on {machine()}; median of {RUNS} runs (least to most), wall time without the start of",
        "the first process and without pictures. Memory is what all processes of a run share and have by",
        f"themselves (PSS), looked at every {POLL:g} s. All runs of a size had the same checksum.",
    ]


def _sizes(large):
    """Rows for a million worlds on all cores, and for a tenth of them."""
    small = [_august(PART, workers=CORES) for _ in range(RUNS)]
    times = _median(large, "seconds") / _median(small, "seconds")
    first, memory = large[0], _median(large, "memory")
    return [
        _row(f"{MILLION:,} worlds, {CORES} processes, s", large, "seconds", LIMITS["seconds"]),
        f"| their peak memory, MB | {memory:.0f} | {_spread(large, 'memory', 0)} | {LIMITS['memory']} |",
        f"| on disk, MB | {first['bytes'] / 1e6:.1f} | | {LIMITS['disk']} |",
        _row("their summary, s", large, "summary", ""),
        _row(f"{PART:,} worlds, {CORES} processes, s", small, "seconds", ""),
        f"| ten times the worlds: times as long | {times:.1f} | | {LIMITS['times']} |",
    ]


def _workers(processes):
    """Rows for one process, more of them, threads, and Dask."""
    asked = {
        "1 process": {"workers": 1},
        "2 processes": {"workers": 2},
        "4 processes": {"workers": 4},
        "2 threads": {"threads": 2},
    }
    rows, medians = [], {}
    for what, how in asked.items():
        answers = [_august(PART, **how) for _ in range(RUNS)]
        medians[what] = _median(answers, "seconds")
        rows.append(_row(f"{PART:,} worlds, {what}, s", answers, "seconds", ""))
    rows += [
        f"| {what}: times as fast as one process | {medians['1 process'] / medians[what]:.2f} | | {limit} |"
        for what, limit in (("2 processes", ""), ("4 processes", LIMITS["four"]), ("2 threads", ""))
    ]
    dask = [_august(MILLION, workers=CORES, cluster="local") for _ in range(RUNS)]
    ratio = _median(dask, "seconds") / _median(processes, "seconds")
    return [
        *rows,
        _row(f"{MILLION:,} worlds, Dask on {CORES} local workers, s", dask, "seconds", ""),
        f"| as long as {CORES} processes, times | {ratio:.2f} | | {LIMITS['dask']} |",
    ]


def _peers():
    theirs = _ask(THEIRS, worlds=TRIVIAL, runs=RUNS, **TABLE)
    mesa, ema = theirs["versions"]["mesa"], theirs["versions"]["ema_workbench"]
    ours = _ask(OURS, question="trivial", worlds=TRIVIAL, runs=RUNS)
    tables = _ask(OURS, question="tables", runs=RUNS, **TABLE)
    trivial = f"a trivial model in {TRIVIAL:,} worlds, microseconds a world"
    kept = f"{TABLE['rows']:,} x {TABLE['columns']} numbers"
    each = 1e6 / TRIVIAL
    return [
        _beside(trivial, ours, f"Mesa {mesa}, `batch_run`, 1 process", theirs["mesa"], each),
        _beside(trivial, ours, f"EMA Workbench {ema}, 1 process", theirs["ema"]["one"], each),
        _beside(trivial, ours, f"EMA Workbench {ema}, {CORES} processes", theirs["ema"]["all"], each),
        _beside(f"{kept}: save, s", tables["save"], f"EMA Workbench {ema}", theirs["tables"]["save"]),
        _beside(f"{kept}: load, s", tables["load"], f"EMA Workbench {ema}", theirs["tables"]["load"]),
    ]


def _beside(what, ours, other, theirs, unit=1.0):
    mine, its = unit * statistics.median(ours), unit * statistics.median(theirs)
    return f"| {what} | {mine:.3g} | {other} | {its:.3g} | {its / mine:.1f} |"


def _august(worlds, *, watch=False, **how):
    answer, memory = _ask(OURS, watch=watch, question="august", worlds=worlds, **how)
    same = _CHECKSUMS.setdefault(worlds, answer["checksum"])
    if answer["checksum"] != same:
        raise SystemExit(f"{worlds:,} worlds, {how}: another checksum")
    return {**answer, "memory": memory}


_CHECKSUMS = {}


def _ask(program, watch=None, **question):
    """Ask a process of its own; if `watch` is given, with the peak memory of all its processes."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(program, **pipes, text=True)  # bars on the error stream are of no use
    peak = [0.0]
    if watch:
        threading.Thread(target=_watch, args=(process.pid, peak), daemon=True).start()
    told, _ = process.communicate(json.dumps(question))
    if process.returncode:
        raise SystemExit(f"{program} failed")
    answer = json.loads(told)
    return answer if watch is None else (answer, peak[0])


def _watch(pid, peak):
    """Note the largest sum of what a process and its children hold of memory, in MB."""
    parent = psutil.Process(pid)
    while parent.is_running():
        total = 0.0
        try:
            for process in (parent, *parent.children(recursive=True)):
                total += process.memory_full_info().pss / 2**20
        except psutil.Error:
            pass
        peak[0] = max(peak[0], total)
        time.sleep(POLL)


def _median(answers, what):
    return statistics.median(answer[what] for answer in answers)


def _spread(answers, what, digits=2):
    values = [answer[what] for answer in answers]
    return f"{min(values):.{digits}f} to {max(values):.{digits}f}"


def _row(label, answers, what, limit):
    return f"| {label} | {_median(answers, what):.2f} | {_spread(answers, what)} | {limit} |"


if __name__ == "__main__":
    main()
