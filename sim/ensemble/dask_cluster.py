"""A Dask cluster plays: one of our own on this machine, or one that somebody has set up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socket import create_connection
from urllib.parse import urlsplit

from sim.ensemble.pool import Pool
from sim.errors import InputError, Problem

LOCAL = "local"
"""The address of a cluster of our own."""

PATIENCE = 15
"""For how many seconds a cluster may fail to answer."""

_DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
"""Workers of our own leave Ctrl-C to this process."""


@contextmanager
def dask_cluster(address: str, count: int) -> Iterator[Pool]:
    """Open a pool on a cluster: `tcp://HOST:PORT` of its scheduler, or `local` for `count` workers here.

    Raises
    ------
    InputError
        If Dask is not installed, or no cluster with workers answers.
    """
    try:
        from dask import config  # noqa: PLC0415  (an optional extra)
        from distributed import Client, KilledWorker, LocalCluster  # noqa: PLC0415
    except ImportError as error:
        raise InputError([Problem("a cluster needs Dask: install guarantee-sim[dask]")]) from error
    if address == LOCAL:
        with (
            config.set({"distributed.scheduler.allowed-failures": 0}),
            LocalCluster(
                n_workers=count, threads_per_worker=1, dashboard_address=None, preload=[_DEAF]
            ) as cluster,
            Client(cluster) as client,
        ):
            yield Pool(client.get_executor(), count, deaths=(KilledWorker,))
        return
    _demand_answer(address)
    with Client(address, timeout=PATIENCE) as client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise _silent(address, "it has no workers") from error
        yield Pool(client.get_executor(), sum(client.nthreads().values()), deaths=(KilledWorker,))


def _demand_answer(address: str) -> None:
    """Refuse an address at which nobody listens: a client that fails to connect would hang later."""
    try:
        place = urlsplit(address)
        if place.hostname is None or place.port is None:
            raise _silent(address, "expected tcp://HOST:PORT, or local")
        create_connection((place.hostname, place.port), timeout=PATIENCE).close()
    except (OSError, ValueError) as error:
        raise _silent(address, str(error)) from error


def _silent(address: str, why: str) -> InputError:
    return InputError([Problem(f"no Dask cluster with workers answers at {address!r}: {why}")])
