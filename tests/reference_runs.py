"""Published negotiations (NegMAS 0.16.0, 23 public scenarios), and the same ones played with our model."""

import json

import numpy as np
from builders import a_scenario, some_worlds

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation

NAMES = [
    "anac_y2011_Amsterdam",
    "anac_y2011_Grocery",
    "anac_y2011_NiceOrDie",
    "anac_y2012_HouseKeepingB",
    "anac_y2012_RentalHouseA",
    "anac_y2013_Coffee",
    "anac_y2013_DefensiveCharms",
    "anac_y2013_Icecream",
    "anac_y2013_Lunch",
    "anac_y2015_group1-university",
    "anac_y2015_group2-dinner",
    "anac_y2015_group2-new_sporthal",
    "anac_y2015_group2-politics",
    "anac_y2015_group4-zoning_plan",
    "anac_y2015_group9-vacation",
    "anac_y2016_ClockWork",
    "geniusweb_Fitness",
    "geniusweb_JapnTrip",
    "other_Domain16",
    "other_Domain4",
    "other_Jobs",
    "other_auctionwars",
    "other_thompson",
]


def loaded(reference, name):
    """Read a scenario with its preference sets and what was recorded of each."""
    return json.loads((reference / "negmas" / f"{name}.json").read_text("utf-8"))


def results(scenario):
    """Yield each preference set with each of its runs as recorded, and as our model plays it."""
    for preferences in scenario["sets"]:
        for run in preferences["runs"]:
            yield preferences, run, played(scenario, preferences, run)


def played(scenario, preferences, run):
    """Play it with our model; return offers, agreement and the step of the end."""
    utilities = utilities_of(preferences)
    parties = [f"p{place}" for place in range(len(utilities))]
    case = a_scenario(
        {f"i{place}": options(len(issue["values"])) for place, issue in enumerate(scenario["issues"])},
        {party: {"strategy": seat} for party, seat in zip(parties, run["seats"], strict=True)},
        negotiation={"rounds": run["n_steps"]},
    )
    worlds = some_worlds(utilities[None], reservation_values_of(preferences))
    model = Negotiation(case, worlds, watched=True)
    outcomes = model.play()
    offers = [
        [t.round - 1, parties.index(t.party), t.package] for t in model.transcript if t.action == "offers"
    ]
    agreed = outcomes.ending[0] == Ending.AGREED
    return offers, int(outcomes.package[0]) if agreed else None, int(outcomes.round[0])


def recorded(run):
    """Return what was recorded of a run that used no die, in the form of `played`."""
    result = run["result"]
    assert run["offers_total"] == len(run["offers"])
    return run["offers"], result["agreement_index"], result["state_step"]


def utilities_of(preferences):
    """Return the worth of each package to each party (parties, packages)."""
    return np.stack([tensor(party) for party in preferences["parties"]])


def reservation_values_of(preferences):
    return np.array([party["reserved_value"] for party in preferences["parties"]])


def tensor(party):
    """u(k) = bias + sum over issues, left to right, of weight * value; last issue fastest."""
    utility = np.full(1, party["bias"])
    for weight, values in zip(party["weights"], party["values"], strict=True):
        utility = (utility[:, None] + np.multiply(weight, values)[None, :]).reshape(-1)
    return utility


def options(count):
    return " ".join(f"o{place}" for place in range(count))
