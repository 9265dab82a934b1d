"""What benchmarks share: the machine in one line, medians, and their place in docs/performance.md."""

import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from sim.version import __version__

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def machine():
    """Say what was measured on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = f"Python {platform.python_version()}"
    return f"{_processor()}, {cores} cores, {platform.system()}, {python}, sim {__version__}"


def seconds(call, runs):
    """Time a call several times; return (median, least, most)."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), min(taken), max(taken)


def command(*words, **environment):
    """Return a call that runs a command to its end, and fails if it fails."""

    def call():
        subprocess.run(words, check=True, capture_output=True, env={**os.environ, **environment})

    return call


def peak_memory():
    """Return the peak memory of this process in MB; on Linux a child starts with the peak of its parent."""
    import resource  # not on Windows

    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, kilobytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def record(section, text):
    """Print a section and put it in its place in docs/performance.md."""
    print(text)
    begin, end = f"<!-- {section} -->", f"<!-- end of {section} -->"
    page = PAGE.read_text(encoding="utf-8")
    if begin not in page:
        raise SystemExit(f"{PAGE} has no place for {section}")
    kept = re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{text}\n{end}", page, flags=re.DOTALL)
    PAGE.write_text(kept, encoding="utf-8")


def _processor():
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
