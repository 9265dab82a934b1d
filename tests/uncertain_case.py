"""A scenario in which everything that can be is uncertain, in all forms."""

from builders import a_scenario

LINE = "parties.p.red_lines.l"
OTHER_LINE = "parties.p.red_lines.m"
NUMBERS = {
    "uniform": "parties.p.no_deal.value",
    "normal": "parties.p.no_deal.drift",
    "triangular": "parties.p.preferences.weights.x",
    "beta": "parties.p.preferences.scores.x.a",
    "another uniform": "parties.q.no_deal.value",
}
"""Form -> the path of a number that has it and whose values hardly ever repeat."""


def an_uncertain_case(design="random", worlds=100, correlate=(), **more):
    """Build it; `correlate` lists (path, path, rank), `more` are parts of party q."""
    lines = {
        "l": {
            "forbid": {"x": "a"},
            "firmness": [0.2, 0.8],
            "softens": {"round": [2, 9], "chance": [0.1, 0.9]},
        },
        "m": {"forbid": {"x": "b"}, "firmness": 0.5},
    }
    told = {
        "red_lines": lines,
        "preferences": {
            "weights": {"x": {"triangular": [1, 2, 4]}, "y": {"choice": {"1": 1, "3": 2}}},
            "scores": {"x": {"a": {"beta": {"mean": 0.7, "concentration": 9}}, "b": 1}, "y": {"a": [0, 1]}},
        },
        "no_deal": {"value": [0, 1], "drift": {"normal": {"mean": 0, "sd": 1, "low": -1, "high": 2}}},
        "walks_out": {"after": {"triangular": [2, 5, 9]}, "chance": 0.3},
    }
    return a_scenario(
        {"x": "a b", "y": "a b"},
        {"p": told, "q": {"no_deal": {"value": [0.2, 0.4]}, **more}},
        negotiation={"order": "drawn"},
        correlate=[{"between": [one, other], "rank": rank} for one, other, rank in correlate],
        ensemble={"worlds": worlds, "design": design},
    )
