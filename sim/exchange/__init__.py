"""Files of other programs: domains of Genius, NegMAS and GeniusWeb, and conflicts of gmcr-py."""

from sim.exchange.finding import FORMATS, find
from sim.exchange.many import Attempt, read_each
from sim.exchange.notes import Note
from sim.exchange.reading import Imported, read
from sim.exchange.writing import WRITERS, Exported, write

__all__ = [
    "FORMATS",
    "WRITERS",
    "Attempt",
    "Exported",
    "Imported",
    "Note",
    "find",
    "read",
    "read_each",
    "write",
]
