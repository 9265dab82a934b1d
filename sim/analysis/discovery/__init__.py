"""Scenario discovery: under which conditions a measure holds."""

from sim.analysis.discovery.boxes import Box, Boxes
from sim.analysis.discovery.cart import cart
from sim.analysis.discovery.choosing import best_balance
from sim.analysis.discovery.covering import Search, cover
from sim.analysis.discovery.discover import Discovery, discover
from sim.analysis.discovery.limits import Among, Between, Limits
from sim.analysis.discovery.prim import prim
from sim.analysis.discovery.quasi_p_values import QuasiP

__all__ = [
    "Among",
    "Between",
    "Box",
    "Boxes",
    "Discovery",
    "Limits",
    "QuasiP",
    "Search",
    "best_balance",
    "cart",
    "cover",
    "discover",
    "prim",
]
