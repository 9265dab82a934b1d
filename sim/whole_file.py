"""A file is there whole or not at all: it is written under another name, then renamed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

UNFINISHED = ".unfinished-"
"""How the names of files begin that are being written, or were left behind by a process that was killed."""


def write_whole(content: bytes, path: Path, *, durable: bool = False) -> Path:
    """Write a file, in place of one that may be there; return its path.

    If it is to be `durable`, it has reached the disk before it has its name, whatever happens to the machine.

    Raises
    ------
    OSError
        If it cannot be written; then what was there before still is.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(b"all of it", Path(folder) / "file").read_bytes()
    b'all of it'
    """
    handle, temporary = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    unfinished = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        unfinished.chmod(0o644)
        return unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def sweep_up(folder: Path) -> None:
    """Remove what interrupted processes left behind in a folder."""
    for path in folder.glob(f"{UNFINISHED}*"):
        path.unlink(missing_ok=True)
