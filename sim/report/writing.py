"""A page as a file, or a folder of them: there whole or not at all, in nobody else's place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
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
        raise _cannot(error, file) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files, by their names, into a folder that was not there or holds nothing; all appear at once.

    Raises
    ------
    InputError
        If the folder holds something, or cannot be written.
    """
    unfinished = folder.with_name(f".unfinished-{uuid4().hex}")
    try:
        unfinished.mkdir(parents=True)
        for name, content in files.items():
            (unfinished / name).write_bytes(content)
        unfinished.rename(folder)  # fails where a folder holds something
    except OSError as error:
        raise _cannot(error, folder) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _cannot(error: OSError, place: Path) -> InputError:
    return InputError([Problem(f"cannot write here: {error.strerror}", file=str(place))])
