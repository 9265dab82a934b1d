"""The scenario language: YAML becomes a `Scenario`, every problem is found at once, each with its line."""

from sim.language.changes import Changes
from sim.language.finding import bundled
from sim.language.loading import load, placed
from sim.language.points import Point, points
from sim.language.schema import schema
from sim.language.vocabulary import Vocabulary
from sim.language.writing import dump

__all__ = ["Changes", "Point", "Vocabulary", "bundled", "dump", "load", "placed", "points", "schema"]
