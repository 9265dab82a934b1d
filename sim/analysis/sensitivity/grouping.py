"""Which quantities of a scenario vary, and which vary together as one group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from sim.analysis.inputs import TABLE, owner
from sim.analysis.quantity_words import quantity_words
from sim.errors import InputError, Problem, one_of
from sim.scenario import Scenario
from sim.scenario.correlation import groups as correlated
from sim.scenario.quantities import Lot, drawn_names, quantities, settled, unknown

By = str | Mapping[str, str]
"""`party`, a group for each; `quantity`, each for itself; or the group of each quantity by name."""

LUCK, REST = "luck", "rest"
"""The groups of all lots from which dice are thrown, and of quantities that a mapping does not name."""

_WORDS = {TABLE: "the table", LUCK: "luck: all throws of dice", REST: "everything else"}


def varied(case: Scenario) -> list[str]:
    """List what may come out in more than one way: numbers, events, and lots, even if nobody throws dice.

    Examples
    --------
    >>> import sim
    >>> len(varied(sim.load("2025-08-21")))
    119
    """
    everything = quantities(case)
    return [
        name
        for name in drawn_names(case)
        if isinstance(everything[name], Lot) or settled(everything[name], everything) is None
    ]


def grouped(case: Scenario, by: By) -> dict[str, tuple[str, ...]]:
    """Return the quantities of each group, in the order of the scenario; what is no party's comes last.

    With a mapping, quantities that it does not name are one more group, `rest`.

    Raises
    ------
    InputError
        If there is no such way of grouping; if a mapping names what does not vary; or if correlated
        quantities are in different groups: one could not move without the other.

    Examples
    --------
    >>> import sim
    >>> list(grouped(sim.load("2025-08-21"), "party"))
    ['russia', 'ukraine', 'france', 'uk', 'us', 'coalition', 'luck']
    """
    names = varied(case)
    if problems := list(_wrong(names, by)):
        raise InputError(problems)
    group_of = _group_of(by)
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(group_of(name), []).append(name)
    if problems := list(_torn(case, {name: group for group, some in groups.items() for name in some})):
        raise InputError(problems)
    last = [group for group in _WORDS if group in groups]
    return {group: tuple(groups[group]) for group in [*(g for g in groups if g not in last), *last]}


def labelled(case: Scenario, groups: Sequence[str], by: By) -> pd.DataFrame:
    """Begin a table with columns `group` and `label`, which calls it by what it is."""
    return pd.DataFrame({"group": groups, "label": [_label(group, case, by) for group in groups]})


def _label(group: str, case: Scenario, by: By) -> str:
    if by == "quantity":
        return quantity_words(group, case)
    return case.parties[group].name if group in case.parties else _WORDS.get(group, group)


def _group_of(by: By) -> Callable[[str], str]:
    if isinstance(by, Mapping):
        return lambda name: by.get(name, REST)
    return _party if by == "party" else str


def _party(name: str) -> str:
    return LUCK if name.endswith(".luck") else owner(name)


def _wrong(names: list[str], by: By) -> Iterator[Problem]:
    if not names:
        yield Problem("nothing in this scenario is uncertain: nothing can drive the outcome")
    elif isinstance(by, Mapping):
        yield from (Problem(unknown(name, names)) for name in by if name not in names)
    elif by not in {"party", "quantity"}:
        yield Problem(one_of("way of grouping", by, ["party", "quantity", "{quantity: group}"]))


def _torn(case: Scenario, group_of: Mapping[str, str]) -> Iterator[Problem]:
    """Find correlated quantities that are not in one group."""
    for together in correlated(case.correlate):
        groups = list(dict.fromkeys(group_of[name] for name in together if name in group_of))
        if len(groups) > 1:
            yield Problem(
                f"{', '.join(together)} are correlated, so one does not move without the others, but they "
                f"are in the groups {', '.join(groups)}; expected one: give their names the same group (from "
                "Python, by={quantity: group})",
                "correlate",
            )
