"""The files of a run: one Parquet file for each chunk, whose name holds the digest of what is in it.

So a file tells by itself whether it is whole: nothing is believed that some process, now dead, was about to
note down. A file appears under its name whole or not at all, and the same chunk always has the same name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sim.whole_file import write_whole

_NAME = re.compile(r"part-(?P<index>\d{6,})\.(?P<digest>[0-9a-f]{16})\.parquet")


def encode(table: pa.Table) -> bytes:
    """Write a table of worlds as Parquet: the same table, the same bytes."""
    numbers = [field.name for field in table.schema if pa.types.is_floating(field.type)]
    texts = [field.name for field in table.schema if field.name not in numbers]
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", use_byte_stream_split=numbers, use_dictionary=texts)
    return sink.getvalue().to_pybytes()


def decode(data: bytes) -> pa.Table:
    """Read a table of worlds that `encode` wrote."""
    return pq.read_table(pa.BufferReader(data))


def name_of(index: int, data: bytes) -> str:
    """Name the file of a chunk.

    Examples
    --------
    >>> name_of(3, b"worlds")
    'part-000003.27a2069a8d5b864f.parquet'
    """
    return f"part-{index:06d}.{hashlib.sha256(data).hexdigest()[:16]}.parquet"


def keep(data: bytes, folder: Path, index: int) -> None:
    """Put the file of a chunk into a folder.

    Raises
    ------
    OSError
        If it cannot be written; then nothing is there.
    """
    write_whole(data, folder / name_of(index, data))


def index_of(path: Path) -> int | None:
    """Return which chunk a file is of; None if its name is not that of such a file."""
    match = _NAME.fullmatch(path.name)
    return int(match["index"]) if match is not None else None


def is_whole(path: Path) -> bool:
    """Tell whether a file holds what its name says."""
    index = index_of(path)
    try:
        return index is not None and path.name == name_of(index, path.read_bytes())
    except OSError:
        return False


def listed(folder: Path) -> dict[int, Path]:
    """Return the files of a folder by the index of their chunk, whole or damaged."""
    return _by_index(sorted(folder.glob("part-*")))


def whole(folder: Path) -> dict[int, Path]:
    """Return the files of a folder that are whole, by the index of their chunk."""
    return _by_index(path for path in sorted(folder.glob("part-*")) if is_whole(path))


def checksum(paths: Iterable[Path]) -> str:
    """Return one SHA-256 over what all files hold, in order of their names.

    Examples
    --------
    >>> checksum([])[:8]
    'e3b0c442'
    """
    everything = hashlib.sha256()
    for path in sorted(paths, key=lambda path: (index_of(path) or 0, path.name)):
        everything.update(hashlib.sha256(path.read_bytes()).digest())
    return everything.hexdigest()


def _by_index(paths: Iterable[Path]) -> dict[int, Path]:
    return dict(sorted((index, path) for path in paths if (index := index_of(path)) is not None))
