"""What a measure hangs on most, as pictures and sentences say it alike."""

from __future__ import annotations

import pandas as pd

from sim.analysis.quantity_words import noun_words
from sim.scenario.words import capitalised, counted, percent


def main_driver(table: pd.DataFrame) -> str:
    """Name the quantity that explains most, if it explains more than chance does; without a full stop.

    Parameters
    ----------
    table
        Columns `quantity`, `label`, `explained` and `named`, and `attrs["about"]`, as `sensitivity` returns.

    Examples
    --------
    >>> row = dict(quantity="parties.us.walks_out", label="US may walk out", explained=0.4, named=True)
    >>> table = pd.DataFrame([row])
    >>> table.attrs["about"] = "whether there is a deal"
    >>> main_driver(table).split(" of the")[0]
    'Whether there is a deal hangs above all on whether US may walk out, which explains 40%'
    >>> table["named"] = False
    >>> print(main_driver(table))
    Whether there is a deal: the one uncertain quantity explains no more of it alone than chance does
    """
    about, known = capitalised(table.attrs["about"]), table.dropna(subset=["explained"])
    if known.empty:
        return f"{about} hangs on nothing that varies"
    named = by_importance(known).iloc[0]
    if not named["named"]:
        many = f"none of the {counted(len(known), 'uncertain quantity', 'uncertain quantities')} explains"
        which = many if len(known) > 1 else "the one uncertain quantity explains no"
        return f"{about}: {which} more of it alone than chance does"
    return f"{about} hangs above all on {driver_words(named['quantity'], named['label'], named['explained'])}"


def by_importance(table: pd.DataFrame) -> pd.DataFrame:
    """Sort quantities: those that explain more than chance first, by falling shares."""
    return table.sort_values(["named", "explained"], ascending=False, kind="stable")


def driver_words(quantity: str, label: str, explained: float) -> str:
    """Say what a quantity explains alone.

    Examples
    --------
    >>> driver_words("parties.us.no_deal.value", "what no deal is worth to US", 0.25)
    'what no deal is worth to US, which explains 25% of the differences between worlds'
    """
    which = noun_words(quantity, label)
    return f"{which}, which explains {percent(explained)} of the differences between worlds"
