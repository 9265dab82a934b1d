"""Check array axes while testing, and find the reference material beside the checkout."""

import os
from pathlib import Path

import pytest
from jaxtyping import install_import_hook

CHECKED = (
    "sim.analysis",
    "sim.compatibility",
    "sim.ensemble.runner",
    "sim.ensemble.worlds_table",
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

install_import_hook(CHECKED, "beartype.beartype")

REFERENCE = Path(__file__).parents[2] / "shared" / "reference"


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference figures; it is not part of the project, and in CI it must be there."""
    if not REFERENCE.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"the reference figures are missing: {REFERENCE}")
        pytest.skip(f"needs the reference figures in {REFERENCE}")
    return REFERENCE
