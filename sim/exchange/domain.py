"""A negotiation domain as other programs know it: issues, and utilities that add up over them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class DomainIssue:
    """An issue under the name it has there.

    Parameters
    ----------
    name
        Its name.
    options
        The names of its options.
    values
        The options as their program holds them: text or numbers, for utilities that are computed.
    number
        The number by which profiles refer to it.
    """

    name: str
    options: tuple[str, ...]
    values: tuple[Any, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Profile:
    """What a party wants: u = constant + sum over issues of weight * evaluation.

    Parameters
    ----------
    name
        The party's name.
    weights
        One for each issue.
    evaluations
        One for each option of each issue.
    reservation
        What no deal is worth, minus infinity where nothing is said of it.
    constant
        What is added to the utility of every package.
    """

    name: str
    weights: tuple[float, ...]
    evaluations: tuple[tuple[float, ...], ...]
    reservation: float = -math.inf
    constant: float = 0.0


@dataclass(frozen=True)
class Domain:
    """A domain with its profiles, in the order in which they become parties."""

    name: str
    issues: tuple[DomainIssue, ...]
    profiles: tuple[Profile, ...]
