"""A strategy is chosen by name, or as Python code."""

import pytest
from pydantic import ValidationError

from sim.scenario import StrategyChoice


def test_a_name_alone():
    assert StrategyChoice.model_validate("micro") == StrategyChoice(name="micro")


@pytest.mark.parametrize(
    "written",
    [
        {"name": "boulware", "considerate": False},
        {"name": "aspiration", "considerate": True, "exponent": 2},
        {"python": "a.b:C", "considerate": True, "depth": 3},
    ],
)
def test_as_text_it_is_what_was_written(written):
    choice = StrategyChoice.model_validate(written)
    assert choice.model_dump() == written
    assert StrategyChoice.model_validate(choice.model_dump()) == choice


def test_python_code_has_no_name_that_could_be_taken_for_one_of_ours():
    assert StrategyChoice(python="a:B").name == ""


FORMS = ["", "a", ":", "a:", ":B", "a:B:C", "a..b:C", ".a:B", "a b:C", "a:B\n", "a/b:C"]


@pytest.mark.parametrize("python", FORMS)
def test_other_forms_are_refused(python):
    with pytest.raises(ValidationError, match="expected MODULE:CLASS"):
        StrategyChoice(python=python)


def test_name_and_python_exclude_one_another():
    with pytest.raises(ValidationError, match="either 'name' or 'python'"):
        StrategyChoice(name="micro", python="a:B")
