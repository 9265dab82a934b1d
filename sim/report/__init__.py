"""Pages to hand out: each is one HTML file that needs no network, no scripts and no other file."""

from sim.report.watched_page import watched_page
from sim.report.writing import demand_free, write_whole

__all__ = ["demand_free", "watched_page", "write_whole"]
