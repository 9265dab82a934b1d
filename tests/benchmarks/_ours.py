"""Measures our negotiations; a fresh process for each question that negotiation.py asks.

Reads {"question": ..., its parameters} from standard input, writes the answer. One thread and one core are
set before this process starts, since NumPy and Numba look when they are imported.
"""

import json
import sys
import time

import numpy as np
from _measuring import peak_memory
from _preferences import RESERVATION_VALUE, Size, preferences
from builders import a_scenario, some_worlds

from sim.compatibility import positions
from sim.ensemble.runner import batch_size
from sim.negotiation.model import Negotiation
from sim.worlds.payoffs import utility


class Bench:
    """Draws batches of worlds of one size, and plays them as the runner does."""

    def __init__(self, size, batch=None):
        options = " ".join(f"o{option}" for option in range(size.options))
        self.scenario = a_scenario(
            {f"i{issue}": options for issue in range(size.issues)},
            {f"p{party}": {"strategy": size.strategy} for party in range(size.parties)},
            negotiation={"rounds": size.rounds},
        )
        self.size = size
        self.public = positions(self.scenario)
        self.batch = batch or batch_size(self.scenario)
        self.rng = np.random.default_rng(1)

    def draw(self, worlds=None):
        """Draw a batch of worlds: preferences and utilities."""
        size, count = self.size, worlds or self.batch
        weights, scores = preferences(size, count, self.rng)
        shape = (size.options,) * size.issues
        tensor = np.empty((size.parties, count, size.packages))
        for party in range(size.parties):
            utility(weights[:, party], scores[:, party].reshape(count, -1), shape, tensor[party])
        return some_worlds(tensor.transpose(1, 0, 2), RESERVATION_VALUE)

    def play(self, worlds=None, *, watched=False):
        """Draw a batch of worlds and play it; return the outcomes."""
        model = Negotiation(self.scenario, self.draw(worlds), public=self.public, watched=watched)
        outcomes = model.play()
        model.close()
        return outcomes


def rates(size, runs, seconds, same):
    """Return worlds per second, with and without the negotiation, and how the first worlds ended."""
    bench = Bench(size)
    first = bench.play(same)
    bench.play()
    return {
        "played": [_rate(bench.play, bench.batch, seconds) for _ in range(runs)],
        "drawn": [_rate(bench.draw, bench.batch, seconds / 4) for _ in range(runs)],
        "ends": list(zip(first.package.tolist(), first.round.tolist(), strict=True)),
    }


def one_watched(size, runs):
    """Return the seconds that one watched world takes, drawn and played."""
    bench = Bench(size)
    bench.play(1, watched=True)
    return [1 / _rate(lambda: bench.play(1, watched=True), 1, 0.3) for _ in range(runs)]


def first(size):
    """Return the seconds that the first world takes in a fresh process, once everything is imported."""
    bench = Bench(size)
    start = time.perf_counter()
    bench.play(1)
    return time.perf_counter() - start


def peak(size, worlds):
    """Return the peak memory in MB after so many worlds."""
    bench = Bench(size)
    for _ in range(0, worlds, bench.batch):
        bench.play()
    return peak_memory()


def growth(size, batch, few, many):
    """Return by how many MB the peak grows from a few small batches to many."""
    bench = Bench(size, batch)
    peaks = []
    for batches in (few, many - few):
        for _ in range(batches):
            bench.play()
        peaks.append(peak_memory())
    return peaks[1] - peaks[0]


def _rate(call, worlds, seconds):
    """Call for about so long; return worlds per second."""
    calls, start, passed = 0, time.perf_counter(), 0.0
    while passed < seconds:
        call()
        calls += 1
        passed = time.perf_counter() - start
    return calls * worlds / passed


QUESTIONS = {f.__name__: f for f in (rates, one_watched, first, peak, growth)}


def main():
    """Answer one question."""
    asked = json.load(sys.stdin)
    answer = QUESTIONS[asked.pop("question")]
    json.dump(answer(Size(**asked.pop("size")), **asked), sys.stdout)


if __name__ == "__main__":
    main()
