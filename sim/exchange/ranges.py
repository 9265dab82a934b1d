"""A range of numbers becomes options, if there are not too many."""

from __future__ import annotations

from sim.exchange.domain import DomainIssue
from sim.exchange.naming import apart
from sim.exchange.notes import Page

MOST_OPTIONS = 1_000
"""Whole numbers that become an option each; of a longer range, some have to be chosen."""


def whole_range(
    name: str, ends: tuple[int, int, int], steps: int | None, page: Page, line: int = 0
) -> DomainIssue | None:
    """Make an issue of the whole numbers from a low one to a high one, by a stride; None if it cannot be.

    Examples
    --------
    >>> from pathlib import Path
    >>> from sim.exchange.notes import Report
    >>> whole_range("price", (-2, 2, 1), None, Report().page(Path("x.xml"))).options
    ('-2', '-1', '0', '1', '2')
    """
    low, high, stride = ends
    if low > high or stride < 1:
        page.problem(f"issue {name!r} has the range {low} to {high}, expected the lower number first", line)
        return None
    count = (high - low) // stride + 1
    if count <= MOST_OPTIONS:
        return _issue(name, tuple(range(low, high + 1, stride)))
    if steps is None:
        page.problem(
            f"issue {name!r} has {count:,} whole numbers, expected at most {MOST_OPTIONS:,}: "
            "--steps N takes N of them",
            line,
        )
        return None
    page.lost(f"issue {name!r} has {count:,} whole numbers; {steps} are kept, evenly spread", line)
    return _issue(name, tuple(low + stride * (place * (count - 1) // (steps - 1)) for place in range(steps)))


def real_range(
    name: str, ends: tuple[float, float], steps: int | None, page: Page, line: int = 0
) -> DomainIssue | None:
    """Make an issue of some real numbers of a range; None, and a problem, if nobody said how many."""
    low, high = ends
    if not low <= high:
        page.problem(
            f"issue {name!r} has the range {low:g} to {high:g}, expected the lower number first", line
        )
        return None
    whole = f"issue {name!r} is any number from {low:g} to {high:g}"
    if steps is None:
        page.problem(f"{whole}, which options cannot represent: --steps N takes N, evenly spread", line)
        return None
    page.lost(f"{whole}; {steps} are kept, evenly spread", line)
    return _issue(name, tuple(dict.fromkeys(_spread(low, high, steps))))


def listed(name: str, values: tuple[object, ...]) -> DomainIssue:
    """Make an issue of values that are listed."""
    return DomainIssue(name, tuple(apart([str(value) for value in values])), values)


def _issue(name: str, numbers: tuple[float, ...]) -> DomainIssue:
    return DomainIssue(name, tuple(map(str, numbers)), numbers)


def _spread(low: float, high: float, steps: int) -> list[float]:
    """Return `steps` numbers from low to high, both among them."""
    last = steps - 1
    return [low + (high - low) * step / last for step in range(last)] + [high]
