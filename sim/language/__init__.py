"""The scenario language: YAML becomes a `Scenario`, every problem is found at once, each with its line."""

from sim.language.finding import bundled
from sim.language.loading import load
from sim.language.schema import schema
from sim.language.vocabulary import Vocabulary
from sim.language.writing import dump

__all__ = ["Vocabulary", "bundled", "dump", "load", "schema"]
