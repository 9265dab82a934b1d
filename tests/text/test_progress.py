"""Progress: a bar where somebody watches, lines in a log, nothing if it is to be quiet."""

from io import StringIO

import pytest
from rich.console import Console

from sim.text import progress as module
from sim.text.progress import progress


class Clock:
    def __init__(self):
        self.now = 100.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


def logged(clock, *steps, total=1000, **options):
    """Tell steps, each after some seconds; return the lines of the log."""
    log = StringIO()
    with progress("Playing x", total, console=Console(file=log, width=40), **options) as advance:
        for seconds, count in steps:
            clock.now += seconds
            advance(count)
    return log.getvalue().splitlines()


def test_short_work_leaves_no_line(clock):
    assert logged(clock, (1, 500), (8, 500)) == []


def test_a_log_has_a_line_now_and_then_with_rate_and_time_left(clock):
    lines = logged(clock, (1, 100), (10, 200), (5, 100), (5, 100), (1, 500))
    assert lines == [
        "Playing x: 300 of 1,000 worlds, 20 a second, about 35 s left",
        "Playing x: 500 of 1,000 worlds, 20 a second, about 25 s left",
    ]


def test_what_was_done_before_is_no_speed(clock):
    assert logged(clock, (1, 900), (10, 10)) == [
        "Playing x: 910 of 1,000 worlds, 1 a second, about 90 s left"
    ]


def test_nobody_knows_how_much_there_is(clock):
    lines = logged(clock, (1, 10), (10, 20), total=None, unit="values")
    assert lines == ["Playing x: 30 values, 2 a second"]


def test_quiet_means_nothing(clock):
    assert logged(clock, (1, 100), (60, 100), quiet=True) == []


def test_a_person_sees_a_bar():
    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=120)
    with progress("Playing x", 1000, console=console) as advance:
        advance(250)
        advance(250)
    assert "Playing x" in screen.getvalue()
    assert "500/1000" in screen.getvalue()
