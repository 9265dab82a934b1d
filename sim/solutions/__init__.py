"""Which packages theories of bargaining would pick: one concept a file, worlds first.

Every concept that picks has one signature: utilities, reservation values and, if some packages may not be
signed at all, the mask `among` of those that may. It returns a package index in each world, -1 for none.
"""

from sim.solutions.egalitarian import egalitarian_bargaining
from sim.solutions.kalai_smorodinsky import kalai_smorodinsky_bargaining
from sim.solutions.nash import nash_bargaining
from sim.solutions.pareto import pareto_efficient
from sim.solutions.utilitarian import utilitarian_bargaining

__all__ = [
    "egalitarian_bargaining",
    "kalai_smorodinsky_bargaining",
    "nash_bargaining",
    "pareto_efficient",
    "utilitarian_bargaining",
]
