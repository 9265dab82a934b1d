"""What all commands share: the application they belong to, and the options that several have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
Worlds = Annotated[int | None, typer.Option(help="How many.  [default: the scenario's]")]
Seed = Annotated[int | None, typer.Option(help="What worlds are drawn from.  [default: the scenario's]")]
Batch = Annotated[int | None, typer.Option(help="How many at once; changes no outcome.")]
Out = Annotated[Path, typer.Option(help="The folder that keeps runs.")]
Workers = Annotated[
    int | None, typer.Option(help="How many processes play; changes no outcome.  [default: as many as help]")
]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS", help="Play on a Dask cluster: tcp://HOST:PORT of its scheduler, or local."
    ),
]
Measure = Annotated[
    str, typer.Option(help="What is asked: agreed, deadline, no_zopa, walked_out, round or utility.PARTY.")
]
Picture = Annotated[
    Path | None, typer.Option("--picture", metavar="FOLDER", help="Also draw it, into this folder.")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress.")]
RESULTS = Path("results")


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if version:
        from sim.version import __version__

        print(f"sim {__version__}")
        raise typer.Exit
