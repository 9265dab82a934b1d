"""Under which conditions a measure holds: the box that scenario discovery talks about."""

from __future__ import annotations

from typing import Any

from sim.analysis.discovery.discover import Discovery
from sim.analysis.discovery.limits import Between, Limits
from sim.analysis.exploring.finding import Finding


def conditions(found: Discovery) -> Finding:
    """Say the conditions of the first box, with how much it holds and how purely.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.discovery.discover import discover
    >>> sorted(conditions(discover(sim.run("2025-08-21", worlds=500, seed=1))).numbers)
    ['coverage', 'density', 'limits', 'mass', 'of_interest', 'worlds']
    """
    if not found.searches:
        return Finding("conditions", found.because, {})
    box = found.searches[0].box
    numbers = {
        "coverage": box.coverage,
        "density": box.density,
        "mass": box.mass,
        "worlds": box.worlds,
        "of_interest": box.of_interest,
        "limits": {name: _plain(limits) for name, limits in box.limits.items()},
    }
    return Finding("conditions", found.sentences[0], numbers)


def _plain(limits: Limits) -> dict[str, Any]:
    """Return limits for JSON, which knows no infinity."""
    if isinstance(limits, Between):
        ends = {"low": limits.low, "high": limits.high}
        return {name: end for name, end in ends.items() if abs(end) != float("inf")}
    return {"kept": list(limits.kept)}
