"""Stochastic multicriteria acceptability analysis: what each package has going for it, over all worlds."""

from sim.analysis.acceptability.acceptability import Acceptability, acceptability, most_ranked, too_many

__all__ = ["Acceptability", "acceptability", "most_ranked", "too_many"]
