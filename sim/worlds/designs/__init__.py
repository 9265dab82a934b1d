"""Designs: where the uniform numbers come from, out of which worlds are made."""

from sim.worlds.designs.choosing import uniforms

__all__ = ["uniforms"]
