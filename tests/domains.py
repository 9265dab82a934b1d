"""Negotiation domains for tests: files of other programs, written without our writers, and random ones."""

import json
from itertools import product
from xml.sax.saxutils import quoteattr

import numpy as np
import yaml
from generators import TRAPS
from hypothesis import strategies as st

from sim.exchange.domain import Domain, DomainIssue, Profile
from sim.worlds import draw

FRUIT = {"Fruit": {"Apples": [1, 10], "Pears": [4, 5]}, "Price": {"low": [0, 3], "high": [2, 1]}}
"""Issue -> option -> evaluation of each party."""


def genius_domain(issues, name="Grocery"):
    """Write a domain of Genius: issue -> options, or tags that are written as they are."""
    tags = "".join(
        f'<issue index="{place}" type="discrete" name={quoteattr(issue)}>\n{_items(options)}</issue>\n'
        for place, (issue, options) in enumerate(issues.items(), 1)
    )
    return (
        '<negotiation_template number_of_sessions="1">\n<utility_space>\n'
        f'<objective index="0" type="objective" name={quoteattr(name)}>\n{tags}'
        "</objective>\n</utility_space>\n</negotiation_template>\n"
    )


def genius_profile(issues, weights, more=""):
    """Write a profile of Genius: issue -> option -> evaluation."""
    tags = "".join(
        f'<issue index="{place}" type="discrete" name={quoteattr(issue)}>\n{_items(told)}</issue>\n'
        for place, (issue, told) in enumerate(issues.items(), 1)
    )
    weighing = "".join(f'<weight index="{place}" value="{one}"/>\n' for place, one in enumerate(weights, 1))
    return f"<utility_space>\n<objective>\n{tags}{weighing}</objective>\n{more}</utility_space>\n"


def grocery(folder, more="", weights=(0.75, 0.25)):
    """Put a domain of Genius with two profiles into a folder."""
    put(folder, "domain.xml", genius_domain(FRUIT))
    for party, name in enumerate(("mary", "sam")):
        told = {issue: {o: e[party] for o, e in options.items()} for issue, options in FRUIT.items()}
        put(folder, f"{name}.xml", genius_profile(told, weights, more))
    return folder


def negmas(folder, issues, *functions, ending="yml"):
    """Put a domain of NegMAS into a folder: issues and utility functions as they are saved."""
    domain = {"type": "CartesianOutcomeSpace", "name": "Trade", "issues": issues}
    for name, tree in [("Trade", domain), *((function["name"], function) for function in functions)]:
        text = json.dumps(tree) if ending == "json" else yaml.safe_dump(tree)
        put(folder, f"{name}.{ending}", text)
    return folder


def linear(name, weights, values, **more):
    """Return a utility function of NegMAS as it is saved."""
    return {
        "type": "LinearAdditiveUtilityFunction",
        "name": name,
        "weights": weights,
        "values": values,
        "reserved_value": 0.0,
        **more,
    }


def put(folder, name, text):
    """Write a file, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def utilities(scenario):
    """Return what every package is worth to every party, as worlds are drawn."""
    return draw(scenario, seed=0, first=0, worlds=1).utilities[0]


def summed(weights, evaluations):
    """Return the utility of every package by adding up one package after the other."""
    return np.array(
        [
            sum(weight * worth for weight, worth in zip(weights, worths, strict=True))
            for worths in product(*evaluations)
        ]
    )


def numbers(low, high):
    """Draw numbers that nobody would be surprised to find in a file."""
    return st.one_of(st.integers(low, high).map(float), st.floats(low, high, allow_subnormal=False))


printable = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=8)
names = st.one_of(printable, st.sampled_from([*TRAPS, "root", "A b", "a-B", "mediator", "Neutral", '<&">']))


@st.composite
def random_domains(draw, least=-5):
    """Draw a domain with names of all kinds."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    issues = [
        DomainIssue(
            name, tuple(draw(st.lists(names, min_size=size, max_size=size, unique=True))), number=place
        )
        for place, (name, size) in enumerate(
            zip(
                draw(st.lists(names, min_size=len(sizes), max_size=len(sizes), unique=True)),
                sizes,
                strict=True,
            ),
            1,
        )
    ]
    parties = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    profiles = [
        Profile(
            party,
            tuple(draw(numbers(0, 3)) for _ in sizes),
            tuple(tuple(draw(numbers(least, 20)) for _ in range(size)) for size in sizes),
            draw(numbers(-1, 2)),
        )
        for party in parties
    ]
    return Domain(draw(names), tuple(issues), tuple(profiles))


def _items(told):
    evaluations = told if isinstance(told, dict) else {}
    return "".join(
        f'<item index="{place}" value={quoteattr(option)}'
        + (f' evaluation="{evaluations[option]}"' if isinstance(evaluations.get(option), int | float) else "")
        + "/>\n"
        for place, option in enumerate(told, 1)
    )
