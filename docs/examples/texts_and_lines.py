"""Confront the texts of each date with the red lines of that date, and play each date in 200 worlds."""
# ruff: noqa: T201  (what it prints is shown on a page of the docs)

import textwrap
from itertools import groupby

import sim
from sim.negotiation.endings import Ending

DATES = ("2022-03-29", "2025-09-04", "2025-11-20", "2025-11-24", "2025-12-15", "2026-01-06")


def tell(name):
    """Print whose lines stop each text, which lines cannot be held together, and how talks end."""
    case = sim.load(name)
    answer = sim.check(case)
    print(f"{case.title} ({name})")
    for text in answer.variants:
        show(f"{text.name}: {'; '.join(stopping(case, text.best.blocks)) or 'stopped by nobody'}")
    for conflict in answer.conflicts:
        show(f"Not together: {' x '.join(stopping(case, conflict))}")
    alone = sim.check(case, only=("quoted", "reported"))
    show(f"By quoted and reported lines alone, {len(alone.compatible)} packages could be signed.")
    endings = list(sim.Negotiation(case, worlds=200, rng=1).play().ending)
    deals, none = endings.count(Ending.AGREED), endings.count(Ending.NO_ZOPA)
    print(f"  Of 200 worlds {deals} end in a deal; in {none} no package was acceptable to all.\n")


def stopping(case, lines):
    """Group lines by the party that states them."""
    for party, own in groupby(lines, lambda line: case.red_lines[line][0]):
        yield f"{case.parties[party].name} ({', '.join(own)})"


def show(text):
    """Print a line, or as many as it takes."""
    width = {"width": 100, "break_on_hyphens": False}
    print(textwrap.fill(text, initial_indent="  ", subsequent_indent="      ", **width))


if __name__ == "__main__":
    for date in DATES:
        tell(date)
