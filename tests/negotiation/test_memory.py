"""Memory does not grow from one negotiation to the next."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PLAY = """
import gc
from builders import a_scenario
from sim.compatibility import positions
from sim.negotiation.model import Negotiation
from sim.worlds import draw

gc.disable()  # what is not freed at once would stay for good
case = a_scenario({"x": "a b"}, {"p": {"strategy": "micro"}, "q": {}}, negotiation={"rounds": 1})
public, worlds = positions(case), draw(case, seed=1, first=0, worlds=1)


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def play(batches):
    for _ in range(batches):
        model = Negotiation(case, worlds, public=public)
        model.play()
        model.close()


play(1000)
before = resident()
play(10_000)
print(resident() - before, sum(isinstance(thing, Negotiation) for thing in gc.get_objects()))
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads the memory in use from /proc")
def test_nothing_grows_over_10_000_batches():
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    played = subprocess.run(
        [sys.executable, "-c", PLAY], capture_output=True, text=True, env=environment, check=False
    )
    assert played.returncode == 0, played.stderr
    grown, models = map(int, played.stdout.split())
    assert models == 0
    assert grown < 2_000_000  # bytes: 200 a negotiation
