"""Plays one run into a folder, or keeps and reads tables; a fresh process for each question of ensemble.py.

Reads {"question": ..., its parameters} from standard input, writes the answer. Processes that it starts
import this file, so nothing happens outside `main`.
"""

import json
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def august(worlds, workers=1, cluster=None, threads=None):
    """Play and keep so many worlds of the August case; return the seconds, the bytes and the checksum."""
    import sim

    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        if threads:
            with ThreadPoolExecutor(threads) as executor:
                run = sim.run("2025-08-21", worlds, seed=1, out=out, executor=executor, workers=threads)
        else:
            run = sim.run("2025-08-21", worlds, seed=1, out=out, workers=workers, cluster=cluster)
        seconds = time.perf_counter() - start
        result = json.loads((run.folder / "manifest.json").read_text("utf-8"))["result"]
        start = time.perf_counter()
        run.summary()
        return {
            "seconds": seconds,
            "bytes": result["bytes"],
            "checksum": result["checksum"],
            "summary": time.perf_counter() - start,
        }


def trivial(worlds, runs):
    """Return the seconds of playing and keeping worlds in which two parties take the only package at once."""
    from builders import a_scenario

    import sim

    case = a_scenario({"it": "yes"}, {"a": {}, "b": {}}, negotiation={"rounds": 1})
    seconds = []
    for _ in range(runs + 1):
        with tempfile.TemporaryDirectory() as out:
            start = time.perf_counter()
            sim.run(case, worlds, seed=1, out=out)
            seconds.append(time.perf_counter() - start)
    return seconds[1:]  # the first one loads compiled code


def tables(rows, columns, runs):
    """Return the seconds of keeping a table of so many random numbers, in chunks, and of reading it."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.dataset as ds

    from sim.ensemble import shards
    from sim.ensemble.chunks import MOST

    numbers = np.random.default_rng(1).random((columns, rows))
    table = pa.table({f"o{column}": numbers[column] for column in range(columns)})
    saved, loaded = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as out:
            start = time.perf_counter()
            for index, first in enumerate(range(0, rows, MOST)):
                shards.keep(shards.encode(table.slice(first, MOST)), Path(out), index)
            middle = time.perf_counter()
            files = shards.whole(Path(out))
            ds.dataset([str(path) for path in files.values()]).to_table().to_pandas()
            saved.append(middle - start)
            loaded.append(time.perf_counter() - middle)
    return {"save": saved, "load": loaded}


def main():
    """Answer one request."""
    asked = json.load(sys.stdin)
    answer = {"august": august, "trivial": trivial, "tables": tables}[asked.pop("question")](**asked)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
