"""What something is worth to a party, as its sheet says it: points, or a place in its order."""

from __future__ import annotations

from sim.analysis.briefing import Order, Role, shown


def worth(role: Role, total: int) -> str:
    """Say what a package is worth: its points, or its place.

    Examples
    --------
    >>> import numpy as np
    >>> from sim.analysis.briefing import Points
    >>> sheet = Points(((1000, 0),), 1000.0, 0.0, 0.0)
    >>> worth(Role("a", sheet, sheet.totals(), {1: 0}, 0, 1000, (), None), 412)
    '41.2'
    """
    return f"place {shown(role, total)}" if isinstance(role.sheet, Order) else tenths(total)


def tenths(total: int) -> str:
    """Write tenths of a point as points.

    Examples
    --------
    >>> tenths(412), tenths(0), tenths(-7)
    ('41.2', '0.0', '-0.7')
    """
    return f"{total / 10:.1f}"


def needed(role: Role, least: int) -> str:
    """Say from where on a package is better than no deal, in a few words.

    Examples
    --------
    >>> from sim.analysis.briefing import Points
    >>> sheet = Points(((1000, 0),), 1000.0, 0.0, 0.0)
    >>> role = Role("a", sheet, sheet.totals(), {1: 412}, 0, 1000, (), None)
    >>> needed(role, 412), needed(role, 0), needed(role, 1001)
    ('41.2', 'any package', 'more than any')
    """
    if least <= role.worst:
        return "any package"
    return "more than any" if least > role.best else worth(role, least)
