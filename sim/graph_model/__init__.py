"""Stability of packages: who would move away from them, who would answer [Kilgour1987]_ [Fang1993]_.

A conflict is who can move between which packages (`Moves`) and how much each package is worth to whom
(preferences, worlds first; larger is better, and they are compared exactly). Every concept has one signature:
moves, preferences and which sequences of the others' moves count as an answer.
"""

from sim.graph_model.coalition_concepts import COALITION_CONCEPTS, coalition_stable, coalitionally_stable
from sim.graph_model.coalitions import coalition_improvements, coalition_reach, coalitions
from sim.graph_model.concepts import CONCEPTS, equilibria
from sim.graph_model.controlled_moves import controlled_moves
from sim.graph_model.explanation import Answer, Explanation, explain
from sim.graph_model.gmr import gmr
from sim.graph_model.moves import Moves
from sim.graph_model.nash import nash
from sim.graph_model.paths import Path, Step, shortest_paths
from sim.graph_model.sanctions import CONVENTIONS
from sim.graph_model.seq import seq
from sim.graph_model.simultaneous import simultaneous
from sim.graph_model.smr import smr

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
