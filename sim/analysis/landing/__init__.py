"""Where agreements land relative to the packages that theories of bargaining would pick."""

from sim.analysis.landing.landing import Landing, landing

__all__ = ["Landing", "landing"]
