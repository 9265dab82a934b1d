"""A page as a file: it is there whole or not at all, and takes no other file's place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from sim.errors import InputError, Problem


def demand_free(file: Path) -> None:
    """Find out, before anything is played in vain, whether a file can be put here.

    Raises
    ------
    InputError
        If something is there already.
    """
    if os.path.lexists(file):
        raise InputError([Problem("a file is there already and is not overwritten", file=str(file))])


def write_whole(content: str | bytes, file: Path) -> None:
    """Write a file that was not there.

    Raises
    ------
    InputError
        If something is there already, or it cannot be written.
    """
    demand_free(file)
    unfinished = file.with_name(f".unfinished-{uuid4().hex}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content.encode() if isinstance(content, str) else content)
        demand_free(file)
        os.link(unfinished, file)  # fails where a file is, unlike a renaming
    except OSError as error:
        raise InputError([Problem(f"cannot write here: {error.strerror}", file=str(file))]) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
