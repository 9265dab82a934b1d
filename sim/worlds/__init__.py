"""One draw of everything uncertain is a world; a batch of worlds is a few arrays."""

from sim.worlds.draw import draw, from_uniforms, no_deal
from sim.worlds.uniforms import Streams, Uniforms
from sim.worlds.worlds import Worlds

__all__ = ["Streams", "Uniforms", "Worlds", "draw", "from_uniforms", "no_deal"]
