"""How commands play: what is finished is used, what is unfinished gone on with, and Ctrl-C loses nothing."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.output import INTERRUPTED, Told, say

if TYPE_CHECKING:
    from sim.api import Run
    from sim.ensemble.pool import OpenPool
    from sim.ensemble.request import Request
    from sim.errors import StrategyError, WorldError
    from sim.scenario import Scenario


@dataclass(frozen=True)
class Playing:
    """Where runs are kept, and who plays them.

    Parameters
    ----------
    out
        The folder that keeps runs.
    workers, cluster, batch
        As in `sim.api.run`; if no number of workers is given, as many as help.
    again
        Play what is finished once more, and compare; None where nobody can ask for that.
    quiet
        Show no progress.
    watching
        The words that watch one world of what is played, but for its seed and number.
    """

    out: Path
    workers: int | None = None
    cluster: str | None = None
    batch: int | None = None
    again: bool | None = None
    quiet: bool = False
    watching: Sequence[str] = ()

    def run(self, case: Scenario) -> Run:
        """Play a scenario, or open the run of it that is kept."""
        from sim import api

        return self.into(api.folder_of(api.request(case), self.out), case)

    def into(self, folder: Path, case: Scenario) -> Run:
        """Play a scenario into a folder, unless it is there."""
        from sim import api
        from sim.ensemble.store import demand_writable

        asked = api.request(case)
        there, finished = _there(folder)
        if finished and there == asked.worlds:
            self._use(folder, asked)
            return api.open(folder)
        demand_writable(folder)
        if there:
            say(f"Going on with {folder}: {there:,} of {asked.worlds:,} worlds are there")
        return self._play(folder, asked)

    def _play(self, folder: Path, asked: Request) -> Run:
        from sim import api
        from sim.ensemble import playing
        from sim.errors import StrategyError, WorldError
        from sim.text.progress import progress

        title = f"Playing {asked.case.name}"
        try:
            with progress(title, asked.worlds, quiet=self.quiet) as advance, redirect_stdout(sys.stderr):
                run = playing.play_into(folder, asked, self._who(asked), self.batch, advance)
        except KeyboardInterrupt:
            _say_stopped(folder, asked)
            raise Told(INTERRUPTED) from None
        except (StrategyError, WorldError) as error:
            self._note_how_to_see(error, asked)
            raise
        say(f"Stored in {folder}")
        return api.dressed(run)

    def _use(self, folder: Path, asked: Request) -> None:
        """Say that a run is finished, or play it again."""
        if self.again:
            self._play_again(folder, asked)
        else:
            hint = " (--again plays it again and compares)" if self.again is not None else ""
            say(f"This run is finished: {folder}{hint}")

    def _play_again(self, folder: Path, asked: Request) -> None:
        from sim.ensemble import playing
        from sim.text.progress import progress

        title = f"Playing {asked.case.name} again"
        with progress(title, asked.worlds, quiet=self.quiet) as advance, redirect_stdout(sys.stderr):
            playing.play_again(folder, asked, self._who(asked), self.batch, advance)
        say(f"Played again: every world ended as in {folder}")

    def _note_how_to_see(self, error: StrategyError | WorldError, asked: Request) -> None:
        """Note how to see a world fail; where worlds depend on how many there are, that too."""
        if error.world is not None and self.watching:
            strata = asked.case.ensemble.design == "latin_hypercube"
            size = ["--set", f"ensemble.worlds={asked.worlds}"] if strata else []
            numbers = ["--seed", str(asked.seed), "--world", str(error.world)]
            error.add_note(f"The same again: {shlex.join([*self.watching, *size, *numbers])}")

    def _who(self, asked: Request) -> OpenPool:
        from sim.ensemble.chunks import chunks
        from sim.ensemble.executors import cores, workers
        from sim.ensemble.sizes import processes_worth

        most = cores() if self.cluster else min(cores(), processes_worth(asked.case), len(chunks(asked.case)))
        return workers(self.workers or most, self.cluster)


def _there(folder: Path) -> tuple[int, bool]:
    """Return how many worlds a folder holds that are of use, and whether the run was finished."""
    from sim.ensemble.manifest import MANIFEST
    from sim.ensemble.reading import state_of

    if not (folder / MANIFEST).exists():
        return 0, False
    manifest, there = state_of(folder)
    return there, manifest.finished


def _say_stopped(folder: Path, asked: Request) -> None:
    there, _ = _there(folder)
    if there:
        say(f"Stopped: {there:,} of {asked.worlds:,} worlds are kept in {folder}")
        say(f"To go on: {shlex.join(['sim', *sys.argv[1:]])}")
    else:
        say("Stopped before any worlds could be kept")
