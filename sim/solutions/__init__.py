"""Which packages theories of bargaining would pick: one concept a file, worlds first.

Every concept that picks has one signature: utilities, reservation values and, if some packages may not be
signed at all, the mask `among` of those that may. It returns a package index in each world, -1 for none.
Beside it stands its checker, `is_...`, which says of one package in one world whether it would do, plainly
from the definition and in exact fractions: slow, and of no code that the concept uses.
"""

from sim.solutions.egalitarian import egalitarian_bargaining, is_egalitarian_bargaining
from sim.solutions.kalai_smorodinsky import is_kalai_smorodinsky_bargaining, kalai_smorodinsky_bargaining
from sim.solutions.leximin import is_leximin_bargaining, leximin_bargaining
from sim.solutions.nash import is_nash_bargaining, nash_bargaining
from sim.solutions.pareto import is_pareto_efficient, pareto_efficient
from sim.solutions.utilitarian import is_utilitarian_bargaining, utilitarian_bargaining

CONCEPTS = {
    "nash": nash_bargaining,
    "kalai_smorodinsky": kalai_smorodinsky_bargaining,
    "egalitarian": egalitarian_bargaining,
    "utilitarian": utilitarian_bargaining,
    "leximin": leximin_bargaining,
}
"""The concepts that pick a package, by the name they go by in tables."""

__all__ = [
    "CONCEPTS",
    "egalitarian_bargaining",
    "is_egalitarian_bargaining",
    "is_kalai_smorodinsky_bargaining",
    "is_leximin_bargaining",
    "is_nash_bargaining",
    "is_pareto_efficient",
    "is_utilitarian_bargaining",
    "kalai_smorodinsky_bargaining",
    "leximin_bargaining",
    "nash_bargaining",
    "pareto_efficient",
    "utilitarian_bargaining",
]
