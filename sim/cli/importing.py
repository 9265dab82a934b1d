"""`sim import`: negotiation domains of other programs as scenarios."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.app import Json, app
from sim.cli.import_places import demand_apart, demand_for_many, target_of, targets_of
from sim.cli.output import WRONG_INPUT, Told, say, show, show_json

if TYPE_CHECKING:
    from sim.exchange import Attempt, Imported

_OUT = "The file to write, or with several domains the folder.  [default: the domain's name, here]"


@app.command(name="import")
def import_(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="A domain's file or folder, or a folder of them."),
    ],
    out: Annotated[Path | None, typer.Option(help=_OUT)] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", help="genius, negmas, geniusweb or gmcr.  [default: what is there]"),
    ] = None,
    steps: Annotated[
        int | None, typer.Option(help="How many options a long or continuous range gets; refused without.")
    ] = None,
    profiles: Annotated[
        list[str] | None,
        typer.Option("--profile", help="Take this profile only, by its file's name; may be repeated."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="The scenario's date, as a domain has none.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make scenarios of domains of Genius, NegMAS and GeniusWeb, and conflicts of GMCR; say what is lost."""
    from sim import exchange
    from sim.exchange.to_scenario import NO_DATE
    from sim.whole_file import demand_free

    day = _day(as_of) if as_of is not None else NO_DATE
    found = _find(sources, form)
    files = [file for domains in found.values() for file in domains]
    if len(files) > 1:
        demand_for_many(files, out, profiles)
        targets = targets_of(found, out or Path())
        demand_apart(targets.values())
        demand_free(*targets.values())
        _import_many(list(exchange.read_each(files, form, steps=steps, as_of=day)), targets, as_json=as_json)
        return
    imported = exchange.read(files[0], form, steps=steps, profiles=profiles or (), as_of=day)
    target = target_of(imported, out)
    demand_free(target)
    _write(imported, target)
    _show(imported, target, as_json=as_json)


def _show(imported: Imported, target: Path, *, as_json: bool) -> None:
    if as_json:
        show_json({**imported.as_dict(), "out": str(target)})
    else:
        from sim.text.exchange_text import imported_text

        show(imported_text(imported))
    say(f"The scenario is in {target}")


def _import_many(attempts: Sequence[Attempt], targets: dict[Path, Path], *, as_json: bool) -> None:
    from sim.exchange.many import STATUSES
    from sim.text.exchange_text import attempts_text

    done = [_written(attempt, targets[attempt.file]) for attempt in attempts]
    if as_json:
        outs = [str(targets[one.file]) if one.imported is not None else None for one in done]
        counts = {status: sum(one.status == status for one in done) for status in STATUSES}
        domains = [{**one.as_dict(), "out": out} for one, out in zip(done, outs, strict=True)]
        show_json({"domains": domains, "counts": counts})
    else:
        show(attempts_text(done))
    if all(one.imported is None for one in done):
        raise Told(WRONG_INPUT)


def _written(attempt: Attempt, target: Path) -> Attempt:
    """Write what was read; what our own language refuses counts as not loaded."""
    from sim.errors import InputError

    if attempt.imported is None:
        return attempt
    try:
        _write(attempt.imported, target)
    except InputError as error:
        return replace(attempt, imported=None, problems=error.problems)
    return attempt


def _write(imported: Imported, target: Path) -> None:
    """Write a scenario, once it is certain that it reads back."""
    from sim.errors import InputError, Problem, ScenarioError
    from sim.language import load
    from sim.text.exchange_text import imported_yaml
    from sim.whole_file import write_new

    text = imported_yaml(imported)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, "trial.yaml")
        trial.write_text(text, encoding="utf-8", newline="\n")
        try:
            same = load(trial).text == imported.scenario.text
        except ScenarioError as error:
            raise InputError([replace(one, file=str(target)) for one in error.problems]) from None
    if not same:
        raise InputError(
            [Problem("the scenario does not read back as it is; please report this", file=str(target))]
        )
    write_new(text.encode(), target)


def _find(sources: Sequence[str], form: str | None) -> dict[Path, list[Path]]:
    from sim import exchange
    from sim.errors import InputError, Problem

    found: dict[Path, list[Path]] = {}
    wrong: list[Problem] = []
    for source in dict.fromkeys(sources):
        try:
            found[Path(source)] = exchange.find(source, form)
        except InputError as error:
            wrong += error.problems
    if wrong:
        raise InputError(wrong)
    return found


def _day(written: str) -> date:
    from sim.errors import InputError, Problem

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InputError([Problem(f"--as-of {written!r}, expected a date like 2025-08-21")]) from None
