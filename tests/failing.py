"""Ways for tasks to fail, in a module that fresh processes can import too."""

import os
import sys
import time
from pathlib import Path

from sim.ensemble.tasks import do


def dying(task):
    """Die without a word over the second chunk, the first two times."""
    tries = task.shelf.folder / f"tried-{task.chunk.index}"
    tries.write_text(tries.read_text() + "x" if tries.exists() else "x")
    if task.chunk.index == 1 and len(tries.read_text()) <= 2:
        os._exit(9)
    return do(task)


def deadly(task):
    """Die over the second chunk whenever it is tried."""
    if task.chunk.index == 1:
        os._exit(9)
    return do(task)


def always_deadly(task):
    """Die over whatever is to be done."""
    os._exit(9)


def play_for_ever(folder, case, chunk):
    """Play in a process of its own, slowly, until somebody kills it."""
    from sim.ensemble import chunks, playing
    from sim.ensemble.executors import workers
    from sim.ensemble.request import Request

    chunks.MOST = chunk
    playing.play_into(Path(folder), Request(case, "0.0"), workers(), None, lambda _: time.sleep(0.005))


def interrupted():
    """Be interrupted."""
    raise KeyboardInterrupt


def wait_with_workers():
    """Start workers, tell their numbers, and wait until somebody kills this process."""
    from sim.ensemble.executors import workers

    with workers(2)() as pool:
        pids = [pool.executor.submit(_pid).result() for _ in range(2)]
        sys.stdout.write(f"{pids}\n")
        sys.stdout.flush()
        time.sleep(60)


def _pid():
    return os.getpid()
