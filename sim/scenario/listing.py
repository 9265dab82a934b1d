"""Names as in a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def listed(names: Sequence[str], link: str = "and") -> str:
    """Join names with commas, the last by a link; empty if there are none.

    Examples
    --------
    >>> listed(["Russia"]), listed(["Russia", "France", "UK"], "or")
    ('Russia', 'Russia, France or UK')
    """
    return f" {link} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
