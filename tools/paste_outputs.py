"""Put what commands really print into README and docs, between `<!-- output: ... -->` and its end.

`python tools/paste_outputs.py` renews every block and the pictures; `tests/test_docs.py` holds the blocks.
A block may keep its first lines only: `<!-- output, first 20 lines: sim watch ... -->`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/analysis.md", "docs/stability.md", "docs/tutorial.md", "docs/write-a-strategy.md")
BLOCK = re.compile(
    r"(?P<opening><!-- output(?:, first (?P<lines>\d+) lines)?: (?P<command>.*?) -->\n```text\n)"
    r".*?(?P<closing>```\n<!-- end of output -->)",
    re.DOTALL,
)
PICTURES = ("compatibility_matrix", "outcome_distribution")
RUN = "run 2025-08-21 --worlds 10000 --seed 1"
SIM = (sys.executable, "-c", "from sim.cli import main; main()")
KEEPING = {"run", "compare", "explore"}
"""Commands that keep runs, and draw pictures into them."""

NO_PICTURES = "from sim.plots import album; album.draw_all = lambda _, folder, *more: [folder / 'none.png']; "
SKETCHING = (*SIM[:2], NO_PICTURES + SIM[2])
"""The same without pictures, which take most of the time and are no part of what is printed."""


def renewed(text, results):
    """Return a page with every block as its command prints it now; runs are kept in `results`."""
    return BLOCK.sub(lambda block: _block(block, results), text)


def printed(command, results, *, draws=False):
    """Return what a `sim` or `python` command prints in a terminal 100 characters wide."""
    program, *words = shlex.split(command)
    if program == "python":
        words = [sys.executable, *words]
    else:
        sim = SIM if draws or words[0] not in KEEPING else SKETCHING
        words = [*sim, *words, *(["--out", str(results)] if words[0] in KEEPING else [])]
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT, env=environment)
    return done.stdout


def _block(block, results):
    lines = [line.rstrip() for line in printed(block["command"], results).splitlines()]
    if block["lines"] and len(lines) > int(block["lines"]):
        lines = [*lines[: int(block["lines"])], "..."]
    return block["opening"] + "\n".join(lines).strip("\n") + "\n" + block["closing"]


def main():
    """Renew every page and picture."""
    with tempfile.TemporaryDirectory() as folder:
        for page in PAGES:
            path = ROOT / page
            path.write_text(renewed(path.read_text("utf-8"), Path(folder)), "utf-8")
        alone = Path(folder) / "pictures"
        printed(f"sim {RUN}", alone, draws=True)
        images = ROOT / "docs" / "images"
        images.mkdir(exist_ok=True)
        for picture in PICTURES:
            (found,) = alone.glob(f"**/{picture}.png")
            shutil.copyfile(found, images / found.name)


if __name__ == "__main__":
    main()
