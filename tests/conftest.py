"""Check array axes while testing, and find the reference material beside the checkout."""

import os
from pathlib import Path

import checking_axes
import pytest

CHECKED = (
    "sim.analysis",
    "sim.compatibility",
    "sim.ensemble.runner",
    "sim.ensemble.worlds_table",
    "sim.graph_model",
    "sim.negotiation.diagnosis.diagnose",
    "sim.negotiation.diagnosis.left_on_table",
    "sim.negotiation.diagnosis.obstacles",
    "sim.negotiation.diagnosis.remedies",
    "sim.negotiation.outcomes",
    "sim.negotiation.seat",
    "sim.negotiation.strategies",
    "sim.negotiation.table",
    "sim.scenario.correlation",
    "sim.scenario.drawable",
    "sim.scenario.quantities",
    "sim.solutions",
    "sim.worlds.designs",
    "sim.worlds.draw",
    "sim.worlds.drawing",
    "sim.worlds.draws",
    "sim.worlds.payoffs",
    "sim.worlds.quantiles",
    "sim.worlds.uniforms",
    "sim.worlds.worlds",
)
"""Rooms whose functions are checked against the axes they declare."""

checking_axes.install(CHECKED, "beartype.beartype")

REFERENCE = Path(__file__).parents[2] / "shared" / "reference"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let axes be checked from the first call in each test."""
    checking_axes.a_test_begins()


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference figures; it is not part of the project, and in CI it must be there."""
    if not REFERENCE.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"the reference figures are missing: {REFERENCE}")
        pytest.skip(f"needs the reference figures in {REFERENCE}")
    return REFERENCE
