"""The sentences of `sim report` are true, of the August case and of a variant against it.

Each number in them is reckoned again in plain steps from what the runs store and from what the scenario says;
nothing of the analysis is used.
"""

import re
from collections import Counter
from contextlib import suppress
from itertools import product

import numpy as np
import pytest
import reading_html
from calling import AUGUST
from scipy.stats import binomtest, spearmanr, t

import sim
from sim.cli import main
from sim.report.told_run import told_run

WORLDS, SEED = 400, 1
Z = 1.959963984540054
VARIANT = "docs/examples/troops-accepted.yaml"
LINE = "no-foreign-troops"


TOLD = []
"""What was told of each run, before it was written down."""


def noted(*arguments):
    """Note what is told of a run."""
    TOLD.append(told_run(*arguments))
    return TOLD[-1]


def write(folder, *words):
    """Write a report without pictures; return its numbered sentences, list by list."""
    file = folder / "report.html"
    size = ["--worlds", str(WORLDS), "--seed", str(SEED), "--results", str(folder / "runs")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.report.pictures_part.drawn", lambda *_: iter(()))
        patch.setattr("sim.report.whole_report.drawn", lambda *_: iter(()))
        patch.setattr("sim.report.whole_report.told_run", noted)
        patch.setattr("sys.argv", ["sim", "report", *words, *size, "--out", str(file), "--quiet"])
        with suppress(SystemExit):
            main()
    page = reading_html.read(file.read_text("utf-8"))
    return [
        [item.text for item in one.all("li")]
        for one in page.all("ol")
        if one.attributes.get("class") == "note"
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def answers(folder):
    """Report the variant against August: the sentences of the comparison, of the base and of the variant."""
    return write(folder, str(AUGUST), VARIANT)


@pytest.fixture(scope="module")
def runs(answers, folder):
    return sim.open(folder / "runs" / "2025-08-21"), sim.open(folder / "runs" / "troops-accepted")


def figures(text):
    """Return the numbers of a sentence, without those of dates."""
    text = re.sub(r"\d+ [A-Z][a-z]+ \d{4}|\d{4}-\d{2}-\d{2}|istanbul-2022", "", text)
    return [float(number.replace(",", "")) for number in re.findall(r"[-+]?\d[\d,]*\.?\d*(?<!\.)", text)]


# one run


def test_which_share_ends_in_a_deal(answers, runs):
    count = int((runs[0].table["ending"] == "AGREED").sum())
    share = count / WORLDS
    middle = (share + Z**2 / (2 * WORLDS)) / (1 + Z**2 / WORLDS)
    half = Z * np.sqrt(share * (1 - share) / WORLDS + Z**2 / (4 * WORLDS**2)) / (1 + Z**2 / WORLDS)
    expected = [
        count,
        WORLDS,
        round(100 * share),
        95,
        round(100 * (middle - half)),
        round(100 * (middle + half)),
    ]
    assert figures(answers[1][0]) == expected


@pytest.mark.parametrize("which", [0, 1])
def test_what_the_deals_are(answers, runs, which):
    case, table = runs[which].case, runs[which].table
    told = answers[1 + which][1]
    packages = Counter(table["package"][table["ending"] == "AGREED"].tolist())
    (commonest, count), total = max(packages.items(), key=lambda one: (one[1], -one[0])), packages.total()
    assert figures(told)[:4] == [len(packages), count, total, round(100 * count / total)]
    spelled = [case.space.package(package) for package in packages]
    common = [
        case.issues[issue].options[options[0]]
        for issue in case.issues
        if len(set(options := [one[issue] for one in spelled])) == 1
    ]
    for issue, option in case.space.package(commonest).items():
        label = case.issues[issue].options[option]
        assert label in told or any(option == named.get(issue) for named in case.packages.values())
    said = f"what all deals have in common is: {'; '.join(common)}." if common else "no issue that all deals"
    assert said in told


@pytest.mark.parametrize("which", [0, 1])
def test_what_stands_in_the_way(answers, runs, which):
    case, table, told = runs[which].case, runs[which].table, answers[1 + which][2]
    endings = Counter(table["ending"].tolist())
    late, never = endings["DEADLINE"], endings["NO_ZOPA"]
    assert told.startswith(f"In the {WORLDS - endings['AGREED']} worlds without a deal")
    assert f"that all could have signed in {late} " in told
    assert f"whose consent it needs in {never};" in told
    sets = [re.split(r" \| |; ", text) for text in table["in_the_way"][table["ending"] == "NO_ZOPA"]]
    parts = Counter(one for found in sets for one in set(found) - {"…"})
    lines = [line for line in case.red_lines if parts[line]]
    top = max(lines, key=lambda line: parts[line])
    statement = case.statement_of(top)
    party = case.parties[statement.party].name
    assert f"{party}'s “{top.replace('-', ' ')}”: {statement.claim.strip('. ')}" in told
    assert f"({statement.speaker}, " in told
    assert f"({100 * parts[top] / never:.0f}%" in told
    most = max([*lines, *(f"{party}.no_deal" for party in case.parties)], key=lambda one: parts[one])
    if (times := parts[most]) > parts[top]:
        owner = case.parties[most.removesuffix(".no_deal")].name
        assert f"what no deal is worth to {owner} in {100 * times / never:.0f}%" in told


def test_how_many_packages_are_compatible(answers, runs):
    case, told = runs[0].case, answers[1][3]
    words = [_stopped(case, package) for package in _possible(case)]
    free = sum(not lines for lines in words)
    fewest = min(len(lines) for lines in words if lines)
    opens = Counter(line for lines in words if len(lines) == fewest == 1 for line in lines)
    ((line, count),) = opens.most_common(1)
    firm = sum(case.red_lines[line][1].firmness.bounds) / 2  # they are uniform
    assert told == (
        f"{free} of {len(words)} possible packages cross nobody's red line; the least that opens {count} "
        f"more is that {case.parties[case.red_lines[line][0]].name}'s “{line.replace('-', ' ')}” "
        f"(held with probability {100 * firm:.3g}%) gives way."
    )


def _possible(case):
    packages = (
        dict(zip(case.issues, one, strict=True))
        for one in product(*(i.options for i in case.issues.values()))
    )
    return [
        one
        for one in packages
        if not any(all(one[i] in options for i, options in rule.forbid.items()) for rule in case.rules)
    ]


def _stopped(case, package):
    """Return the lines that stop a package: those it crosses, of parties whose consent it needs."""
    return {
        name
        for name, (party, line) in case.red_lines.items()
        if _asked(case, party, package) and _crosses(line, package)
    }


def _asked(case, party, package):
    consent = case.parties[party].consent
    return consent == "always" or any(package[issue] in options for issue, options in consent.when.items())


def _crosses(line, package):
    matches = all(package[issue] in options for issue, options in (line.forbid or line.require).items())
    return matches == bool(line.forbid)


def test_what_it_hangs_on_most(answers, runs):
    told, agreed = answers[1][4], (runs[0].table["ending"] == "AGREED").to_numpy(float)
    top, best = None, -1.0
    for name in (f"parties.{party}.no_deal.value" for party in runs[0].case.parties):
        drawn = runs[0].draws([name])[name].to_numpy(float)
        slices = np.array_split(agreed[np.argsort(drawn, kind="stable")], 10)
        within = sum(((part - part.mean()) ** 2).sum() for part in slices) / (WORLDS - 10)
        if (explained := 1 - within / agreed.var(ddof=1)) > best:
            top, best, values = name.split(".")[1], explained, drawn
    assert f"hangs above all on what no deal is worth to {runs[0].case.parties[top].name}," in told
    assert f"explains {best:.0%} of the differences between worlds" in told
    assert f"(rank correlation {spearmanr(values, agreed).statistic:+.2f})" in told
    (share, limit) = re.search(r"agreement in (\d+)% of the worlds .* is below ([\d.]+)\.$", told).groups()
    inside = agreed[values < float(limit) + 0.0005]  # the limit is told to three figures
    assert abs(inside.mean() - int(share) / 100) < 0.01


# a variant against the base


def test_the_paired_difference(answers, runs):
    a, b = (run.table["ending"].to_numpy() == "AGREED" for run in runs)
    gained, lost = int((b & ~a).sum()), int((a & ~b).sum())
    second, first = (gained + 1) / (WORLDS + 2), (lost + 1) / (WORLDS + 2)  # the adjusted Wald interval
    half = Z * np.sqrt((second + first - (second - first) ** 2) / (WORLDS + 2))
    expected = [100 * a.mean(), WORLDS, 100 * b.mean(), 100 * (gained - lost) / WORLDS]
    expected += [95, 100 * (second - first - half), 100 * (second - first + half)]
    assert figures(answers[0][0]) == pytest.approx(expected, abs=0.0501)


def test_the_flips_in_both_directions(answers, runs):
    a, b = (run.table["ending"].to_numpy() == "AGREED" for run in runs)
    gained, lost = int((b & ~a).sum()), int((a & ~b).sum())
    same = (runs[0].table["ending"] == runs[1].table["ending"]) & (
        runs[0].table["package"] == runs[1].table["package"]
    )
    chance = binomtest(gained, gained + lost).pvalue
    assert figures(answers[0][1]) == pytest.approx([(~same).sum(), gained, lost, chance], abs=0.00051)


def test_who_is_left_with_more_and_who_with_less(answers, runs):
    told = answers[0][2]
    groups = {"higher": [], "lower": [], "not clearly different": []}
    for party, it in runs[0].case.parties.items():
        gain = runs[1].table[f"utility_{party}"] - runs[0].table[f"utility_{party}"]
        half = t.ppf(0.975, WORLDS - 1) * gain.std() / np.sqrt(WORLDS)
        mean = gain.mean()
        way = "higher" if mean - half > 0 else "lower" if mean + half < 0 else "not clearly different"
        groups[way].append(it.name if way == "not clearly different" else f"{it.name} ({mean:+.3f})")
    for way, names in groups.items():
        said = re.search(rf"{way} for ([^;]*?)(?:;|\.$)", told)
        assert (re.split(r", | and ", said[1]) if said else []) == names


def test_what_is_different_where_worlds_flip(answers, runs):
    a, b = (run.table["ending"].to_numpy() == "AGREED" for run in runs)
    flips = max((b & ~a), (a & ~b), key=lambda where: where.sum())
    path = f"parties.russia.red_lines.{LINE}.held"
    held = int(runs[0].draws([path])[path].to_numpy(bool)[flips].sum())  # the variant does not have it
    many = "all of them" if held == flips.sum() else f"{held}"
    assert f"In the {flips.sum()} worlds that flip " in answers[0][3]
    assert f"Russia's “no foreign troops” is held with 2025-08-21 alone in {many}" in answers[0][3]


def test_the_packages_that_a_variant_opens(answers, runs):
    counts = [sum(not _stopped(run.case, package) for package in _possible(run.case)) for run in runs]
    assert figures(answers[0][4]) == [counts[0], 288, counts[1], 288]


def test_numbers_are_kept_apart_from_the_sentences_and_unrounded(runs, answers):
    answer, *_, compatible, _ = TOLD[0].sentences
    assert answer.numbers["share"] == (runs[0].table["ending"] == "AGREED").mean()
    assert compatible.numbers["concession"] == [LINE]
    assert [[one.text for one in told.sentences] for told in TOLD] == answers[1:]
