"""Colours of parties and endings [OkabeIto2008]_, each with a hatch, marker and line that reads in grey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.colors import to_hex, to_rgb

BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILLION, PURPLE = (
    "#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7",
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How one party or ending is drawn, wherever it is drawn."""

    colour: str
    hatch: str
    marker: str
    line: str = "-"


PARTIES = {
    "russia": Look(VERMILLION, "////", "s"),
    "ukraine": Look(BLUE, "", "o"),
    "france": Look(SKY, "....", "^"),
    "uk": Look(PURPLE, r"\\\\", "D"),
    "us": Look(GREEN, "xxxx", "v"),
    "coalition": Look(ORANGE, "----", "P"),
}

_OTHERS = (
    Look(YELLOW, "||||", "X"),
    Look(BLACK, "", "p"),
    Look("#999999", "++++", "h"),
    Look(SKY, "oooo", "<"),
    Look(ORANGE, "////....", ">"),
)

_NOBODYS, _GREY = {"", "table"}, Look("#bdbdbd", "", "o")
"""Owners of what belongs to no party, and how that is drawn."""

ENDINGS = {
    "AGREED": Look(BLUE, "", "o", "-"),
    "DEADLINE": Look(ORANGE, "////", "s", "--"),
    "NO_ZOPA": Look(VERMILLION, "xxxx", "^", "-."),
    "WALKED_OUT": Look(PURPLE, "....", "D", ":"),
}


def party_looks(parties: Iterable[str]) -> dict[str, Look]:
    """Look of each party: the six at this table keep theirs, others take what remains, in order.

    Examples
    --------
    >>> {party: look.colour for party, look in party_looks(["china", "russia", "turkey"]).items()}
    {'china': '#f0e442', 'russia': '#d55e00', 'turkey': '#000000'}
    """
    names = list(dict.fromkeys(parties))
    others = [name for name in names if name not in PARTIES]
    given = {name: _OTHERS[place % len(_OTHERS)] for place, name in enumerate(others)}
    return {name: PARTIES.get(name) or given[name] for name in names}


def owner_looks(owners: Iterable[str]) -> dict[str, Look]:
    """Look of each owner of something: of a party its own, grey of the table or of nobody.

    Examples
    --------
    >>> {owner: look.colour for owner, look in owner_looks(["russia", "table", ""]).items()}
    {'table': '#bdbdbd', '': '#bdbdbd', 'russia': '#d55e00'}
    """
    named = list(owners)
    return dict.fromkeys([name for name in named if name in _NOBODYS], _GREY) | party_looks(
        name for name in named if name not in _NOBODYS
    )


def tint(colour: str, strength: float) -> str:
    """Mix `colour` with white: 1 leaves it as it is, 0 is white.

    Examples
    --------
    >>> tint("#000000", 0.2)
    '#cccccc'
    """
    red, green, blue = (1 - strength * (1 - channel) for channel in to_rgb(colour))
    return to_hex((red, green, blue))
