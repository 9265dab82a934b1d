from fractions import Fraction

from sim.scenario.words import percent


def test_some_are_never_none_and_never_all():
    for total in range(2, 400):
        for count in (1, total - 1):
            assert percent(count / total) not in {"0%", "100%"}
            assert percent(count / total, digits=1) not in {"0.0%", "100.0%"}
    assert (percent(0), percent(1)) == ("0%", "100%")


def test_a_share_is_off_by_half_a_point_at_most():
    for total in range(1, 120):
        for count in range(total + 1):
            told = percent(count / total)
            if told[0].isdigit():
                assert abs(Fraction(int(told[:-1]), 100) - Fraction(count, total)) <= Fraction(1, 200)
