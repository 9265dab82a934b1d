"""What a class plays: one world in points, role by role, and what there is to say of it afterwards."""

from sim.analysis.briefing.briefing import LISTED, Briefing, briefing, shown
from sim.analysis.briefing.classroom import Classroom, classroom
from sim.analysis.briefing.order import Order
from sim.analysis.briefing.points import FULL, Points
from sim.analysis.briefing.role import Instruction, Role

__all__ = [
    "FULL",
    "LISTED",
    "Briefing",
    "Classroom",
    "Instruction",
    "Order",
    "Points",
    "Role",
    "briefing",
    "classroom",
    "shown",
]
