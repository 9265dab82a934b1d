"""What quantities are called."""

import pytest

import sim
from sim.analysis.quantity_words import quantity_words


@pytest.mark.parametrize(
    ("case", "name", "words"),
    [
        (
            "2025-08-21",
            "parties.france.preferences.scores.us_role.air_support",
            "the score of “US air support” for France",
        ),
        (
            "2025-08-21",
            "parties.russia.preferences.scores.foreign_troops.multinational",
            "the score of foreign troops multinational for Russia",
        ),
        ("2025-08-21", "parties.us.preferences.weights.us_role", "the weight of us role for United States"),
        (
            "2025-08-21",
            "parties.us.preferences.scores.us_role.nothing",
            "the score of us role nothing for United States",
        ),
        (
            "published/elmira",
            "parties.uniroyal.preferences.scores.delay.yes",
            "the score of “Uniroyal delays” for Uniroyal",
        ),
    ],
)
def test_options_are_called_as_people_do_where_that_is_short_and_clear(case, name, words):
    assert quantity_words(name, sim.load(case)) == words
