"""The plane of two parties' utilities: packages, deals, no deal and solution points in one table."""

from sim.analysis.plane.utility_plane import utility_plane

__all__ = ["utility_plane"]
