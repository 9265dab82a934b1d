"""Call the command that was asked for; what goes wrong becomes a message and an exit code."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable

from sim.cli import (
    brief,
    check,
    compare,
    diff,
    explore,
    exporting,
    importing,
    new,
    plot,
    report,
    run,
    runs,
    scenarios,
    schema,
    sensitivity,
    stability,
    tip,
    watch,
)
from sim.cli.app import app
from sim.cli.output import INTERRUPTED, WRONG_INPUT, Told, say

FAILED = 1

COMMANDS = (
    scenarios,
    new,
    importing,
    exporting,
    check,
    run,
    watch,
    compare,
    tip,
    explore,
    sensitivity,
    stability,
    diff,
    report,
    plot,
    brief,
    runs,
    schema,
)
"""The files of commands; each adds its own when it is imported."""


def main() -> None:
    """Run the command line; wrong input gets a list of problems and exit code 2."""
    from sim.errors import InputError, StrategyError, WorldError

    try:
        app()
    except InputError as error:
        _say_all([*error.problems, *getattr(error, "__notes__", ())])
        if isinstance(error, StrategyError) and error.playing and error.world is None:
            say(f"The same again: {shlex.join(['sim', *sys.argv[1:]])}")
        sys.exit(WRONG_INPUT)
    except WorldError as error:
        _say_all([error, *getattr(error, "__notes__", ())])
        sys.exit(FAILED)
    except Told:
        raise
    except SystemExit as leaving:
        if leaving.code == INTERRUPTED:  # what Typer makes of Ctrl-C
            say("Interrupted; nothing unfinished was left behind.")
        raise


def _say_all(lines: Iterable[object]) -> None:
    for line in lines:
        say(str(line))
