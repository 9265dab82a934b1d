"""Stability of packages: who would move away from them, who would answer [Kilgour1987]_ [Fang1993]_.

A conflict is who can move between which packages (`Moves`) and how much each package is worth to whom
(preferences, worlds first; larger is better, and they are compared exactly). Every concept has one signature:
moves, preferences and which sequences of the others' moves count as an answer.
"""

from sim.stability.coalition_concepts import COALITION_CONCEPTS, coalition_stable, coalitionally_stable
from sim.stability.coalitions import coalition_improvements, coalition_reach, coalitions
from sim.stability.concepts import CONCEPTS, equilibria
from sim.stability.controlled_moves import controlled_moves
from sim.stability.explanation import Answer, Explanation, explain
from sim.stability.gmr import gmr
from sim.stability.moves import Moves
from sim.stability.nash import nash
from sim.stability.paths import Path, Step, shortest_paths
from sim.stability.sanctions import CONVENTIONS
from sim.stability.seq import seq
from sim.stability.simultaneous import simultaneous
from sim.stability.smr import smr

__all__ = [
    "COALITION_CONCEPTS",
    "CONCEPTS",
    "CONVENTIONS",
    "Answer",
    "Explanation",
    "Moves",
    "Path",
    "Step",
    "coalition_improvements",
    "coalition_reach",
    "coalition_stable",
    "coalitionally_stable",
    "coalitions",
    "controlled_moves",
    "equilibria",
    "explain",
    "gmr",
    "nash",
    "seq",
    "shortest_paths",
    "simultaneous",
    "smr",
]
