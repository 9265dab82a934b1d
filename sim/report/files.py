"""A report as files: one page, or Markdown with a folder of pictures, data and scenarios beside it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from sim.report.as_html import as_html
from sim.report.as_markdown import as_markdown, files_beside
from sim.report.blocks import Document
from sim.whole_file import demand_free, write_folder, write_new

Format = Literal["html", "md"]


def beside(file: Path) -> Path:
    """Return the folder of what Markdown shows."""
    return file.with_name(f"{file.stem}-files")


def demand_room(file: Path, form: Format) -> None:
    """Find out, before anything is played in vain, whether a report can be put here.

    Raises
    ------
    InputError
        If something is there already.
    """
    demand_free(file)
    if form == "md":
        demand_free(beside(file))


def report_files(document: Document, file: Path, form: Format) -> dict[Path, bytes]:
    """Return what is to be written for a report, the report itself last.

    Examples
    --------
    >>> [path.name for path in report_files(Document("T", "", (), "No forecast."), Path("a.md"), "md")]
    ['a.md']
    """
    if form == "html":
        return {file: as_html(document).encode()}
    folder = beside(file)
    files = {folder / name: content for name, content in files_beside(document).items()}
    return files | {file: as_markdown(document, folder.name).encode()}


def write_report(files: Mapping[Path, bytes]) -> bool:
    """Write the files of a report, unless all of them are there as they are; tell whether they were written.

    Raises
    ------
    InputError
        If something else is there already, or they cannot be written.
    """
    if all(path.is_file() and path.read_bytes() == content for path, content in files.items()):
        return False
    *parts, file = files
    demand_free(file)
    if parts:
        _write_with(beside(file), {path.name: files[path] for path in parts}, file, files[file])
    else:
        write_new(files[file], file)
    return True


def _write_with(folder: Path, parts: Mapping[str, bytes], file: Path, content: bytes) -> None:
    """Write a folder and then the report; without its report the folder would be in the way of the next."""
    demand_free(folder)
    write_folder(parts, folder)
    try:
        write_new(content, file)
    except BaseException:
        shutil.rmtree(folder)
        raise
