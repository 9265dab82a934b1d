"""Put what commands really print into README and docs, between `<!-- output: ... -->` and its end.

`python tools/paste_outputs.py` renews every block and the pictures; `tests/test_docs.py` holds the blocks.
A block may keep its first lines only, `<!-- output, first 20 lines: sim watch ... -->`, or those from the
first that begins with some words, `<!-- output, 3 lines from "How it ends": sim run ... -->`. Commands are
called in this process, as starting one takes longer than most of them.
"""

import io
import os
import re
import runpy
import shlex
import shutil
import sys
import tempfile
from contextlib import chdir, contextmanager, redirect_stdout
from functools import cache
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "docs/compare-a-what-if.md",
    "docs/analysis.md",
    "docs/positions.md",
    "docs/stability.md",
    "docs/tutorial.md",
    "docs/write-a-strategy.md",
)
BLOCK = re.compile(
    r"(?P<opening><!-- output"
    r"(?:, first (?P<first>\d+) lines|, (?P<count>\d+) lines from \"(?P<start>.*?)\")?: "
    r"(?P<command>.*?) -->\n```text\n).*?(?P<closing>```\n<!-- end of output -->)",
    re.DOTALL,
)
PICTURES = ("compatibility_matrix", "outcome_distribution")
RUN = "sim run 2025-08-21 --worlds 10000 --seed 1"
KEEPING = {"run", "compare", "explore"}
"""Commands that keep runs, and draw pictures into them."""

AS_IN_A_TERMINAL = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}


def renewed(text, results):
    """Return a page with every block as its command prints it now; runs are kept in `results`."""
    return BLOCK.sub(lambda block: _block(block, results), text)


@cache
def printed(command, results, *, draws=False):
    """Return what a `sim` or `python` command prints in a terminal 100 characters wide."""
    program, *words = shlex.split(command)
    told = io.StringIO()
    with chdir(ROOT), mock.patch.dict(os.environ, AS_IN_A_TERMINAL), redirect_stdout(told):
        if program == "python":
            _python(*words)
        else:
            kept = ["--out", str(results)] if words[0] in KEEPING else []
            with _pictures(drawn=draws or words[0] not in KEEPING):
                _sim(*words, *kept)
    return told.getvalue()


def _python(*words):
    match words:
        case "-c", code:
            exec(code, {"__name__": "__main__"})  # noqa: S102  (our own pages)
        case (script,):
            runpy.run_path(script, run_name="__main__")
        case _:
            raise ValueError(f"expected python -c CODE or python SCRIPT, found {words}")


def _sim(*words):
    from sim.cli import main  # noqa: PLC0415  (tests set up the checks of axes before)

    with mock.patch.object(sys, "argv", ["sim", *words]):
        try:
            main()
        except SystemExit as left:
            if left.code:
                raise ValueError(f"{shlex.join(sys.argv)} leaves with {left.code}") from left


@contextmanager
def _pictures(*, drawn):
    """Leave pictures out, which take most of the time and are no part of what is printed."""
    if drawn:
        yield
        return
    from sim.plots import album  # noqa: PLC0415  (slow to import)

    with mock.patch.object(album, "draw_all", _draw_nothing):
        yield


def _draw_nothing(_, folder, *_more):
    return [folder / "none.png"]


def _block(block, results):
    lines = [line.rstrip() for line in printed(block["command"], results).splitlines()]
    if block["start"]:
        start = [line.strip().startswith(block["start"]) for line in lines].index(True)
        lines = lines[start : start + int(block["count"])]
    elif block["first"] and len(lines) > int(block["first"]):
        lines = [*lines[: int(block["first"])], "..."]
    return block["opening"] + "\n".join(lines).strip("\n") + "\n" + block["closing"]


def main():
    """Renew every page and picture."""
    with tempfile.TemporaryDirectory() as folder:
        for page in PAGES:
            path = ROOT / page
            path.write_text(renewed(path.read_text("utf-8"), Path(folder)), "utf-8")
        alone = Path(folder) / "pictures"
        printed(RUN, alone, draws=True)
        images = ROOT / "docs" / "images"
        images.mkdir(exist_ok=True)
        for picture in PICTURES:
            (found,) = alone.glob(f"**/{picture}.png")
            shutil.copyfile(found, images / found.name)


if __name__ == "__main__":
    main()
