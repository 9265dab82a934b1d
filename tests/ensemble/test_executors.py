"""Whoever plays looks the same from outside, and nobody stays behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import failing
import psutil
import pytest

from sim.ensemble import dask_cluster
from sim.ensemble.executors import Alone, workers
from sim.errors import InputError


def test_alone_a_task_is_done_at_once_and_may_fail():
    done, failed = Alone().submit(divmod, 7, 2), Alone().submit(divmod, 7, 0)
    assert done.result() == (3, 1)
    assert isinstance(failed.exception(), ZeroDivisionError)


def test_what_is_no_exception_is_not_kept_for_later():
    with pytest.raises(KeyboardInterrupt):
        Alone().submit(failing.interrupted)


def test_workers_do_not_write_where_answers_go(capfd):
    with workers(2)() as pool:
        assert pool.count == 2
        pool.executor.submit(print, "from a worker").result()
    told = capfd.readouterr()
    assert (told.out, "from a worker" in told.err) == ("", True)


def test_nobody_answers(monkeypatch):
    monkeypatch.setattr(dask_cluster, "PATIENCE", 0.2)
    with pytest.raises(InputError, match="no Dask cluster with workers answers at 'tcp://"):
        workers(cluster="tcp://127.0.0.1:9")().__enter__()


@pytest.mark.parametrize("address", ["", "somewhere", "tcp://somewhere", "tcp://somewhere:no"])
def test_what_is_no_address(address):
    with pytest.raises(InputError, match=f"answers at '{address}': "):
        workers(cluster=address)().__enter__()


def test_dask_is_an_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"a cluster needs Dask: install guarantee-sim\[dask\]"):
        workers(cluster="local")().__enter__()


def is_alive(pid):
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_workers_go_when_their_parent_is_killed():
    """They would wait for ever for tasks that nobody hands out any more."""
    environment = {**os.environ, "PYTHONPATH": str(Path(failing.__file__).parent)}
    command = [sys.executable, "-c", "import failing; failing.wait_with_workers()"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        pids = json.loads(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while alive := list(filter(is_alive, pids)):
        assert time.monotonic() < deadline, f"{alive} did not go"
        time.sleep(0.02)
