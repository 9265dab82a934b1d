"""Where imported scenarios are written, each in a file of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.exchange import Imported


def target_of(imported: Imported, out: Path | None) -> Path:
    """Say where a scenario goes that comes alone."""
    from sim.exchange.naming import file_stem

    name = f"{file_stem(imported.scenario.title)}.yaml"
    if out is None:
        return Path(name)
    return out / name if out.is_dir() else out


def targets_of(found: dict[Path, list[Path]], out: Path) -> dict[Path, Path]:
    """Say where each domain's scenario goes: below `out` as its folder is below its source.

    It is called like its folder, unless the folder holds several.
    """
    targets = {}
    crowds = Counter(file.parent for files in found.values() for file in files)
    for source, files in found.items():
        top = Path(source.resolve().name) if len(found) > 1 and source.is_dir() else Path()
        for file in files:
            below = top / file.parent.relative_to(source) if source.is_dir() else Path()
            place = below if below.name and crowds[file.parent] == 1 else below / file.stem
            targets[file] = out / place.parent / f"{place.name}.yaml"
    return targets


def demand_for_many(files: Sequence[Path], out: Path | None, profiles: Sequence[str] | None) -> None:
    """Refuse what makes no sense for several domains."""
    from sim.errors import InputError, Problem

    wrong = []
    if out is None:
        wrong.append(Problem(f"{len(files)} domains are here, expected --out FOLDER for their scenarios"))
    elif out.exists() and not out.is_dir():
        wrong.append(Problem(f"{len(files)} domains are here, expected a folder", file=str(out)))
    if profiles:
        wrong.append(Problem(f"--profile with {len(files)} domains, expected a single domain"))
    if wrong:
        raise InputError(wrong)


def demand_apart(places: Collection[Path]) -> None:
    """Refuse to write two scenarios into one file."""
    from sim.errors import InputError, Problem

    wrong = [
        Problem(f"{count} scenarios belong here, expected folders of different names", file=str(place))
        for place, count in Counter(places).items()
        if count > 1
    ]
    if wrong:
        raise InputError(wrong)
