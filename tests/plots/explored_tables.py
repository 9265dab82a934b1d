"""Small made-up tables of what a run hangs on, in the shape `sim.analysis` gives them, odd cases included."""

from __future__ import annotations

import pandas as pd
from plots.tables import MORE_PARTIES, PARTIES, with_attrs

NAN = float("nan")
WHETHER = "whether there is a deal"
LONG = "the score of a rather long issue and an option with a long name for the Coalition of the Willing"
ONE = {"russia": "Russia"}
LONG_NAMES = {party: f"{name}, together with all of its allies" for party, name in PARTIES.items()}


def drivers(shares=(0.49, 0.2, 0.08, 0.01, -0.004, NAN), labels=(), chance=0.015, way=1) -> pd.DataFrame:
    """Quantities that explain less and less, by turns with more of it and with less."""
    owners = ["ukraine", "russia", "table", "coalition", "us", "uk"]
    rows = []
    for place, share in enumerate(shares):
        rank = way * (0.7 - 0.1 * place) * (-1) ** place
        owner = owners[place % len(owners)]
        label = labels[place] if place < len(labels) else f"what no deal {place} is worth to {owner}"
        ends = share - 0.03, share + 0.03
        rows.append(
            (f"{owner}.{place}", label, owner, share, *ends, chance, share > chance, rank - 0.15, rank + 0.15)
        )
    columns = [
        "quantity",
        "label",
        "party",
        "explained",
        "explained_low",
        "explained_high",
        "chance",
        "named",
        "rank_low",
        "rank_high",
    ]
    return with_attrs(pd.DataFrame(rows, columns=columns), about=WHETHER)


def groups(totals=(0.8, 0.47, 0.05, 0.0), parties=PARTIES, idle=3, half=0.06) -> pd.DataFrame:
    """Parties with smaller and smaller parts; one of them changes nothing."""
    named = [*parties.items(), ("", "luck: all throws of dice")]
    rows = [
        (party, name, party, total * 0.7 - 0.02, total, total - half, total + half,
         "changed nothing in 64 pairs of worlds" if place == idle else "")
        for place, ((party, name), total) in enumerate(zip(named, totals, strict=False))
    ]  # fmt: skip
    columns = ["group", "label", "party", "first", "total", "total_low", "total_high", "note"]
    return with_attrs(pd.DataFrame(rows, columns=columns), about=WHETHER)


def steps(*, is_share=True, **how) -> pd.DataFrame:
    """The same as steps."""
    table = groups(**how).rename(
        columns={"total": "step", "total_low": "step_low", "total_high": "step_high"}
    )
    table.attrs |= {"is_share": is_share, "about": WHETHER if is_share else "the round in which it ends"}
    return table.drop(columns="first")


NUMBER = ("what no deal is worth to Ukraine", "ukraine", "below 0.54", 0.35, 0.65, 0.35, 0.54, (), ())
EVENT = (
    "Russia's red line “no foreign troops” is held", "russia", "no",
    NAN, NAN, NAN, NAN, ("no", "yes"), ("no",),
)  # fmt: skip
CATEGORY = (
    "the mood",
    "table",
    "good or fair",
    NAN,
    NAN,
    NAN,
    NAN,
    ("bad", "fair", "good"),
    ("fair", "good"),
)
STILL = ("the price", "us", "at least 3", 3.0, 3.0, 3.0, 3.0, (), ())


def boxes(*searches, because="") -> pd.DataFrame:
    """Conditions of one box for each search; every second might be chance."""
    rows = [
        (search, f"input-{place}", *condition, f"{condition[0]} is {condition[2]}", 0.3 * (place % 2))
        for search, conditions in enumerate(searches)
        for place, condition in enumerate(conditions)
    ]
    columns = [
        "search",
        "input",
        "label",
        "party",
        "limit",
        "least",
        "most",
        "low",
        "high",
        "categories",
        "kept",
        "words",
        "quasi_p",
    ]
    table = with_attrs(pd.DataFrame(rows, columns=columns), about="Agreement", because=because)
    box = {"coverage": 0.88, "density": 0.82, "mass": 0.66, "worlds": 6600, "of_interest": 5412}
    table.attrs |= {"boxes": [box] * len(searches)}
    if searches:
        table.attrs["share"] = 0.61
    return table


def peeled(chosen=4, peels=12, searches=1, because="") -> pd.DataFrame:
    """Purer and purer boxes."""
    rows = [
        (search, box == chosen, box, 1 - 0.06 * box, 0.5 + 0.5 * box / max(peels, 2), min(box, 1 + box // 4))
        for search in range(searches)
        for box in range(peels)
    ]
    columns = ["search", "chosen", "box", "coverage", "density", "restricted"]
    return with_attrs(pd.DataFrame(rows, columns=columns), about="Agreement", because=because)


def path(parties=PARTIES, rounds=30, ending="AGREED", left=(), bad=(), by=None) -> pd.DataFrame:
    """Parties that offer in turn, each worth less to itself from round to round."""
    rows = []
    names = list(parties)
    for step in range(rounds * len(names)):
        at, speaker = 1 + step / len(names), names[step % len(names)]
        for place, party in enumerate(names):
            worth = 0.95 - 0.3 * step / (rounds * len(names)) if party == speaker else 0.2 + 0.4 * at / rounds
            crosses = party != speaker and (step + place) % 7 == 0
            fine = worth >= 0.5 and not crosses and party not in bad
            who = by or speaker
            rows.append(
                (step, int(at), at, who, parties.get(who, f"the {who}"), 3, party, parties[party], worth, 0.5,
                 crosses, True, fine)
            )  # fmt: skip
    columns = "step round at by by_name package party party_name utility reservation_value"
    table = pd.DataFrame(rows, columns=[*columns.split(), "crosses", "needed", "acceptable"])
    kinds = dict.fromkeys(["crosses", "needed", "acceptable"], bool)
    table = with_attrs(table.astype(kinds), worlds=None, seed=1, world=3)
    table.attrs |= {"ending": ending, "ended": rounds, "rounds": 40, "left": list(left)}
    return table


def tried(tip=0.53, ends=(0.0, 1.0), measures=None, is_share=True, known=True, **more) -> pd.DataFrame:
    """A measure that falls, more or less."""
    values = [ends[0] + (ends[1] - ends[0]) * place / 8 for place in range(9)]
    measures = measures or [0.95, 0.94, 0.9, 0.8, 0.55, 0.4, 0.2, 0.05, 0.0]
    rows = [
        (value, found, max(found - 0.06, 0) if known else NAN, found + 0.04 if known else NAN, found >= 0.5)
        for value, found in zip(values, measures, strict=True)
    ]
    table = pd.DataFrame(rows, columns=["value", "measure", "low", "high", "holds"])
    table = with_attrs(table, number=0.5, is_share=is_share, monotone=True)
    table.attrs |= {"quantity": "what no deal is worth to Ukraine", "about": WHETHER, "tip": tip}
    table.attrs |= {"target": "a deal in at least 50% of worlds", "interval": None, "cut": None}
    if tip is not None:
        table.attrs |= {
            "interval": [max(tip - 0.02, ends[0]), min(tip + 0.03, ends[1])],
            "cut": [tip < 0.1, False],
        }
    table.attrs |= more
    return table


EXPLORED_CASES = {
    "discovery_boxes": {
        "usual": boxes([NUMBER, EVENT, CATEGORY]),
        "one condition": boxes([NUMBER]),
        "no condition": boxes([]),
        "nothing to discover": boxes(because="Nothing to discover, because all worlds are alike."),
        "several boxes": boxes([NUMBER, EVENT], [CATEGORY, STILL]),
        "many": boxes([(f"{place}: {LONG}", *NUMBER[1:]) for place in range(14)]),
    },
    "drivers": {
        "usual": drivers(),
        "empty": drivers(()),
        "one": drivers((0.3,)),
        "nothing above chance": drivers((0.01, -0.01), chance=0.02),
        "many, long": drivers([0.5 - 0.03 * place for place in range(14)], labels=[LONG] * 14),
    },
    "peeling_trajectory": {
        "usual": peeled(),
        "empty": peeled(peels=0, because="Nothing to discover."),
        "the first chosen": peeled(chosen=0),
        "close together": peeled(chosen=1, peels=200, searches=2),
    },
    "morris_steps": {
        "usual": steps(),
        "empty": steps(totals=()),
        "none certain": steps(totals=(0.01, 0.01), half=0.03, idle=None),
        "a number": steps(is_share=False, totals=(12.3, 4.1, 0.2)),
        "many, long": steps(parties={f"{LONG} {at}": LONG for at in range(20)}, totals=[0.3] * 20),
    },
    "negotiation_path": {
        "usual": path(),
        "empty": path(rounds=0, ending="DEADLINE"),
        "two parties": path({"uk": "United Kingdom", "us": "United States"}, rounds=3),
        "long names": path(LONG_NAMES, ending="DEADLINE", bad=("us", "uk")),
        "nine parties": path(MORE_PARTIES, rounds=8, ending="WALKED_OUT", left=("Russia",)),
        "a mediator": path(by="mediator", ending="NO_ZOPA", bad=("us",)),
    },
    "sobol_bars": {
        "usual": groups(),
        "empty": groups(()),
        "one": groups((0.99,)),
        "none certain": groups((0.02, 0.01), half=0.04),
        "long names": groups((1.02, 0.5, 0.4, 0.3, 0.2, 0.1, -0.01), LONG_NAMES),
    },
    "tipping_curve": {
        "usual": tried(),
        "empty": tried(tip=None).head(0),
        "at the left end": tried(tip=0.001, monotone=False),
        "at the right end": tried(tip=0.999),
        "never": tried(tip=None, measures=[0.1] * 9),
        "always": tried(tip=None, measures=[0.9] * 9, quantity=LONG),
        "a number": tried(is_share=False, known=False, ends=(-3000, 12000), tip=2500.5, number=0.4),
    },
}
"""Picture -> case -> table."""
