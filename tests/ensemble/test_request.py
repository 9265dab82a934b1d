"""What is asked for has a name that says all its outcomes depend on."""

from builders import a_scenario

from sim.ensemble.request import Request

CASE = a_scenario({"troops": "none some"}, {"a": {}}, ensemble={"worlds": 5, "seed": 2**64})


def test_size_and_seed_are_those_of_the_scenario():
    request = Request(CASE, "0.1")
    assert (request.worlds, request.seed) == (5, 2**64)


def test_whatever_changes_outcomes_changes_the_name():
    others = [
        Request(CASE, "0.1"),
        Request(CASE, "0.2"),
        Request(CASE, "0.1", {"mine": "ab12"}),
        Request(CASE, "0.1", {"mine": "ab13"}),
        Request(CASE.but(title="Else"), "0.1"),
        Request(CASE.but(ensemble=CASE.ensemble.but(worlds=6)), "0.1"),
        Request(CASE.but(ensemble=CASE.ensemble.but(seed=1)), "0.1"),
    ]
    assert len({request.hash for request in others}) == len(others)


def test_what_people_call_it_does_not():
    assert Request(CASE.but(name="else"), "0.1").hash == Request(CASE, "0.1").hash
