"""The command line: check, run, watch, plot, schema."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import RenderableType

    from sim.api import Check, Run
    from sim.scenario import Scenario

WRONG_INPUT = 2
INTERRUPTED = 130

app = typer.Typer(
    help="Which security guarantees are compatible with everybody's red lines, how a negotiation over "
    "them may end, and why. It does not forecast: it shows what follows from stated assumptions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Case = Annotated[str, typer.Argument(metavar="CASE", help="A bundled scenario's name, or a YAML file.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Changes = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Change a value of the scenario; may be repeated."),
]
AllowCode = Annotated[
    bool, typer.Option("--allow-code", help="Run strategies that are Python code; they may do anything.")
]
Seed = Annotated[int | None, typer.Option(help="What worlds are drawn from.  [default: the scenario's]")]


@app.command()
def check(
    case: Case,
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="Another case: show what the two differ in.")
    ] = None,
    package: Annotated[str | None, typer.Option(help="Tell the story of one named package.")] = None,
    only: Annotated[str, typer.Option(help="Use only lines that rest on these, e.g. quoted,reported.")] = "",
    picture: Annotated[Path | None, typer.Option(help="Draw packages x red lines into a folder.")] = None,
    changes: Changes = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the table as CSV.")] = False,
    allow_code: Annotated[  # noqa: ARG001  (who repeats a command need not take it out)
        bool, typer.Option("--allow-code", help="Changes nothing: to check runs no code.")
    ] = False,
) -> None:
    """Show which packages are compatible with everybody's red lines, and what would have to give."""
    from sim import api

    _demand_one(OTHER=other is not None, **{"--package": package is not None, "--csv": as_csv})
    _demand_one(**{"--json": as_json, "--csv": as_csv})
    kinds: Any = [kind.strip() for kind in only.split(",") if kind.strip()]
    answer = api.check(api.load(case, changes or ()), kinds)
    if other is not None:
        _show_difference(answer, api.check(api.load(other, changes or ()), kinds), as_json=as_json)
    elif package is not None:
        _show_package(answer, package, as_json=as_json)
    elif as_json:
        _print_json(answer.as_dict())
    elif as_csv:
        _print_csv(answer.table)
    else:
        from sim.text import check_text

        _print(check_text(answer, answer.acceptable))
    if picture is not None:
        from sim.plots.album import draw_all

        _say_drawn(draw_all({"crossed_lines": answer.crossed_lines}, picture))


@app.command()
def run(
    case: Case,
    worlds: Annotated[int | None, typer.Option(help="How many.  [default: the scenario's]")] = None,
    seed: Seed = None,
    batch: Annotated[int | None, typer.Option(help="How many at once; changes no outcome.")] = None,
    out: Annotated[Path, typer.Option(help="The folder that keeps runs.")] = Path("results"),
    changes: Changes = None,
    allow_code: AllowCode = False,
    again: Annotated[bool, typer.Option(help="Play a finished run again and compare.")] = False,
    as_json: Json = False,
) -> None:
    """Play the negotiation in many worlds, store the run and draw its pictures."""
    from sim import api
    from sim.ensemble import store

    scenario = api.playable(case, changes or (), allow_code=allow_code, switch="--allow-code")
    count, seed = api.size(scenario, worlds, seed, batch)
    folder = api.stored(scenario, count, seed, out)
    store.demand_writable(folder)
    if folder.exists() and not again:
        finished = api.open(folder)
        _say(f"This run is finished: {folder} (--again plays it again and compares)")
    else:
        finished = _play(scenario, count, seed, batch)
        if folder.exists():
            _compare(finished, api.open(folder), folder)
        else:
            store.write(finished, folder)
            _say(f"Stored in {folder}")
    _draw(finished, folder / "pictures")
    _show_summary(finished, as_json=as_json)


@app.command()
def watch(
    case: Case,
    seed: Seed = None,
    world: Annotated[int, typer.Option(help="Which world of a run with this seed.")] = 0,
    changes: Changes = None,
    allow_code: AllowCode = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as a page instead.")] = None,
    as_json: Json = False,
) -> None:
    """Follow one world round by round: who offers what, who refuses and why."""
    from sim import api

    _demand_one(**{"--html": html is not None, "--json": as_json})
    scenario = api.playable(case, changes or (), allow_code=allow_code, switch="--allow-code")
    if html is not None:
        again = ["sim", "watch", case, *(word for change in changes or () for word in ("--set", change))]
        again += ["--allow-code"] if allow_code else []
        _write_page(scenario, seed, world, html, again)
        return
    with redirect_stdout(sys.stderr):  # outside code may print, and JSON is for programs
        watched = api.watch(scenario, seed, world)
    if as_json:
        _print_json(watched.as_dict())
    else:
        from sim.text import watch_text

        _print(watch_text(watched))


@app.command()
def plot(
    run_folder: Annotated[Path, typer.Argument(metavar="RUN", help="A stored run's folder.")],
    out: Annotated[
        Path | None, typer.Option(help="Where to put the pictures.  [default: in the run's folder]")
    ] = None,
) -> None:
    """Draw the pictures of a stored run, as PNG and SVG."""
    from sim import api
    from sim.ensemble import store

    folder = store.find(run_folder)
    _draw(api.open(folder), out or folder / "pictures", anew=True)


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenarios, for editors that complete and check while one types."""
    from sim import api, language

    _print_json(language.schema(api.VOCABULARY))


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if version:
        from sim.version import __version__

        print(f"sim {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; wrong input gets a list of problems and exit code 2."""
    from sim.errors import InputError, StrategyError

    try:
        app()
    except InputError as error:
        for problem in error.problems:
            _say(str(problem))
        if isinstance(error, StrategyError) and error.playing:
            _say(f"The same again: {shlex.join(['sim', *sys.argv[1:]])}")
        sys.exit(WRONG_INPUT)
    except SystemExit as leaving:
        if leaving.code == INTERRUPTED:  # what Typer makes of Ctrl-C
            _say("Interrupted; nothing unfinished was left behind.")
        raise


def _play(scenario: Scenario, worlds: int, seed: int, batch: int | None) -> Run:
    from sim import api

    with _progress(f"Playing {scenario.name}", worlds) as advance, redirect_stdout(sys.stderr):
        return api.run(scenario, worlds, seed, batch=batch, progress=advance)


def _write_page(scenario: Scenario, seed: int | None, world: int, file: Path, again: list[str]) -> None:
    from sim import api
    from sim.report import demand_free, watched_page, write_whole

    demand_free(file)
    with redirect_stdout(sys.stderr):  # outside code may print, and JSON is for programs
        watched = api.watch(scenario, seed, world)
    numbers = ["--seed", str(watched.seed), "--world", str(watched.world)]
    write_whole(watched_page(watched, shlex.join([*again, *numbers])), file)
    _say(f"The story is in {file}")


def _compare(played: Run, kept: Run, folder: Path) -> None:
    from sim.errors import Problem, RunError

    if not played.table.astype(object).equals(kept.table.astype(object)):
        raise RunError([Problem("played again, its outcomes differ from those kept", file=str(folder))])
    _say(f"Played again: every world ended as in {folder}")


def _draw(run: Run, folder: Path, *, anew: bool = False) -> None:
    from sim.plots import PICTURES

    if not anew and all((folder / f"{name}.svg").exists() for name in PICTURES):
        return
    with _progress("Drawing", len(PICTURES)) as advance:
        _say_drawn(run.plot(folder, lambda _: advance(1)))


def _say_drawn(files: list[Path]) -> None:
    names = ", ".join(file.name for file in files if file.suffix == ".png")
    _say(f"Pictures in {files[0].parent}: {names}")


def _demand_one(**asked: bool) -> None:
    """Refuse options that ask for different answers at once."""
    from sim.errors import InputError, Problem

    given = [name for name, is_given in asked.items() if is_given]
    if len(given) > 1:
        raise InputError([Problem(f"{' and '.join(given)} ask for different answers, expected one of them")])


def _show_difference(one: Check, other: Check, *, as_json: bool) -> None:
    from sim.analysis.plain import difference_as_dict
    from sim.compatibility import difference
    from sim.text import difference_text

    found = difference(one, other)
    if as_json:
        _print_json(difference_as_dict(found))
    else:
        _print(difference_text(found))


def _show_package(answer: Check, name: str, *, as_json: bool) -> None:
    from sim.analysis.plain import variant_as_dict
    from sim.text import package_text

    variant = answer.variant(name)
    if as_json:
        _print_json(variant_as_dict(answer, variant))
    else:
        _print(package_text(answer, variant))


def _show_summary(run: Run, *, as_json: bool) -> None:
    summary = run.summary()
    if as_json:
        _print_json(summary.as_dict())
    else:
        from sim.text import summary_text

        _print(summary_text(summary))


@contextmanager
def _progress(what: str, total: int) -> Iterator[Any]:
    """Show a bar with the rate and the time left, on the error stream; silent where nobody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda steps: bar.advance(task, steps)


def _print(text: RenderableType) -> None:
    from rich.console import Console

    Console(highlight=False).print(text)


def _print_csv(table: pd.DataFrame) -> None:
    """Print a table as CSV; several ids in one cell are separated by spaces."""
    joined = table["crosses"].map(" ".join)
    print(table.assign(crosses=joined).to_csv(index=False, lineterminator="\n"), end="")


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))


def _say(text: str) -> None:
    print(text, file=sys.stderr)
