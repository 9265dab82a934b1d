"""A statement says how far its source is to be trusted, where that is not far."""

import pytest
from pydantic import ValidationError

import sim
from sim.scenario import Scenario, Statement

SAID = {
    "party": "us", "speaker": "The press", "date": "2026-01-06", "outlet": "A blog", "kind": "background",
    "claim": "15,000 to 30,000 troops.",
}  # fmt: skip
LAVROV = "statements.lavrov-troops"


@pytest.mark.parametrize(
    ("confidence", "source"),
    [
        ("high", "(A blog; background)"),
        ("medium", "(A blog; background; medium confidence)"),
        ("uncertain", "(A blog; background; uncertain)"),
    ],
)
def test_doubt_is_cited(confidence, source):
    assert Statement(**SAID, confidence=confidence).cited == f"The press, 6 January 2026 {source}"


def test_confidence_is_one_of_three():
    with pytest.raises(ValidationError, match="'high', 'medium' or 'uncertain'"):
        Statement(**SAID, confidence="low")


def test_a_file_that_says_otherwise_is_told_what_would_be_right():
    with pytest.raises(sim.InputError, match="expected one of high, medium, uncertain"):
        sim.load("2025-08-21", changes={f"{LAVROV}.confidence": "low"})


def test_to_say_high_changes_no_hash():
    case = sim.load("2025-08-21")
    assert "confidence" not in case.text
    assert sim.load("2025-08-21", changes={f"{LAVROV}.confidence": "high"}).hash == case.hash
    assert sim.load("2025-08-21", changes={f"{LAVROV}.confidence": "medium"}).hash != case.hash


def test_doubt_survives_canonical_text():
    case = sim.load("2025-08-21", changes={f"{LAVROV}.confidence": "medium"})
    assert Scenario.model_validate_json(case.text).text == case.text
