"""What the comment at the head of a scenario file says: what it is, what it asks and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

_LABELS = ("Asks", "Changes", "Rests on", "Try")
_WHAT = "what it is"
_LABELLED = re.compile(rf"(?P<label>{'|'.join(_LABELS)}):\s*(?P<rest>.*)")


@dataclass(frozen=True)
class Head:
    """The head comment of a scenario file; what it does not say is empty.

    Parameters
    ----------
    what
        Its first paragraph: one sentence that says what the scenario is.
    asks
        The question that it asks.
    changes
        What a variant changes in the scenario it extends.
    rests_on
        Which statements it rests on, and what in it is judgement.
    tries
        Commands to try, each as one would type it.
    """

    what: str = ""
    asks: str = ""
    changes: str = ""
    rests_on: str = ""
    tries: tuple[str, ...] = ()


def read_head(text: str) -> Head:
    """Read the comment with which a scenario file begins.

    A label (``Asks:``, ``Changes:``, ``Rests on:``, ``Try:``) begins a piece, an empty line or the next label
    ends it. Paragraphs without a label, but for the first, are for people alone.

    Examples
    --------
    >>> head = read_head('''# A fence between two gardens.
    ... #
    ... # Asks: who pays for it, and is it
    ... # a hedge?
    ... # Rests on: what the neighbours said.
    ... # Try: sim check fence
    ... scenario: A fence
    ... ''')
    >>> head.what, head.asks
    ('A fence between two gardens.', 'Who pays for it, and is it a hedge?')
    >>> head.rests_on, head.tries
    ('What the neighbours said.', ('sim check fence',))
    """
    pieces = list(_pieces(text))

    def said(label: str) -> list[str]:
        return [words for found, words in pieces if found == label]

    what, asks, changes, rests_on = (_sentence(said(label)) for label in (_WHAT, *_LABELS[:3]))
    return Head(what, asks, changes, rests_on, tuple(said("Try")))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Cut a head comment into pieces, each with its label."""
    label, words = _WHAT, list[str]()
    for line in _comment(text):
        labelled = _LABELLED.fullmatch(line)
        if line and labelled is None:
            words.append(line)
            continue
        if words:
            yield label, " ".join(words)
        label, words = (labelled["label"], [labelled["rest"]]) if labelled else ("", [])
    if words:
        yield label, " ".join(words)


def _sentence(pieces: list[str]) -> str:
    words = " ".join(pieces)
    return words[:1].upper() + words[1:]


def _comment(text: str) -> Iterator[str]:
    lines = text.removeprefix("\ufeff").splitlines()
    return (line.lstrip("#").strip() for line in takewhile(lambda line: line.startswith("#"), lines))
