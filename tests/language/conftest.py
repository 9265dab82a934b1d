"""One small valid scenario, and ways to break it."""

import textwrap

import pytest

from sim.errors import ScenarioError
from sim.language import load

BASE = """\
scenario: Two neighbours
as_of: 2025-08-21
about: A fence between two gardens.

statements:
  anna-speaks:
    {party: anna, speaker: Anna, date: 2025-08-20, outlet: The Fence, kind: quoted, claim: No wall.}
  bert-speaks:
    {party: bert, speaker: Bert, date: 2025-08-20, outlet: The Fence, kind: reported, claim: Not me.}

issues:
  fence:
    question: Which fence?
    options: {none: No fence, hedge: A hedge, wall: A wall}
  payer:
    question: Who pays?
    options: {anna: Anna, bert: Bert, both: Both}

rules:
  - forbid: {fence: [none], payer: [both]}
    because: Nothing to share.

packages:
  green: {fence: hedge}
  split: {fence: wall, payer: both}

parties:
  anna:
    name: Anna
    consent: always
    red_lines:
      no-wall:
        forbid: {fence: [wall]}
        unless: {payer: [bert]}
        firmness: [0.8, 1.0]
        statement: anna-speaks
    preferences:
      weights: {fence: [1, 3], payer: 2}
      scores:
        fence: {none: 0, hedge: 1, wall: 0.2}
        payer: {anna: 0, bert: 1, both: 0.5}
    no_deal: {value: 0.2, drift: 0}
    strategy: {name: boulware, considerate: true}
  bert:
    name: Bert
    consent: {when: {payer: [bert, both]}}
    red_lines:
      not-alone:
        require: {payer: [anna, both]}
        softens: {round: [10, 30], chance: 0.2}
        statement: bert-speaks

negotiation:
  protocol: alternating_offers
  rounds: 40
  order: [anna, bert]
ensemble: {worlds: 100, seed: 1}
"""


class Folder:
    """A folder of scenario files, with the problems found in them."""

    base = BASE

    def __init__(self, path):
        self.path = path

    def write(self, text, name="case.yaml"):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            file.write_bytes(text)
        else:
            file.write_text(textwrap.dedent(text), encoding="utf-8")
        return file

    def load(self, text, vocabulary=None, name="case.yaml"):
        return load(self.write(text, name), vocabulary)

    def problems(self, text, vocabulary=None):
        with pytest.raises(ScenarioError) as caught:
            self.load(text, vocabulary)
        return list(caught.value.problems)

    def broken(self, *changes, vocabulary=None):
        """Replace pieces of the valid scenario; return what is then wrong, as (message, path, line)."""
        text = BASE
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        problems = self.problems(text, vocabulary)
        assert {problem.file for problem in problems} == {"case.yaml"}
        return [(problem.message, problem.path, problem.line) for problem in problems]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path)
