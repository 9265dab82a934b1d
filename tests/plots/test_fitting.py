import pytest

from sim.plots.fitting import balanced, fit, text_height, text_width, wrap

LONG = "British and French contingents, about ten others, and air support from the United States"


@pytest.mark.parametrize("width", [30, 60, 120, 400])
@pytest.mark.parametrize("height", [8, 20, 60])
def test_what_is_fitted_fits(width, height):
    fitted = fit([LONG, "short"], width, height, largest=9)
    for text in fitted.texts:
        assert text_width(text, fitted.size) <= width
        assert text_height(text, fitted.size) <= height


def test_nothing_is_shortened_where_there_is_room():
    assert fit([LONG], 120, 60, largest=9).texts[0].replace("\n", " ") == LONG


def test_all_texts_get_one_size():
    assert fit(["short"], 60, 12, largest=9).size == 9
    assert fit(["short", LONG], 60, 60, largest=9).size < 9


def test_a_word_too_long_is_cut_rather_than_overlapping():
    assert fit(["Bundesverteidigungsministerium"], 40, 10, largest=8).texts[0].startswith("Bundes")


def test_lines_given_are_kept():
    assert wrap("deal 0.75\nno deal 0.36", 400, 8) == "deal 0.75\nno deal 0.36"


def test_balancing_keeps_words_and_lines():
    wrapped = wrap(LONG, 200, 8)
    even = balanced(wrapped, 8)
    assert even.split() == LONG.split()
    assert even.count("\n") == wrapped.count("\n")
    assert text_width(even, 8) <= text_width(wrapped, 8)
