"""Small made-up tables in the shape `sim.analysis` gives them, odd cases included."""

from __future__ import annotations

import pandas as pd

PARTIES = {
    "russia": "Russia", "ukraine": "Ukraine", "france": "France", "uk": "United Kingdom",
    "us": "United States", "coalition": "Coalition of the Willing",
}  # fmt: skip
MORE_PARTIES = PARTIES | {"china": "People's Republic of China", "turkey": "Türkiye", "eu": "European Union"}

PACKAGES = {
    "reassurance-force": {"russia": ("no-foreign-troops",)},
    "istanbul-2022": {"ukraine": ("no-russian-veto",), "coalition": ("no-russian-veto", "strong-army")},
    "nato-membership": {"russia": ("no-nato",), "us": ("no-nato",)},
    "air-support-only": {},
    "armed-neutrality": {"coalition": ("troops-on-the-ground",)},
    "american-ground-troops": {
        "russia": ("no-foreign-troops", "no-nato-infrastructure"),
        "us": ("no-ground-troops",),
    },
}
NEVER_ASKED = {
    ("coalition", "armed-neutrality"),
    ("us", "air-support-only"),
    ("coalition", "air-support-only"),
}

STATED = {
    "no-foreign-troops": ("russia", "quoted"), "not-without-russia": ("russia", "reported"),
    "no-nato": ("russia", "inferred"), "assurances-must-bind": ("ukraine", "reported"),
    "not-weak-and-alone": ("ukraine", "background"), "a-strong-army": ("france", "reported"),
    "membership-not-in-package": ("france", "reported"), "uk-stands-by-coalition": ("uk", "inferred"),
    "no-us-ground-troops": ("us", "reported"), "coalition-keeps-its-word": ("coalition", "inferred"),
}  # fmt: skip
CROSSED = {
    "reassurance-force": {"no-foreign-troops": "blocks"},
    "british-french": {"no-foreign-troops": "blocks", "no-us-ground-troops": "objects"},
    "nato-membership": {"no-nato": "blocks", "membership-not-in-package": "blocks"},
    "air-support-only": {},
    "armed-neutrality": {"coalition-keeps-its-word": "objects"},
}

LINES = {
    "no-foreign-troops": ("russia", "no foreign troops on Ukrainian territory"),
    "no-russian-veto": ("ukraine", "no Russian veto over how the guarantees work"),
    "no-ground-troops": ("us", "no American ground troops"),
    "strong-army": ("france", "a strong Ukrainian army without limits on its size"),
    "no-nato": ("russia", "no NATO membership"),
}

AGREEMENTS = [
    "air support from the United States; strong Ukrainian army; no foreign troops; Russia is consulted",
    "British and French contingents; air support; strong Ukrainian army; Russia is not a guarantor",
    "no foreign troops; commitments on paper; strong Ukrainian army",
    "other agreements",
]
ENDING_LABELS = {
    "AGREED": "deal",
    "DEADLINE": "no deal: time ran out, though an acceptable package existed",
    "NO_ZOPA": "no deal: no package was acceptable to all",
    "WALKED_OUT": "no deal: a party walked out",
}


def with_attrs(table: pd.DataFrame, *, worlds: int | None = 10000, **more: object) -> pd.DataFrame:
    """Say where the table comes from."""
    table.attrs = {
        "scenario": "august-2025",
        "title": "Security guarantees for Ukraine, 21 August 2025",
        "version": "0.1.0",
    }
    if worlds is not None:
        table.attrs |= {"worlds": worlds, "seed": 20250821}
    table.attrs |= more
    return table


def _interval(share: float, worlds: int) -> tuple[float, float]:
    half = 1.96 * (share * (1 - share) / max(worlds, 1)) ** 0.5
    return max(0.0, share - half), min(1.0, share + half)


def compatibility(packages=PACKAGES, parties=PARTIES, never_asked=NEVER_ASKED) -> pd.DataFrame:
    """Packages by parties, as `{package: {party: lines it crosses}}` says."""
    rows = [
        {
            "package": package, "party": party, "party_name": name, "ok": party not in crossed,
            "needed": (party, package) not in never_asked, "crosses": crossed.get(party, ()),
        }
        for package, crossed in packages.items()
        for party, name in parties.items()
    ]  # fmt: skip
    columns = ["package", "party", "party_name", "ok", "needed", "crosses"]
    return with_attrs(pd.DataFrame(rows, columns=columns).astype({"ok": bool, "needed": bool}), worlds=None)


def crossings(crossed=CROSSED, stated=STATED, parties=PARTIES, chances=None) -> pd.DataFrame:
    """Packages by red lines, as `{package: {line: "blocks" or "objects"}}` says."""
    rows = [
        {
            "package": package, "line": line, "party": party, "party_name": parties[party], "kind": kind,
            "crossed": line in here, "blocks": here.get(line) == "blocks",
            "p_acceptable": chances[place] if chances else 0.35 ** [*here.values()].count("blocks"),
        }
        for place, (package, here) in enumerate(crossed.items())
        for line, (party, kind) in stated.items()
    ]  # fmt: skip
    columns = ["package", "line", "party", "party_name", "kind", "crossed", "blocks", "p_acceptable"]
    table = pd.DataFrame(rows, columns=columns).astype({"crossed": bool, "blocks": bool})
    return with_attrs(table.astype({"p_acceptable": float}), worlds=None)


def outcomes(
    shares=(0.38, 0.09, 0.51, 0.02), agreements=(0.2, 0.1, 0.05, 0.03), worlds=10000
) -> pd.DataFrame:
    """Shares of the four endings, and of the packages agreed."""
    named = [("ending", *pair, share) for pair, share in zip(ENDING_LABELS.items(), shares, strict=True)]
    named += [("agreement", "AGREED", *pair) for pair in zip(AGREEMENTS, agreements, strict=False)]
    rows = [(*row, round(row[3] * worlds), *_interval(row[3], worlds)) for row in named]
    columns = ["kind", "ending", "label", "share", "count", "low", "high"]
    return with_attrs(pd.DataFrame(rows, columns=columns), worlds=worlds)


def utilities(parties=PARTIES, worlds=10000, agreed=3800) -> pd.DataFrame:
    """Parties that gain less and less."""
    rows = []
    for place, (party, name) in enumerate(parties.items()):
        middle = 0.75 - 0.06 * place
        deal = [middle + step if agreed else float("nan") for step in (-0.2, -0.08, 0, 0.06, 0.15, -0.01)]
        no_deal = [0.25 + 0.04 * place, 0.36 + 0.03 * place, 0.45 + 0.04 * place]
        rows.append((party, name, agreed, *deal, *no_deal))
    columns = "party name worlds_agreed p05 p25 median p75 p95 mean no_deal_p05 no_deal_median no_deal_p95"
    return with_attrs(pd.DataFrame(rows, columns=columns.split()), worlds=worlds)


def times(final=(0.38, 0.09, 0.51, 0.02), rounds=40, worlds=10000, power=6) -> pd.DataFrame:
    """Deals that come late, a deadline at the end, hopeless cases known from the start."""
    shapes = {
        "AGREED": lambda r: (r / rounds) ** power,
        "DEADLINE": lambda r: float(r == rounds),
        "NO_ZOPA": lambda r: float(r == rounds),
        "WALKED_OUT": lambda r: r / rounds,
    }
    rows = [
        (r, ending, share * shape(r), *_interval(share * shape(r), worlds))
        for (ending, shape), share in zip(shapes.items(), final, strict=True)
        for r in range(1, rounds + 1)
    ]
    return with_attrs(pd.DataFrame(rows, columns=["round", "ending", "share", "low", "high"]), worlds=worlds)


def obstacles(lines=LINES, parties=PARTIES, worlds=10000, no_zopa=5100) -> pd.DataFrame:
    """Red lines, rarer and rarer, and the reservation value of each party; every third is never alone."""
    rows = [(line, party, parties[party], "red line", label) for line, (party, label) in lines.items()]
    rows += [
        (f"{p}: reservation value", p, name, "reservation value", "what no deal is worth")
        for p, name in parties.items()
    ]
    shares = [0.72 * 0.7**place for place in range(len(rows))]
    rows = [
        (*row, round(s * no_zopa), s, *_interval(s, no_zopa), s * (place % 3) / 2, s / 4)
        for place, (row, s) in enumerate(zip(rows, shares, strict=True))
    ]
    columns = [
        "id",
        "party",
        "party_name",
        "kind",
        "label",
        "count",
        "share",
        "low",
        "high",
        "alone",
        "always",
    ]
    return with_attrs(pd.DataFrame(rows, columns=columns), worlds=worlds, no_zopa_worlds=no_zopa)


ISSUES = {
    "What does the package say about NATO membership?": {
        "No NATO membership": 0.4, "Membership left open": 0.598, "NATO membership": 0.002,
    },
    "Which foreign troops are stationed in Ukraine?": {
        "No foreign troops": 0.97, "British and French troops": 0.02,
        "British, French and about ten other contingents": 0.01,
    },
    "What army may Ukraine keep?": {"A limited army": 0.0, "A strong and supported army": 1.0},
    "How firmly do the guarantors commit themselves?": {"Political assurance": 0, "Binding commitment": 1},
}  # fmt: skip


def options(issues=ISSUES, worlds=10000, agreed=6000) -> pd.DataFrame:
    """Options of issues, as `{question: {option: share of the agreements}}` says."""
    rows = [
        (
            issue.lower(),
            issue,
            option.lower(),
            option,
            round(share * agreed),
            share,
            *_interval(share, agreed),
        )
        for issue, told in issues.items()
        for option, share in told.items()
    ]
    columns = ["issue", "issue_label", "option", "option_label", "count", "share", "low", "high"]
    return with_attrs(pd.DataFrame(rows, columns=columns), worlds=worlds, worlds_agreed=agreed)


ACCEPTED = {
    "air-shield + Binding commitment; Russia is consulted": (0.73, 0.977, 0.75),
    "strong-army = istanbul-2022 + Binding commitment; Russia is a guarantor": (0.46, 0.9996, 0.46),
    "No NATO membership; British, French and about ten other contingents; US air": (0.042, 0.043, 0.988),
    "nato-membership": (0.0, 0.0, 0.81),
}  # fmt: skip


def acceptances(accepted=ACCEPTED, parties=PARTIES, never_asked=(), worlds=10000) -> pd.DataFrame:
    """Packages, as `{label: (share of all, of the first party, ...)}` says; 1 of other parties."""
    names = {"": "all it asks"} | parties
    rows = [
        (at, label, party, name, (label, party) not in never_asked, share, *_interval(share, worlds))
        for at, (label, shares) in enumerate(accepted.items())
        for (party, name), share in zip(names.items(), [*shares, *[1.0] * len(names)], strict=False)
    ]
    columns = ["package", "label", "party", "party_name", "needed", "share", "low", "high"]
    return with_attrs(pd.DataFrame(rows, columns=columns), worlds=worlds)


POINTS = {"Nash": 1, "Kalai-Smorodinsky": 1, "egalitarian": 2, "utilitarian": 0, "leximin": 2}


def plane(packages=12, points=POINTS, names=("Russia", "Ukraine"), deals=40, **attrs) -> pd.DataFrame:
    """Packages on a falling line and below it, deals around its middle."""
    every = [(1 - at / 12, at / 12 - 0.2 * (at % 2), (at % 4) / 4, at % 2 == 0) for at in range(packages)]
    rows = [("package", "", at, f"package {at}", *row) for at, row in enumerate(every)]
    rows += [("point", name, at, f"package {at}", *every[at][:2], 0.3, False) for name, at in points.items()]
    rows += [("no deal", name, -1, "", at, at, float("nan"), False) for name, at in NO_DEAL.items()]
    rows += [
        ("deals", "", -1, "", 0.5 + at % 7 / 40, 0.5 + at // 7 / 40, (at + 1) / 820, False)
        for at in range(deals)
    ]
    columns = ["kind", "name", "package", "label", "x", "y", "share", "frontier"]
    told = {
        "parties": tuple(name.lower() for name in names), "names": names, "orders": (), "correlation": -0.85,
        "looked_at": 10000, "packages": packages, "half": packages // 2, "worlds_agreed": 100 * deals,
        "cell": 1 / 40,
    }  # fmt: skip
    return with_attrs(pd.DataFrame(rows, columns=columns), **(told | attrs))


NO_DEAL = {"p05": 0.36, "median": 0.5, "p95": 0.64}
