"""One draw of everything uncertain is a world; a batch of worlds is a few arrays."""

from sim.scenario.quantities import uncertain
from sim.worlds.designs import uniforms
from sim.worlds.draw import draw, from_uniforms, no_deal
from sim.worlds.draws import draws
from sim.worlds.uniforms import Streams, Uniforms
from sim.worlds.worlds import Worlds

__all__ = [
    "Streams",
    "Uniforms",
    "Worlds",
    "draw",
    "draws",
    "from_uniforms",
    "no_deal",
    "uncertain",
    "uniforms",
]
