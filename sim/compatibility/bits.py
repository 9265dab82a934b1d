"""Sets of red lines as 64-bit words: bit i of word j stands for the line in place 64 j + i."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, UInt64

WORD = 64


def words_for(lines: int) -> int:
    """Return how many words hold one bit for each of `lines` red lines, at least one.

    Examples
    --------
    >>> words_for(0), words_for(64), words_for(65)
    (1, 1, 2)
    """
    return max(1, -(-lines // WORD))


def pack(members: Bool[np.ndarray, "*rows lines"]) -> UInt64[np.ndarray, "*rows words"]:
    """Pack one truth value for each line into words.

    Examples
    --------
    >>> pack(np.array([[True, False, True], [False, False, False]]))
    array([[5],
           [0]], dtype=uint64)
    """
    *rows, lines = members.shape
    padded = np.zeros((*rows, words_for(lines) * WORD), dtype=bool)
    padded[..., :lines] = members
    return np.packbits(padded, axis=-1, bitorder="little").view("<u8")


def unpack(words: UInt64[np.ndarray, "*rows words"], lines: int) -> Bool[np.ndarray, "*rows lines"]:
    """Undo `pack`: one truth value for each of `lines` red lines.

    Examples
    --------
    >>> unpack(np.array([[5]], dtype=np.uint64), 3)
    array([[ True, False,  True]])
    """
    bytes_ = np.ascontiguousarray(words, dtype="<u8").view(np.uint8)
    return np.unpackbits(bytes_, axis=-1, bitorder="little")[..., :lines].astype(bool)


def names(word: UInt64[np.ndarray, "words"], lines: Sequence[str]) -> tuple[str, ...]:
    """Name the lines whose bits are set, in their order.

    Examples
    --------
    >>> names(np.array([5], dtype=np.uint64), ["a", "b", "c"])
    ('a', 'c')
    """
    return tuple(line for line, member in zip(lines, unpack(word, len(lines)), strict=True) if member)


def count(words: UInt64[np.ndarray, "*rows words"]) -> np.ndarray:
    """Count the set bits of each row.

    Examples
    --------
    >>> count(np.array([[5, 1], [0, 0]], dtype=np.uint64))
    array([3, 0])
    """
    return np.bitwise_count(words).sum(axis=-1, dtype=np.int64)
