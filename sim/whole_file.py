"""A file is there whole or not at all: it is written under another name, then gets its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sim.errors import InputError, Problem

UNFINISHED = ".unfinished-"
"""How the names of files begin that are being written, or were left behind by a process that was killed."""

_TAKEN = "a file is there already and is not overwritten"


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
    with _unfinished(content, path.parent, durable=durable) as unfinished:
        return unfinished.replace(path)


def write_new(content: bytes, path: Path) -> Path:
    """Write a file that was not there, with the folders it needs; return its path.

    Raises
    ------
    InputError
        If something is there already, or it cannot be written.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = write_new(b"mine", Path(folder) / "new" / "file")
    ...     try:
    ...         write_new(b"another", file)
    ...     except InputError as error:
    ...         print(error.problems[0].message, file.read_bytes())
    a file is there already and is not overwritten b'mine'
    """
    demand_free(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _unfinished(content, path.parent) as unfinished:
            _name(unfinished, path)
    except FileExistsError as error:  # since it was looked for; or a file is where a folder is needed
        demand_free(path)
        raise _cannot_write(path, error) from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    return path


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files, by their names, into a folder that was not there or holds nothing; all appear at once.

    Raises
    ------
    InputError
        If the folder holds something, or cannot be written.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as place:
    ...     write_folder({"a.txt": b"one", "b.txt": b"two"}, Path(place) / "new")
    ...     sorted(file.name for file in (Path(place) / "new").iterdir())
    ['a.txt', 'b.txt']
    """
    demand_empty(folder)
    target = folder.resolve()
    unfinished = target.with_name(f"{UNFINISHED}{uuid4().hex}")
    try:
        unfinished.mkdir(parents=True)
        for name, content in files.items():
            (unfinished / name).write_bytes(content)
        unfinished.rename(target)  # fails where a folder holds something
    except OSError as error:
        raise _cannot_write(folder, error) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def demand_free(*paths: Path) -> None:
    """Find out, before anything is done in vain, whether new files can be put here.

    Raises
    ------
    InputError
        If something is there already; with all such places.
    """
    if wrong := [Problem(_there(path), file=str(path)) for path in paths if os.path.lexists(path)]:
        raise InputError(wrong)


def demand_empty(folder: Path) -> None:
    """Find out, before anything is done in vain, whether a folder is new or holds nothing.

    Raises
    ------
    InputError
        If something is there, or nobody may look.
    """
    expected = "expected a new or an empty folder"
    try:
        if folder.is_dir():
            found = "the folder holds something already" if any(folder.iterdir()) else ""
        else:
            found = _TAKEN if os.path.lexists(folder) else ""
    except OSError as error:
        raise _cannot_write(folder, error) from error
    if found:
        raise InputError([Problem(f"{found}, {expected}", file=str(folder))])


def sweep_up(folder: Path) -> None:
    """Remove what interrupted processes left behind in a folder."""
    for path in folder.glob(f"{UNFINISHED}*"):
        path.unlink(missing_ok=True)


@contextmanager
def _unfinished(content: bytes, folder: Path, *, durable: bool = False) -> Iterator[Path]:
    """Keep a content under another name for as long as it takes to give it its own."""
    handle, temporary = tempfile.mkstemp(prefix=UNFINISHED, dir=folder)
    unfinished = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        unfinished.chmod(0o644)
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)


def _name(unfinished: Path, path: Path) -> None:
    """Give a file its name, unless something has it: a link fails there, where a renaming would replace."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:  # some disks, such as those in FAT, know no links: take the name first, then rename
        path.open("xb").close()
        try:
            unfinished.replace(path)
        except BaseException:
            path.unlink()
            raise


def _there(path: Path) -> str:
    return "a folder is there already, expected the name of a new file" if path.is_dir() else _TAKEN


def _cannot_write(path: Path, error: OSError) -> InputError:
    return InputError([Problem(f"cannot write here: {error.strerror}", file=str(path))])
