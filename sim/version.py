"""The version of this program, as installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("guarantee-sim")
except PackageNotFoundError:  # run from a folder of files that was never installed
    __version__ = "0+unknown"
