"""How many examples Hypothesis tries: few every day, ten times as many with `EXAMPLES=10 make test`."""

import os

from hypothesis import settings

TIMES = int(os.environ.get("EXAMPLES", "1"))
USUAL = 20


def examples(number):
    """Return how many examples to try where `number` are enough every day."""
    return number * TIMES


# No deadline: how long an example takes depends on what else the machine does.
settings.register_profile("everyday", max_examples=examples(USUAL), deadline=None)
settings.load_profile("everyday")
