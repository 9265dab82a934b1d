"""Where scenarios are: files, and those that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Source:
    """A file that holds a scenario.

    Parameters
    ----------
    path
        The file.
    shown
        How messages call it.
    name
        How people refer to the scenario: a bundled one's name, otherwise the file's stem.
    """

    path: Path
    shown: str
    name: str


def bundled() -> dict[str, Path]:
    """List the scenarios that come with the program: name -> file, in order of name.

    Examples
    --------
    >>> all(path.is_file() for path in bundled().values())
    True
    """
    folder = _bundle()
    files = {path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.rglob("*.yaml")}
    return dict(sorted(files.items()))


def find(case: str | Path, beside: Path | None = None) -> Source | None:
    """Find a file, named from the folder `beside`, or else a bundled scenario; None if there is neither."""
    path = Path(beside or "", case)
    if not _is_file(path):
        known = bundled().get(str(case))
        return None if known is None else _source(known)
    return _source(path)


def _bundle() -> Path:
    """Return the folder of bundled scenarios, in an installed wheel or in a checkout."""
    installed = _HERE / "bundled"
    return installed if installed.is_dir() else _HERE.parent / "scenarios"


def _source(path: Path) -> Source:
    names = {file.resolve(): name for name, file in bundled().items()}
    return Source(path, _shown(path), names.get(path.resolve(), path.stem))


def _shown(path: Path) -> str:
    """Call a file by a name that is short and means the same to everybody who reads the message."""
    whole = path.resolve()
    for folder, prefix in ((_bundle().resolve(), Path("scenarios")), (Path.cwd().resolve(), Path())):
        if whole.is_relative_to(folder):
            return (prefix / whole.relative_to(folder)).as_posix()
    return str(path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name no file can have: too long, or with a zero byte
        return False
