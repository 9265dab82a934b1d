"""PRIM world by world, in fractions and lists: slow, and written for the tests alone."""

import math
from fractions import Fraction

ALL = (-math.inf, math.inf)


def plain_prim(rows, of_interest, peel, paste, least_mass, objective):
    """Return the boxes, each as the frozen set of the worlds in it."""
    box = {name: set(_every(rows, name)) if _is_category(rows, name) else ALL for name in rows[0]}
    boxes = [inside(rows, box)]

    def best(changes):
        options = [(inside(rows, box | change), box | change) for change in changes]
        return _best(rows, boxes[-1], options, of_interest, WORTH[objective])

    while True:
        found = best(_peels(rows, boxes[-1], box, peel))
        if found is None or len(found[0]) < least_mass * len(rows):
            break
        boxes.append(found[0])
        box = found[1]
    while True:
        dense = _density(boxes[-1], of_interest)
        pastes = _pastes(rows, boxes[-1], box, paste)
        found = best([one for one in pastes if _density(inside(rows, box | one), of_interest) > dense])
        if found is None:
            return boxes
        boxes.append(found[0])
        box = found[1]


def inside(rows, box):
    """Return the worlds whose values are all allowed."""
    return frozenset(
        world
        for world, row in enumerate(rows)
        if all(_allows(limits, row[name]) for name, limits in box.items())
    )


WORTH = {
    "lenient1": lambda old, new, n, m: (new - old) / abs(n - m),
    "lenient2": lambda old, new, n, m: (new - old) * m / abs(n - m),
    "original": lambda old, new, n, m: new,
}


def _best(rows, worlds, options, of_interest, worth):
    old = _density(worlds, of_interest)
    scores = []
    for place, (others, box) in enumerate(options):
        value = worth(old, _density(others, of_interest), len(worlds), len(others))
        restricted = sum(limits not in (ALL, _every(rows, name)) for name, limits in box.items())
        scores.append((-value, restricted, place))
    if not scores or min(scores)[0] >= 0:
        return None
    return options[min(scores)[2]]


def _density(worlds, of_interest):
    return Fraction(sum(of_interest[world] for world in worlds), len(worlds))


def _every(rows, name):
    return {row[name] for row in rows}


def _is_category(rows, name):
    return not isinstance(rows[0][name], float)


def _numbers_first(rows):
    return sorted(rows[0], key=lambda name: _is_category(rows, name))


def _allows(limits, value):
    return limits[0] <= value <= limits[1] if isinstance(limits, tuple) else value in limits


def _peels(rows, worlds, box, peel):
    for name in _numbers_first(rows):
        values = sorted(rows[world][name] for world in worlds)
        if _is_category(rows, name):
            for category in sorted(set(values)):
                if set(values) != {category}:
                    yield {name: box[name] - {category}}
            continue
        low, high = box[name]
        top = values[math.ceil((len(values) - 1) * (1 - peel))]
        bottom = values[math.floor((len(values) - 1) * peel)]
        if below := [value for value in values if value < top]:
            yield {name: (low, (below[-1] + top) / 2)}
        if above := [value for value in values if value > bottom]:
            yield {name: ((bottom + above[0]) / 2, high)}


def _pastes(rows, worlds, box, paste):
    for name in _numbers_first(rows):
        anything = _every(rows, name) if _is_category(rows, name) else ALL
        outside = sorted(rows[world][name] for world in inside(rows, box | {name: anything}) - worlds)
        if _is_category(rows, name):
            for category in sorted(set(outside)):
                yield {name: box[name] | {category}}
            continue
        low, high = box[name]
        if beyond := [value for value in outside if value < low][::-1]:
            yield {name: (_reach(beyond, paste, -math.inf), high)}
        if beyond := [value for value in outside if value > high]:
            yield {name: (low, _reach(beyond, paste, math.inf))}


def _reach(nearest_first, paste, end):
    last = nearest_first[math.floor((len(nearest_first) - 1) * paste)]
    further = nearest_first[len(nearest_first) - nearest_first[::-1].index(last) :]
    return (last + further[0]) / 2 if further else end
