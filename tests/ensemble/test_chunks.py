"""Chunks cut all worlds of a run, each once."""

import math

from builders import a_scenario
from hypothesis import given
from hypothesis import strategies as st

import sim
from sim.ensemble import chunks as module
from sim.ensemble.chunks import chunk_size, chunks


def of(worlds, options=2):
    issue = " ".join(f"o{option}" for option in range(options))
    return a_scenario({"i": issue, "j": issue}, {"a": {}}, ensemble={"worlds": worlds})


@given(st.integers(1, 100_000))
def test_every_world_is_in_one_chunk_in_order(worlds):
    cut = chunks(of(worlds))
    assert [chunk.index for chunk in cut] == list(range(len(cut)))
    assert [chunk.first for chunk in cut] == [sum(c.worlds for c in cut[:i]) for i in range(len(cut))]
    assert sum(chunk.worlds for chunk in cut) == worlds
    assert all(chunk.worlds == module.MOST for chunk in cut[:-1])


def test_many_packages_make_small_chunks():
    many = of(1, options=1000)  # a million packages
    assert module.LEAST < chunk_size(many) == module.CHUNK_BYTES // 8_000_000 < module.MOST
    assert chunk_size(of(1, options=3000)) == module.LEAST


def test_their_size_does_not_depend_on_how_many_worlds_there_are():
    assert chunk_size(of(10)) == chunk_size(of(10**9)) == module.MOST
    case = sim.load("2025-08-21")
    assert len(chunks(case)) == math.ceil(case.ensemble.worlds / module.MOST)
