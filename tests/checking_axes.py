"""Check array axes while testing: the first calls of a function in every test, and one of many later ones.

A check costs more than many a short function; where a function is called thousands of times, so many checks
would be most of the time that a test takes. `AXES=all` checks every call.
"""

import functools
import inspect
import os

import jaxtyping

EVERY = os.environ.get("AXES") == "all"
FIRST, ONE_OF = 20, 50


class _Now:
    """Which test is running, by number."""

    test = 0


def a_test_begins():
    """Let the first calls count anew."""
    _Now.test += 1


def install(rooms, typechecker):
    """Check the functions of some rooms that are imported from now on."""
    jaxtyping.install_import_hook(rooms, typechecker)
    if not EVERY:
        jaxtyping.jaxtyped = _seldom(jaxtyping.jaxtyped)  # the name that the hook writes above functions


def _seldom(jaxtyped):
    def with_options(**options):
        always = jaxtyped(**options)
        return lambda thing: _some_calls(thing, always(thing)) if inspect.isfunction(thing) else always(thing)

    return with_options


def _some_calls(plain, checked):
    """Return a function that checks its first calls in a test, and one of `ONE_OF` later."""
    test, calls = 0, 0

    @functools.wraps(plain)
    def call(*args, **kwargs):
        nonlocal test, calls
        if test != _Now.test:
            test, calls = _Now.test, 0
        calls += 1
        if calls <= FIRST or calls % ONE_OF == 0:
            return checked(*args, **kwargs)
        return plain(*args, **kwargs)

    return call
