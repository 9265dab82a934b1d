"""The command line, one command a file; what is slow to import is imported by the command that needs it."""

from sim.cli.main import main

__all__ = ["main"]
