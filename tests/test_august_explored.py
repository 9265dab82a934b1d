"""The sentences of `sim explore` on the August case are true: each is recomputed from the stored worlds.

Everything is reckoned again in plain steps, world by world, from what the run stores and what `run.draws`
gives back; nothing of the analysis is used.
"""

import json
import re
from contextlib import suppress
from itertools import product

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

import sim
from sim.cli import main

WORLDS, SEED = 400, 1
CLOSE = 1e-9


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("runs")


@pytest.fixture(scope="module")
def told(folder):
    """Explore through the command line; return the JSON, as it was stored."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["sim", "run", "2025-08-21", *_size(), "--out", str(folder), "--quiet"])
        patch.setattr("sim.plots.album.draw_all", lambda *_: [folder / "no.png"])
        with suppress(SystemExit):
            main()
        patch.setattr("sys.argv", ["sim", "explore", str(folder), "--quiet"])
        with suppress(SystemExit):
            main()
    (found,) = folder.glob("**/explored/agreed/findings.json")
    return json.loads(found.read_text("utf-8"))


def _size():
    return ["--worlds", str(WORLDS), "--seed", str(SEED)]


@pytest.fixture(scope="module")
def run(told, folder):
    return sim.open(folder)


@pytest.fixture(scope="module")
def findings(told):
    return {one["about"]: one for one in told["findings"]}


class World:
    """The August case in one world, from its draws: what packages are worth, and who accepts them."""

    def __init__(self, case, drawn):
        self.case, self.packages = case, [dict(zip(case.issues, one, strict=True)) for one in _every(case)]
        self.least = {party: drawn[f"parties.{party}.no_deal.value"] for party in case.parties}
        self.worth = {party: self._worth(party, drawn) for party in case.parties}
        self.held = {
            line
            for line, (party, _) in case.red_lines.items()
            if drawn[f"parties.{party}.red_lines.{line}.held"]
        }

    def _worth(self, party, drawn):
        path = f"parties.{party}.preferences"
        weights = {issue: drawn[f"{path}.weights.{issue}"] for issue in self.case.issues}
        total = sum(weights.values())
        return [
            sum(weights[i] / total * drawn[f"{path}.scores.{i}.{option}"] for i, option in package.items())
            for package in self.packages
        ]

    def crosses(self, party, place):
        return any(
            self.case.red_lines[line][0] == party
            and _forbids(self.case.red_lines[line][1], self.packages[place])
            for line in self.held
        )

    def accepts(self, party, place):
        return self.worth[party][place] >= self.least[party] and not self.crosses(party, place)

    def zopa(self, needed, possible):
        return [k for k in possible if needed[k] and all(self.accepts(party, k) for party in needed[k])]


def _every(case):
    return product(*(issue.options for issue in case.issues.values()))


def _forbids(line, package):
    pattern = line.forbid or line.require
    matches = all(package[issue] in options for issue, options in pattern.items())
    return matches if line.forbid else not matches


def _needed(case, package):
    """Return whose consent a package needs."""
    return [
        name
        for name, party in case.parties.items()
        if party.consent == "always"
        or any(package[i] in options for i, options in party.consent.when.items())
    ]


def _possible(case, package):
    return not any(all(package[i] in o for i, o in rule.forbid.items()) for rule in case.rules)


@pytest.fixture(scope="module")
def draws(run):
    from sim.scenario.quantities import quantities

    names = [name for name in quantities(run.case) if "luck" not in name]
    return run.draws(names)


@pytest.fixture(scope="module")
def worlds(run, draws):
    return [World(run.case, row) for row in draws.to_dict("records")]


@pytest.fixture(scope="module")
def packages(run):
    every = [dict(zip(run.case.issues, one, strict=True)) for one in _every(run.case)]
    possible = [k for k, package in enumerate(every) if _possible(run.case, package)]
    return possible, [_needed(run.case, package) for package in every]


@pytest.fixture(scope="module")
def zopas(worlds, packages):
    possible, needed = packages
    return [world.zopa(needed, possible) for world in worlds]


def percents(text):
    return [int(number) for number in re.findall(r"(\d+)%", text)]


def test_every_finding_is_there_and_stored_with_its_tables(told, folder):
    assert [one["about"] for one in told["findings"]] == [
        "answer", "landing", "shortlist", "drivers", "conditions", "baselines",
    ]  # fmt: skip
    (stored,) = folder.glob("**/explored/agreed")
    assert {file.stem for file in stored.glob("*.csv")} == set(told["tables"])


def test_the_answer(findings, run):
    agreed = int((run.table["ending"] == "AGREED").sum())
    found = findings["answer"]
    assert found["numbers"]["count"] == agreed
    share, z2 = agreed / WORLDS, 1.959963984540054**2  # Wilson's interval
    middle = (share + z2 / (2 * WORLDS)) / (1 + z2 / WORLDS)
    half = np.sqrt(z2) * np.sqrt(share * (1 - share) / WORLDS + z2 / (4 * WORLDS**2)) / (1 + z2 / WORLDS)
    assert f"(95% interval {middle - half:.0%} to {middle + half:.0%})" in found["text"]
    assert f"There is a deal in {agreed} of {WORLDS} worlds, {agreed / WORLDS:.0%}" in found["text"]


def test_where_agreements_landed(findings, run, worlds, zopas):
    found = findings["landing"]["numbers"]
    table = run.table[run.table["ending"] == "AGREED"]
    assert found["agreed"] == len(table)
    assert found["efficient"] == pytest.approx((table["to_frontier"] == 0).mean(), abs=CLOSE)
    same, distances = dict.fromkeys(found["points"], 0), []
    for number, agreed in zip(table["world"], table["package"], strict=True):
        worth, least = _rational(worlds[number], zopas[number])
        for concept, pick in _points(worth, least).items():
            gap = np.array([worth[party][agreed] - worth[party][pick] for party in worth])
            same[concept] += bool((np.abs(gap) <= CLOSE).all())
            if concept == "nash":
                distances.append(np.sqrt((gap**2).sum()))
    for concept, count in same.items():
        assert found["points"][concept] == pytest.approx(count / len(table), abs=CLOSE), concept
    assert found["distance_to_nash"] == pytest.approx(np.mean(distances), abs=CLOSE)
    expected = [found["efficient"], *found["points"].values()]
    assert percents(findings["landing"]["text"]) == [round(100 * share) for share in expected]


def _rational(world, zopa):
    """Return what is worth how much to each party among packages that leave nobody below its value."""
    kept = [k for k in zopa if all(world.worth[p][k] >= world.least[p] for p in world.worth)]
    worth = {party: {k: values[k] for k in kept} for party, values in world.worth.items()}
    start = {party: max(world.least[party], min(values)) for party, values in world.worth.items()}
    return worth, start


def _points(worth, start):
    """Return the package of each concept; no two of these worlds' best packages tie."""
    kept = list(next(iter(worth.values())))
    gains = {k: [worth[party][k] - start[party] for party in worth] for k in kept}
    most = [max(gains[k][place] for k in kept) for place in range(len(worth))]
    parts = {k: [gain / best for gain, best in zip(gains[k], most, strict=True)] for k in kept}
    return {
        "nash": max(kept, key=lambda k: np.prod(gains[k])),
        "kalai_smorodinsky": max(kept, key=lambda k: min(parts[k])),
        "egalitarian": max(kept, key=lambda k: min(gains[k])),
        "utilitarian": max(kept, key=lambda k: sum(worth[party][k] for party in worth)),
        "leximin": max(kept, key=lambda k: sorted(parts[k])),
    }


def test_the_robust_package(findings, run, worlds, packages, zopas):
    found, (possible, needed) = findings["shortlist"]["numbers"], packages
    counts = {k: sum(k in zopa for zopa in zopas) for k in possible}
    best = max(possible, key=lambda k: counts[k])
    assert found["package"] == best
    assert found["share"] == counts[best] / WORLDS
    accepts = {p: sum(world.accepts(p, best) for world in worlds) / WORLDS for p in needed[best]}
    assert found["accepts"] == accepts
    text = findings["shortlist"]["text"]
    low = min(accepts.values())
    least = [run.case.parties[party].name for party, share in accepts.items() if share == low]
    assert f"Of these parties {least[0]} accepts it least often ({low:.0%})" in text
    regrets = {party: _regret(party, best, worlds, zopas) for party in run.case.parties}
    assert found["regrets"] == pytest.approx(regrets, abs=CLOSE)
    ends = [f"{end(regrets.values()):.2f}" for end in (min, max)]
    assert f"each of the 6 parties has on average between {ends[0]} and {ends[1]} less than at best" in text
    assert percents(text)[0] == round(100 * found["share"])
    assert found["as_often"] == sum(count == counts[best] for count in counts.values()) - 1
    for other in possible:  # not clearly behind: the paired interval does not exclude 0
        lost = sum(best in zopa and other not in zopa for zopa in zopas)
        gained = sum(other in zopa and best not in zopa for zopa in zopas)
        one, two = (gained + 1) / (WORLDS + 2), (lost + 1) / (WORLDS + 2)
        high = one - two + 1.959963984540054 * np.sqrt((one + two - (one - two) ** 2) / (WORLDS + 2))
        assert (other in [best, *found["others"]]) == (high >= 0)


def _regret(party, package, worlds, zopas):
    """Return what a party misses on average if a package is proposed."""
    missed = []
    for world, zopa in zip(worlds, zopas, strict=True):
        got = world.worth[party][package] if package in zopa else world.least[party]
        missed.append(max([world.least[party], *(world.worth[party][k] for k in zopa)]) - got)
    return np.mean(missed)


def test_what_it_hangs_on(findings, run, draws, folder):
    found, agreed = findings["drivers"]["numbers"], (run.table["ending"] == "AGREED").to_numpy(float)
    for told in found["largest"]:
        drawn = draws[told["quantity"]].to_numpy(float)
        assert told["rank"] == pytest.approx(spearmanr(drawn, agreed).statistic, abs=CLOSE)
        slices = np.array_split(agreed[np.argsort(drawn, kind="stable")], 10)
        furthest = max(abs(part.mean() - agreed.mean()) for part in slices)
        assert told["pawn_max"] == pytest.approx(furthest, abs=CLOSE)
        assert told["explained"] == pytest.approx(_explained(drawn, agreed), abs=CLOSE)
        way = (
            f"(the more, the {'more' if told['rank'] > 0 else 'less'}: rank correlation {told['rank']:+.2f})"
        )
        assert way in findings["drivers"]["text"]
    (stored,) = folder.glob("**/explored/agreed/sensitivity.csv")
    chance = pd.read_csv(stored).set_index("quantity")["chance"]
    named = sum(_explained(draws[name].to_numpy(), agreed) > chance[name] for name in chance.index)
    assert (found["named"], found["quantities"]) == (named, len(chance))
    assert f"{named} of {len(chance)} uncertain quantities explain more than" in findings["drivers"]["text"]
    variances = pd.read_csv(stored).groupby("party")["explained"].sum()
    assert found["parties"] == pytest.approx(variances.nlargest(2).to_dict(), abs=1e-6)


def _explained(drawn, agreed):
    """Return the share of the variance that lies between worlds in which a quantity is not alike."""
    if drawn.dtype == bool:
        slices = [agreed[drawn], agreed[~drawn]]
    else:
        slices = np.array_split(agreed[np.argsort(drawn, kind="stable")], 10)
    within = sum(((part - part.mean()) ** 2).sum() for part in slices) / (WORLDS - len(slices))
    return 1 - within / agreed.var(ddof=1)


def test_under_which_conditions(findings, run, draws):
    found, agreed = findings["conditions"]["numbers"], (run.table["ending"] == "AGREED").to_numpy()
    inside = np.ones(WORLDS, dtype=bool)
    for name, limits in found["limits"].items():
        drawn = draws[name].to_numpy()
        if "kept" in limits:
            inside &= np.isin(drawn, limits["kept"])
        else:
            inside &= (drawn >= limits.get("low", -np.inf)) & (drawn <= limits.get("high", np.inf))
    assert (found["worlds"], found["of_interest"]) == (inside.sum(), (inside & agreed).sum())
    assert found["density"] == pytest.approx(agreed[inside].mean(), abs=CLOSE)
    assert found["coverage"] == pytest.approx(inside[agreed].mean(), abs=CLOSE)
    figures = f"coverage {found['coverage']:.2f}, density {found['density']:.2f}"
    assert figures in findings["conditions"]["text"]


def test_what_simple_rules_say(findings, run, worlds, draws):
    found, case = findings["baselines"]["numbers"], run.case
    named = [_compromise(case, row) for row in draws.to_dict("records")]
    index = {one: place for place, one in enumerate(_every(case))}
    table = run.table[run.table["ending"] == "AGREED"]
    pairs = [
        (named[world], worlds[0].packages[k])
        for world, k in zip(table["world"], table["package"], strict=True)
    ]
    exact = np.mean([one == tuple(other.values()) for one, other in pairs])
    shared = np.mean([[a == b for a, b in zip(one, other.values(), strict=True)] for one, other in pairs])
    assert found["share"]["compromise"] == pytest.approx(exact, abs=CLOSE)
    assert found["issues_shared"]["compromise"] == pytest.approx(shared, abs=CLOSE)
    places = np.bincount([index[one] for one in named], minlength=len(index))
    assert places[found["commonest_compromise"]] == places.max()
    assert found["commonest_share"] == places.max() / WORLDS


def test_what_an_election_says(findings, run, worlds, packages):
    found, (possible, needed) = findings["baselines"]["numbers"], packages
    negotiable = [k for k in possible if needed[k]]
    table = run.table[run.table["ending"] == "AGREED"]
    named = [_elected(worlds[number], negotiable) for number in table["world"]]
    spelled, agreed = worlds[0].packages, table["package"]
    assert found["share"]["conditional"] == pytest.approx(np.mean(named == agreed.to_numpy()), abs=CLOSE)
    shared = [
        [spelled[a][i] == spelled[b][i] for i in spelled[a]] for a, b in zip(named, agreed, strict=True)
    ]
    assert found["issues_shared"]["conditional"] == pytest.approx(np.mean(shared), abs=CLOSE)
    assert f"{np.mean(shared):.0%} of the issues. The commonest" in findings["baselines"]["text"]


def _elected(world, negotiable):
    """Return the favourite that most probably beats all other parties' favourites, in votes by gains."""
    favourites = sorted({max(negotiable, key=lambda k: worth[k]) for worth in world.worth.values()})

    def strength(one, other):
        return (
            sum(max(0, worth[one] - worth[other]) for worth in world.worth.values()) / len(world.worth) + 1e-8
        )

    def beats_all(one):
        rivals = [(strength(one, other), strength(other, one)) for other in favourites if other != one]
        return np.prod([own / (own + theirs) for own, theirs in rivals])

    return max(favourites, key=beats_all)


def _compromise(case, drawn):
    """Return the option nearest to the weighted mean of the parties' best options, issue by issue."""
    package = []
    for issue, told in case.issues.items():
        options, weights, stands = list(told.options), [], []
        for party in case.parties:
            path = f"parties.{party}.preferences"
            all_weights = sum(drawn[f"{path}.weights.{each}"] for each in case.issues)
            scores = [drawn[f"{path}.scores.{issue}.{option}"] for option in options]
            weights.append(drawn[f"{path}.weights.{issue}"] / all_weights)
            stands.append(scores.index(max(scores)) / (len(options) - 1))
        mean = np.average(stands, weights=weights)
        package.append(
            options[int(np.argmin([abs(mean - k / (len(options) - 1)) for k in range(len(options))]))]
        )
    return tuple(package)
