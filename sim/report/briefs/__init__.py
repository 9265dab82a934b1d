"""Papers for a class that plays a case: a sheet for each role, one for the instructor, and an index."""

from sim.report.briefs.briefs import FORMATS, Briefs, brief

__all__ = ["FORMATS", "Briefs", "brief"]
