"""How the answer is worked out, and what it does not claim."""

from __future__ import annotations

from sim.report.blocks import Block, Prose, Section
from sim.scenario import Scenario

PAIRED = (
    "Runs are compared world by world: each world has the same draws in both, wherever both draw the same, "
    "so a difference is not blurred by luck of the draw. Its interval rests on the worlds that end "
    "otherwise."
)
CAUTION = (
    "This is no forecast. It shows what follows from stated assumptions, and which of them the answer "
    "hangs on. A share of worlds is a share among guesses, not the probability that something will happen."
)


def method_part(case: Scenario, *, paired: bool) -> Section:
    """Say how it was done, in a few paragraphs."""
    inside: tuple[Block, ...] = (
        Prose(CAUTION),
        Prose(
            "On paper, every package (one option for each issue, less those that make no sense) is held "
            "against every stated red line. It is compatible if it crosses no line of a party whose "
            "consent it needs. Minimal conflicts and concessions are complete up to the length of a list, "
            "which says so where it is cut."
        ),
        Prose(
            "Then the negotiation is played in many worlds. A world draws everything uncertain once: "
            "weights, scores, what no deal is worth, and which stated lines are held. After that nothing "
            "is random. A party accepts no package that crosses a line it holds, or is worth less to it "
            "than no deal; how it offers and concedes is its strategy. A negotiation ends when all whose "
            f"consent a package needs accept it, or after round {case.negotiation.rounds:,}."
        ),
        Prose(
            "Intervals are 95% and show sampling error alone: Wilson's for shares, Student's for means. "
            "They narrow with more worlds and say nothing of model error: of how right the assumptions, "
            "the strategies and the rules of the table are. Utilities run from 0 to 1, and those of "
            "different parties are not comparable."
        ),
        *([Prose(PAIRED)] if paired else []),
    )
    return Section("Method", inside)
