"""The answer: its sentences, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from sim.analysis.exploring.finding import Finding
from sim.report.blocks import Block, Listing, Section

HEADING = "The answer"


def answer_part(sentences: Sequence[Finding]) -> Section:
    """List the sentences of a run."""
    return Section(HEADING, (_listing(sentences),))


def paired_answer_part(sentences: Sequence[tuple[str, Sequence[Finding]]]) -> Section:
    """List the sentences of each comparison, under the variant's name if there are several."""
    if len(sentences) == 1:
        return answer_part(sentences[0][1])
    inside: tuple[Block, ...] = tuple(Section(name, (_listing(found),)) for name, found in sentences)
    return Section(HEADING, inside)


def _listing(sentences: Sequence[Finding]) -> Listing:
    return Listing(tuple(finding.text for finding in sentences), numbered=True, kind="note")
