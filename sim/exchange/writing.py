"""From a scenario to the files of another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sim.errors import InputError, Problem, one_of
from sim.exchange.domain import Domain
from sim.exchange.from_scenario import At, from_scenario
from sim.exchange.genius_writing import genius_files
from sim.exchange.negmas_writing import negmas_files
from sim.exchange.notes import Note
from sim.scenario import Scenario
from sim.whole_file import demand_empty, write_new

WRITERS: Mapping[str, Callable[[Domain], Mapping[str, str]]] = {
    "genius": genius_files,
    "negmas": negmas_files,
}
"""The formats that can be written, by name."""


@dataclass(frozen=True)
class Exported:
    """The files that were written, the domain's first; and what they do not hold."""

    files: tuple[Path, ...]
    notes: tuple[Note, ...]


def write(scenario: Scenario, to: str, folder: str | Path, at: At | None = None) -> Exported:
    """Write a scenario as a domain with a profile for each party, into a folder that is new or empty.

    Parameters
    ----------
    scenario
        What is written.
    to
        `genius` or `negmas`.
    folder
        Where to.
    at
        Where uncertain numbers are taken: `middle` for their mean. If not given, they are refused.

    Raises
    ------
    InputError
        If the format is unknown, the folder holds something or cannot be written, or the scenario holds what
        no domain can hold.

    Examples
    --------
    >>> import tempfile
    >>> import sim
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write(sim.load("2025-08-21"), "genius", folder, at="middle")
    >>> written.files[1].name, written.notes[1].text
    ('1-Russia.xml', 'red lines, and with them which packages are compatible: 10')
    """
    if to not in WRITERS:
        raise InputError([Problem(one_of("format", to, WRITERS))])
    folder = Path(folder)
    domain, notes = from_scenario(scenario, at)
    texts = WRITERS[to](domain)
    demand_empty(folder)
    return Exported(tuple(write_new(text.encode(), folder / name) for name, text in texts.items()), notes)
