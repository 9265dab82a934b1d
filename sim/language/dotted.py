"""A path as people write it: keys joined by dots, a key that holds a dot in double quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sim.errors import Problem, ScenarioError

_QUOTED = r'"(?P<quoted>(?:[^"\\]|\\.)*+)"'
_KEY = re.compile(rf'\s*+(?:{_QUOTED}\s*+|(?P<plain>[^."=\s][^."=]*+))(?=[.=]|\Z)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def read_path(text: str, place: str) -> tuple[tuple[str, ...], str]:
    r"""Read the keys of a path, up to an equals sign or the end; return them and what is left.

    In double quotes a key may be anything; ``\"`` and ``\\`` stand for a quote and a backslash.

    Raises
    ------
    ScenarioError
        If a key is empty, or a quote stands where none belongs; the problem names `place`.

    Examples
    --------
    >>> read_path('parties.a.preferences.scores.x."1.5"=0.3', place="here")
    (('parties', 'a', 'preferences', 'scores', 'x', '1.5'), '=0.3')
    """
    keys: list[str] = []
    end = -1
    while end < 0 or text.startswith(".", end):
        match = _KEY.match(text, end + 1)
        if match is None:
            raise ScenarioError([Problem(_wrong(text, end + 1), file=place)])
        keys.append(_key(match))
        end = match.end()
    return tuple(keys), text[end:]


def write_path(keys: Iterable[str | int]) -> str:
    r"""Write keys as a path that reads back as the same keys.

    Examples
    --------
    >>> write_path(["parties", "a", "preferences", "scores", "x", "1.5"])
    'parties.a.preferences.scores.x."1.5"'
    """
    return ".".join(_written(str(key)) for key in keys)


def short_names(paths: Sequence[str]) -> list[str]:
    """Return the last two keys of each path, or as many more as tell it apart from the others.

    Examples
    --------
    >>> short_names(["parties.russia.no_deal.value", "parties.us.no_deal.value", "negotiation.rounds"])
    ['russia.no_deal.value', 'us.no_deal.value', 'negotiation.rounds']
    """
    keys = [read_path(path, "")[0] for path in paths]
    return [write_path(each[-_telling(each, keys) :]) for each in keys]


def _telling(keys: tuple[str, ...], among: Iterable[tuple[str, ...]]) -> int:
    """Count how many of the last keys, two at least, tell a path apart."""
    others = [other for other in among if other != keys]
    return next((n for n in range(2, len(keys)) if all(o[-n:] != keys[-n:] for o in others)), len(keys))


def _written(key: str) -> str:
    match = _KEY.fullmatch(key)
    if match is not None and match["plain"] == key == key.strip():
        return key
    escaped = key.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'


def _key(match: re.Match[str]) -> str:
    plain, quoted = match["plain"], match["quoted"]
    return _ESCAPED.sub(r"\1", quoted) if plain is None else plain.strip()


def _wrong(text: str, start: int) -> str:
    """Say why no key starts here."""
    rest = text[start:].lstrip()
    if rest.startswith('"') and not re.match(_QUOTED, rest, re.DOTALL):
        return "a double quote is not closed"
    if rest and rest[0] not in ".=":
        return "a double quote is out of place, expected the quotes around a whole key"
    if start == 0 and not rest.startswith("."):
        return "empty path, expected keys joined by dots"
    return "empty key in the path, expected keys joined by single dots"
