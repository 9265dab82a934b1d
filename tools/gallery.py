"""Make `docs/gallery.md` and its images, or look at every picture of six scenarios at three sizes.

python tools/gallery.py              # the page and its images
python tools/gallery.py --check DIR  # prints what cannot be read; contact sheets into DIR
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from matplotlib.axes import Axes
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from plots.drawn import unreadable  # noqa: E402  (found once the folder is on the path)
from plots.real_tables import SCENARIOS, real_tables  # noqa: E402

from sim.plots import EVERY_PICTURE, EXPLORED, PICTURES  # noqa: E402
from sim.plots.alt_text import alt_text, finding  # noqa: E402
from sim.plots.style import in_style, new_axes  # noqa: E402

PAGE, IMAGES = ROOT / "docs" / "gallery.md", ROOT / "docs" / "images" / "gallery"
WORLDS = 1000
SIZES = {"small": (5.0, 3.5), "usual": None, "large": (13.0, 8.0)}
SHEET_WIDTH = 560
"""Pixels of a picture on a contact sheet; a large one is shrunk to it."""

SHOWN = {
    "negotiation_path": "published/elmira",
    "outcome_distribution": "2025-11-20",
    "sweep_curve": "what-if/russia-shut-out",
    "time_to_agreement": "what-if/one-text",
    "tipping_curve": "published/prisoners-dilemma",
}
"""Of which scenario a picture is shown; of August 2025 if it is not here."""

COMMANDS = {
    "comparison": "sim compare A B --picture FOLDER",
    "crossed_lines": "sim check CASE --picture FOLDER",
    "morris_steps": "sim sensitivity CASE --method morris --picture FOLDER",
    "negotiation_path": "sim watch CASE --picture FOLDER",
    "sobol_bars": "sim sensitivity CASE --picture FOLDER",
    "sweep_curve": "sim run CASE --set 'sweep={negotiation.rounds: [2, 8, 20]}'",
    "tipping_curve": "sim tip CASE PATH --target 'agreed >= 0.5' --picture FOLDER",
}
"""What makes a picture that no run and no exploration leaves behind, or not it alone."""

HEAD = """# Gallery

Every picture the program draws, each of a bundled case. `tools/gallery.py` makes this page. Commands leave
beside each PNG the same picture as SVG and PDF, its table as CSV, and what it says in words. From Python,
`sim.plots.EVERY_PICTURE` has them all by name: each takes a table, and `ax=`, where it should go.
"""


def command(name: str) -> str:
    """Return the command that draws a picture."""
    if name in COMMANDS:
        return COMMANDS[name]
    if name in EXPLORED:
        return "sim explore RUN"
    if name in PICTURES:
        return "sim run CASE"
    raise KeyError(f"no command is known to draw {name}: add it to COMMANDS")


def says(name: str) -> str:
    """Say in a sentence what a picture shows, as its function does."""
    first = inspect.getdoc(EVERY_PICTURE[name]) or ""
    return re.sub(r"^Draw\b", "Draws", " ".join(first.partition("\n\n")[0].split()))


def section(name: str, axes: Axes) -> str:
    """Return what the page says of a picture."""
    alt = re.sub(r"[\[\]]", "", alt_text(axes))
    return (
        f"## {name}\n\n{says(name)}\n\n```sh\n{command(name)}\n```\n\n"
        f"![{alt}](images/gallery/{name}.png)\n\n*{finding(axes)}*\n"
    )


def make() -> None:
    """Write the page and its images."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    sections = []
    for name, picture in EVERY_PICTURE.items():
        axes = picture(real_tables(SHOWN.get(name, "2025-08-21"), WORLDS)[name])
        (IMAGES / f"{name}.png").write_bytes(png(axes, 100))
        sections.append(section(name, axes))
    PAGE.write_text("\n".join([HEAD, *sections]), encoding="utf-8")


@in_style
def png(axes: Axes, dpi: float) -> bytes:
    """Render the figure of `axes`, without the name of the program: the same picture has the same bytes."""
    buffer = BytesIO()
    axes.figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    return buffer.getvalue()


def check(folder: Path) -> int:
    """Draw every picture of every scenario at every size, and return how many cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for name in EVERY_PICTURE:
        rows = []
        for scenario, size, axes in drawn(name):
            if bad := unreadable(axes):
                wrong += 1
                print(f"{name}, {scenario}, {size}: {bad}")
            rows.append(Image.open(BytesIO(png(axes, 100))).convert("RGB"))
        if rows:
            contact_sheet(rows).save(folder / f"{name}.png")
    return wrong


def drawn(name: str) -> Iterator[tuple[str, str, Axes]]:
    """Yield scenario, size and axes of a picture, wherever there is something to draw."""
    for scenario in SCENARIOS:
        table = real_tables(scenario).get(name)
        for size, inches in SIZES.items() if table is not None else ():
            yield scenario, size, EVERY_PICTURE[name](table, new_axes(*inches) if inches else None)


def contact_sheet(pictures: list[Image.Image]) -> Image.Image:
    """Put pictures side by side, a row for each scenario; below each row the same in grey."""
    small = [one.resize((SHEET_WIDTH, round(one.height * SHEET_WIDTH / one.width))) for one in pictures]
    rows = [small[start : start + len(SIZES)] for start in range(0, len(small), len(SIZES))]
    rows = [row for pair in ((row, [one.convert("L") for one in row]) for row in rows) for row in pair]
    heights = [max(one.height for one in row) for row in rows]
    sheet = Image.new("RGB", (SHEET_WIDTH * len(SIZES), sum(heights)), "white")
    for place, row in enumerate(rows):
        for column, one in enumerate(row):
            sheet.paste(one, (column * SHEET_WIDTH, sum(heights[:place])))
    return sheet


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", metavar="DIR", type=Path, help="look at all sizes, and write nothing else")
    folder = parser.parse_args().check
    sys.exit(make() if folder is None else min(check(folder), 1))
