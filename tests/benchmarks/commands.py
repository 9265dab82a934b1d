"""How long a person waits for the command line: whole processes, start-up included."""

import sys
import tempfile
from pathlib import Path

from _measuring import command, machine, record, seconds

RUNS = 5
SUFFIX = {"report": ".html"}
SIM = (sys.executable, "-c", "from sim.cli import main; main()")
CASE = "2025-08-21"
LIMITS = {
    "`sim --help`": 0.5,
    f"`sim check {CASE}`": 2.0,
    f"`sim run {CASE}`, 10,000 worlds with pictures": 15.0,
    f"`sim report {CASE}`, of these 10,000 worlds": 30.0,
    f"`sim brief {CASE}`": 15.0,
    "`sim scenarios`": 2.0,
}


def main():
    """Measure, print and record."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [_row(what, call, LIMITS[what]) for what, call in _calls(Path(folder)).items()]
        rows.append(_row(*_first(Path(folder)), runs=1))
    table = "\n".join(
        [
            f"Measured on {machine()}; median of {RUNS} runs (least to most), seconds of wall time.",
            "",
            "| command | median | least to most | limit |",
            "|---|---|---|---|",
            *rows,
        ]
    )
    record("commands", table)


def _calls(folder):
    places = iter(range(1000))

    def anew(*words):
        """Call a command that writes, each time to another place."""

        def call():
            place = folder / f"{next(places)}{SUFFIX.get(words[0], '')}"
            command(*SIM, *words, "--out", str(place))()

        return call

    size = ("--worlds", "10000", "--seed", "1")
    kept = str(folder / "kept")
    command(*SIM, "run", CASE, *size, "--out", kept)()
    calls = (
        command(*SIM, "--help"),
        command(*SIM, "check", CASE),
        anew("run", CASE, *size),
        anew("report", CASE, *size, "--results", kept),
        anew("brief", CASE),
        command(*SIM, "scenarios"),
    )
    return dict(zip(LIMITS, calls, strict=True))


def _first(folder):
    """The first run after installation: no compiled files and no font list yet."""
    nothing_kept = {"PYTHONPYCACHEPREFIX": str(folder / "pyc"), "MPLCONFIGDIR": str(folder / "mpl")}
    call = command(
        *SIM, "run", CASE, "--worlds", "10000", "--seed", "1", "--out", str(folder / "f"), **nothing_kept
    )
    return f"`sim run {CASE}`, its first call after installation (once)", call, 15.0


def _row(what, call, limit, runs=RUNS):
    median, least, most = seconds(call, runs)
    return f"| {what} | {median:.2f} | {least:.2f} to {most:.2f} | {limit:g} |"


if __name__ == "__main__":
    main()
