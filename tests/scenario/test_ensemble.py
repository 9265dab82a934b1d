"""How the ensemble is written."""

import pytest
from pydantic import ValidationError

from sim.scenario import Ensemble, Factorial


def test_designs():
    assert Ensemble().design == "random"
    assert Ensemble(design="sobol").design == "sobol"
    design = Ensemble.model_validate({"design": {"factorial": {"b": 2, "a": 5}}}).design
    assert design == Factorial(factorial={"b": 2, "a": 5})
    assert design.cells == 10
    assert list(design.factorial) == ["b", "a"]


@pytest.mark.parametrize(
    ("design", "told"),
    [
        ("sobo", "did you mean 'sobol'"),
        (None, "expected one of random, latin_hypercube, sobol, {factorial: {path: levels}}"),
        ([], "unknown design"),
        ({"factorial": {"a": 1}}, "greater than or equal to 2"),
        ({"factorial": {"a": 2.5}}, "integer"),
        ({"factorial": {}}, "at least 1"),
        ({}, "required"),
    ],
)
def test_others_are_refused(design, told):
    with pytest.raises(ValidationError, match=told):
        Ensemble.model_validate({"design": design})
