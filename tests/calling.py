"""The command line called in-process, scenarios small enough for it, and what is left behind."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from sim.language import bundled

AUGUST = bundled()["2025-08-21"]
ISSUES = {"nato_membership", "foreign_troops", "us_role", "ukrainian_army", "commitment", "russian_role"}
LINE = "parties.russia.red_lines.no-foreign-troops"

TINY = """\
scenario: Tiny
as_of: 2025-08-21
about: A test.
issues:
  troops: {question: Troops?, options: {none: None, some: Some}}
  aid: {question: Aid?, options: {little: Little, much: Much}}
statements:
  said: {party: a, speaker: S, date: 2025-08-21, outlet: O, kind: quoted, claim: c}
parties:
  a:
    name: A
    red_lines:
      no-troops: {forbid: {troops: some}, firmness: 0.5, statement: said}
    preferences:
      weights: {troops: 2, aid: 1}
      scores: {troops: {none: 1, some: [0, 1]}, aid: {little: 1, much: 0.5}}
    no_deal: {value: [0.2, 0.6]}
    strategy: conceder
  b:
    name: B
    preferences:
      weights: {troops: 2, aid: 1}
      scores: {troops: {none: [0, 0.6], some: 1}, aid: {little: 0, much: 1}}
    no_deal: {value: [0.1, 0.7]}
    strategy: conceder
negotiation: {rounds: 8}
ensemble: {worlds: 12, seed: 3}
"""
TINY_LINE = "parties.a.red_lines.no-troops"
QUANTITY = "parties.b.no_deal.value"
VARIANTS = {
    "tiny": TINY,
    "same": "extends: tiny.yaml\n",
    "soft": "extends: tiny.yaml\nscenario: Soft\nparties: {a: {red_lines: {no-troops: null}}}\n",
    "hard": "extends: tiny.yaml\nscenario: Hard\nparties: {b: {no_deal: {value: 0.9}}}\n",
    "swept": f"extends: tiny.yaml\nsweep: {{{QUANTITY}: [0.1, 0.9]}}\n",
}
"""Small scenarios by name; `same` is `tiny`, which `soft` leads to agreement more often and `hard` never."""

RUN = ("run", "tiny.yaml")
CHUNK = 5
"""Worlds of a chunk with the fixture `chunked`: of 12 worlds there are 3."""

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples"
STRATEGY = "split_the_difference"


@dataclass
class Called:
    """What came of a call."""

    code: int
    out: str
    err: str

    @property
    def told(self):
        """The JSON that it printed."""
        assert self.code == 0, self.err
        return json.loads(self.out)


def call(main, arguments, monkeypatch, capsys):
    """Call `main` as the installed command does."""
    monkeypatch.setattr(sys, "argv", ["sim", *map(str, arguments)])
    code = 0
    try:
        main()
    except SystemExit as left:
        code = left.code or 0
    return Called(code, *capsys.readouterr())


def interrupted(*_, **__):
    """Be Ctrl-C."""
    raise KeyboardInterrupt


def files_in(folder):
    """Return what files hold, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def without_manifest(files):
    """Leave out what tells how long it took."""
    return {name: data for name, data in files.items() if not name.endswith("manifest.json")}


def the_run(out):
    """Return the folder of the only run."""
    (manifest,) = out.rglob("manifest.json")
    return manifest.parent


def shards_in(run):
    """List the files of worlds of a run, in order."""
    return sorted((run / "worlds").glob("part-*"))


def begin(run):
    """Make a finished run one that was left unfinished: its last file of worlds is missing."""
    shards_in(run)[-1].unlink()
    edit(run, finished=False, result=None)


def edit(run, **changes):
    """Change a run's manifest."""
    manifest = run / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text("utf-8")) | changes), encoding="utf-8")


def put_example(folder):
    """Put the example of the documentation into a folder, and return the name of its scenario."""
    for file in EXAMPLE.glob("split*"):
        shutil.copy(file, folder)
    return "split-the-difference.yaml"
