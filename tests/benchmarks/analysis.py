"""What the analysis of a run costs, beside NegMAS, SALib and EMA Workbench in the same run."""

import json
import statistics
import subprocess
from pathlib import Path

import _conflicts
import _discovery
import _sensitivity
import _solutions
from _measuring import machine, record, seconds
from threadpoolctl import threadpool_limits

import sim

RUNS = 5
HERE = Path(__file__).parent
REFERENCE = HERE.parents[2] / "shared" / "reference"
PEERS = HERE.parents[1] / ".venv-peers" / "bin" / "python"


def main():
    """Measure, print and record."""
    lines = [
        f"Measured on {machine()}; ours on one thread, others as",
        f"they come, in processes of their own; median of {RUNS} runs (least to most), seconds, without "
        "starting.",
        "",
        "| what | ours | limit | other program | its median | times ours |",
        "|---|---|---|---|---|---|",
        *_frontier(),
        *_concepts(),
        *_sobol(),
        *_prim(),
        *_stability(),
        *_of_a_run(),
    ]
    record("analysis", "\n".join(lines))


def _row(what, ours, limit="", other="", theirs=None):
    median, least, most = ours
    beside = f"{theirs:.3g} | {theirs / median:,.1f}" if theirs is not None else " | "
    return f"| {what} | {median:.3g} ({least:.3g} to {most:.3g}) | {limit} | {other} | {beside} |"


def _frontier():
    ours, efficient = _solutions.frontier_seconds(RUNS)
    told = _solutions.negmas_frontier(RUNS)
    if told["efficient"] != efficient:
        raise SystemExit(f"NegMAS finds {told['efficient']} efficient packages, we find {efficient}")
    what = f"Pareto frontier of 65,536 packages, 6 parties ({efficient:,} efficient)"
    yield _row(what, ours, 0.3, f"NegMAS {told['version']}", statistics.median(told["seconds"]))


def _concepts():
    found = _solutions.concept_seconds(RUNS)
    what = "10,000 worlds x 324 packages x 6 parties"
    yield _row(f"{what}: all solution concepts and the frontier", found.pop("all"), 2)
    yield from (_row(f"{what}: {name.replace('_', '-')}", taken) for name, taken in found.items())


def _sobol():
    for second in (False, True):
        told = _asked("_sensitivity.py", inputs=30, rows=4096, second=second, resamples=100, runs=RUNS)
        ours = _sensitivity.ours(RUNS, second=second)
        what = f"Sobol indices, 30 inputs, N = 4,096, 100 resamples, {'with' if second else 'without'} pairs"
        theirs = statistics.median(told["seconds"])
        yield _row(what, _spread(ours["seconds"]), 0.1, f"SALib {told['version']}", theirs)


def _prim():
    """Time PRIM on published data, where they are at hand, and on many worlds, on which they take long."""
    cases = {"100,000 worlds x 30 inputs": (_discovery.LARGE, "large", 1)}
    if REFERENCE.is_dir():
        cases = {"the data of Bryant and Lempert": ({"folder": str(REFERENCE)}, "small", RUNS), **cases}
    for what, (which, size, their_runs) in cases.items():
        ours = _discovery.ours(RUNS, **which)
        told = _asked("_discovery.py", runs=their_runs, **which)
        if told["boxes"] != ours["boxes"]:
            raise SystemExit(f"EMA Workbench finds other boxes than we do: {what}")
        name, theirs = f"EMA Workbench {told['version']}", statistics.median(told["seconds"])
        boxes = f"PRIM on {what}, {len(ours['boxes'])} boxes"
        yield _row(boxes, _spread(ours["seconds"]), _discovery.LIMITS[size], name, theirs)


def _stability():
    for sanctions in ("legal", "once", "single"):
        what = f"stability of 2,048 packages, 5 parties, four concepts, {sanctions}"
        yield _row(what, _conflicts.stability_seconds(RUNS, sanctions), 5)
    worlds = 200
    moves, preferences = _conflicts.conflict(issues=8, parties=5, worlds=(worlds,))
    what = f"the same, 256 packages in {worlds} worlds, legal"
    yield _row(what, seconds(lambda: _conflicts.stability(moves, preferences), RUNS))


def _of_a_run():
    for what, taken in _solutions.august_seconds(RUNS).items():
        yield _row(f"August, 10,000 worlds: {what}", taken)
    run = sim.run("2025-08-21", worlds=10_000, seed=1)
    yield _row("August, 10,000 worlds: `sim explore`, all of it", seconds(lambda: sim.explore(run), RUNS))


def _spread(taken):
    return statistics.median(taken), min(taken), max(taken)


def _asked(script, **question):
    """Ask a program in .venv-peers; return its answer."""
    told = subprocess.run(
        [PEERS, HERE / script], input=json.dumps(question), stdout=subprocess.PIPE, check=True, text=True
    )
    return json.loads(told.stdout)


if __name__ == "__main__":
    with threadpool_limits(limits=1):
        main()
