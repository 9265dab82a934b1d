"""Who plays: this process, more processes on this machine, or a Dask cluster; all behind one interface.

Each is a `concurrent.futures.Executor`. Processes rather than threads: a negotiation spends about as much
time in Python's own loops as in compiled code, and threads wait for one another there.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

from sim.ensemble.dask_cluster import dask_cluster
from sim.ensemble.pool import OpenPool, Pool


def workers(count: int = 1, cluster: str | None = None) -> OpenPool:
    """Return who plays.

    Parameters
    ----------
    count
        How many processes on this machine, this one alone if it is 1; of a local cluster, its workers.
    cluster
        The address of a Dask scheduler, `tcp://HOST:PORT`, or `local`.

    Examples
    --------
    >>> with workers()() as pool:
    ...     pool.executor.submit(sum, [1, 2]).result(), pool.count
    (3, 1)
    """
    if cluster is not None:
        return partial(dask_cluster, cluster, count)
    return _alone if count == 1 else partial(_processes, count)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def given(executor: Executor, count: int) -> OpenPool:
    """Return as who plays an executor that somebody else opens and closes."""

    @contextmanager
    def open_() -> Iterator[Pool]:
        yield Pool(executor, count, replaceable=False)

    return open_


class Alone(Executor):
    """Does each task at once, in this process."""

    def submit[T](self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Do a task and return its future, which is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  (a future holds whatever was raised)
            future.set_exception(error)
        return future


@contextmanager
def _alone() -> Iterator[Pool]:
    yield Pool(Alone(), 1)


@contextmanager
def _processes(count: int) -> Iterator[Pool]:
    """Open a pool of fresh processes; they go when they have no more to do, or at once."""
    before = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(
        count, mp_context=multiprocessing.get_context("spawn"), initializer=_begin_work
    )
    try:
        with _deaf():
            for _ in range(count):
                executor.submit(int)
        yield Pool(executor, count)
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.kill()
        raise
    executor.shutdown()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that are started here hear no Ctrl-C, from their first moment."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_work() -> None:
    """Prepare a worker: it leaves Ctrl-C to its parent, goes when that dies, and keeps output free for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr
    threading.Thread(target=_go_with_parent, daemon=True).start()


def _go_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
