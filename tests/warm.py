"""Imported once by a server of processes: it plays a few worlds, so that its children need not get ready."""

from builders import a_scenario

from sim.ensemble import playing
from sim.ensemble.runner import play_and_diagnose

READY = playing, play_and_diagnose(a_scenario({"troops": "none some"}, {"a": {}, "b": {}}), worlds=5, seed=1)
