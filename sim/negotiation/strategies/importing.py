"""Import modules that lie beside a scenario, and leave Python as it was."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import PathFinder
from itertools import dropwhile
from pathlib import Path
from traceback import walk_tb
from types import ModuleType

_OURS = "sim"
_IMPORTER = "<frozen importlib"
_LONGEST_SHOWN = 300


@contextmanager
def beside(folder: Path) -> Iterator[Callable[[str], ModuleType]]:
    """Give a function that imports a module: from a folder first, then from Python's path.

    A module that lies in the folder is run anew, so that it is what its file holds now. Afterwards
    Python's path is what it was, and so are the modules that others see: two folders may each hold a
    module of the same name.

    Examples
    --------
    >>> with beside(Path()) as import_module:
    ...     import_module("json").__name__
    'json'
    """
    folder = folder.resolve()
    path, loaded, writes_no_bytecode = list(sys.path), dict(sys.modules), sys.dont_write_bytecode
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True  # a cached file knows seconds only: it may be older than the text
    importlib.invalidate_caches()
    fresh: set[str] = set()

    def import_module(name: str) -> ModuleType:
        _forget(_top(name), folder, fresh)
        return importlib.import_module(name)

    try:
        yield import_module
    finally:
        sys.path[:], sys.dont_write_bytecode = path, writes_no_bytecode
        _restore(loaded, folder, fresh)


def raised(error: BaseException) -> str:
    r"""Say in one line what was raised.

    Examples
    --------
    >>> raised(ValueError("no\n  way"))
    'ValueError: no way'
    """
    said = " ".join(str(getattr(error, "msg", error)).split())
    name = type(error).__name__
    return f"{name}: {said[:_LONGEST_SHOWN]}" if said else name


def failing_line(error: BaseException) -> tuple[str, int]:
    """Return the file and the line of an imported module from which an exception comes; or "", 0."""
    if isinstance(error, SyntaxError) and error.filename:
        return shown(error.filename), error.lineno or 0
    files = [frame.f_code.co_filename for frame, _ in walk_tb(error.__traceback__)]
    imported = dropwhile(lambda file: not file.startswith(_IMPORTER), files)
    return line_in(next((file for file in imported if not file.startswith(_IMPORTER)), ""), error)


def line_in(file: str, error: BaseException) -> tuple[str, int]:
    """Return a file and the last line of it from which an exception comes; or "", 0."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == file]
    return (shown(file), lines[-1]) if lines else ("", 0)


def shown(file: str) -> str:
    """Call a file by a short name.

    Examples
    --------
    >>> shown(str(Path("cases", "mine.py").absolute()))
    'cases/mine.py'
    """
    path = Path(file)
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else file


def _forget(top: str, folder: Path, fresh: set[str]) -> None:
    """Let a module of the folder be found though one of that name is loaded; our own stay what they are."""
    if top in fresh or top == _OURS:
        return
    fresh.add(top)
    spec = PathFinder.find_spec(top, [str(folder)])
    if spec is not None and (spec.origin is not None or _lies_in(folder, sys.modules.get(top))):
        for name in [name for name in sys.modules if _top(name) == top]:
            del sys.modules[name]


def _restore(loaded: dict[str, ModuleType], folder: Path, fresh: set[str]) -> None:
    tops = {name for name in map(_top, sys.modules) if name not in loaded or name in fresh}
    theirs = {top for top in tops if _lies_in(folder, sys.modules.get(top))}
    for name in [name for name in sys.modules if _top(name) in theirs]:
        del sys.modules[name]
    sys.modules.update({name: module for name, module in loaded.items() if name not in sys.modules})


def _lies_in(folder: Path, module: ModuleType | None) -> bool:
    """Tell whether a module, or package, is found in the folder itself."""
    places = getattr(module, "__path__", None) or [getattr(module, "__file__", None) or ""]
    return any(Path(place).parent == folder for place in places)


def _top(name: str) -> str:
    return name.partition(".")[0]
