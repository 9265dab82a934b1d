"""Hypothesis strategies: whole scenarios, all of them valid, with every form the language has."""

from itertools import islice

from hypothesis import strategies as st

from sim.scenario import Scenario

WORDS = ("no", "on", "null", "true", "1", "1e3", "0x1f", "2025-08-21")
"""Ids that a careless reader of YAML takes for something else than text."""

TRAPS = (*WORDS, "~", "0.2", "12:30:45", "é # :", "- a", "<<")
"""The same for options, which may be called anything."""

ids = st.one_of(st.text("abcdxyzé_-", min_size=1, max_size=6), st.sampled_from(WORDS))
options = st.one_of(ids, st.sampled_from(TRAPS))
texts = st.one_of(st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
dates = st.dates().map(str)
shares = st.floats(0.05, 0.95).map(lambda share: round(share, 3))
positive = st.floats(0.1, 9).map(lambda weight: round(weight, 2))


def numbers(low, high):
    """Draw an uncertain number between `low` and `high`, in any of its forms."""
    within = st.floats(low, high, allow_subnormal=False)
    pairs = st.lists(within, min_size=2, max_size=2, unique=True).map(sorted)
    triples = st.lists(within, min_size=3, max_size=3, unique=True).map(sorted)
    choice = st.dictionaries(within.map(str), positive, min_size=1, max_size=3)
    forms = [
        within,
        pairs,
        triples.map(lambda ends: {"triangular": ends}),
        st.builds(_normal, positive, pairs),
        choice.map(lambda chances: {"choice": chances}),
    ]
    if (low, high) == (0, 1):
        beta = st.fixed_dictionaries({"mean": shares, "concentration": positive})
        forms.append(beta.map(lambda settings: {"beta": settings}))
    return st.one_of(forms)


@st.composite
def scenarios(draw):
    """Draw a valid scenario: 2-4 issues and parties; rules, red lines, consents, preferences of all kinds."""
    issues = draw(st.dictionaries(ids, _issues(), min_size=2, max_size=4))
    safe = {issue: draw(st.sampled_from(list(told["options"]))) for issue, told in issues.items()}
    parties = draw(st.lists(ids, min_size=2, max_size=4, unique=True))
    lines = iter(draw(st.lists(ids, min_size=8, max_size=8, unique=True)))
    asked = draw(st.sampled_from(parties))
    packages = draw(st.dictionaries(ids, _parts(safe), max_size=3))
    controls = st.lists(st.sampled_from(list(issues)), min_size=1, max_size=2, unique=True)
    return Scenario.model_validate(
        {
            "scenario": draw(texts),
            "as_of": draw(dates),
            "about": draw(texts),
            "statements": {f"by-{party}": draw(_statements(party)) for party in parties},
            "issues": issues,
            "rules": draw(st.lists(_rules(issues, safe), max_size=2)),
            "packages": {**packages, "as-it-is": safe},
            "parties": {
                party: draw(
                    _parties(party, issues, safe, packages, list(islice(lines, 2)), at_table=party == asked)
                )
                for party in parties
            },
            "controls": draw(st.dictionaries(st.sampled_from(parties), controls, max_size=2)),
            "one_way": draw(_ways(issues)),
            "status_quo": draw(st.sampled_from([None, "as-it-is"])),
            "negotiation": draw(_negotiations(parties)),
            "ensemble": {"worlds": draw(st.integers(1, 99)), "seed": draw(st.integers(0, 2**64))},
        }
    )


def _normal(sd, ends):
    low, high = ends
    return {"normal": {"mean": low + (high - low) / 3, "sd": sd, "low": low, "high": high}}


def _issues():
    told = st.dictionaries(options, texts, min_size=2, max_size=4)
    return st.fixed_dictionaries({"question": texts, "options": told})


def _statements(party):
    kinds = st.sampled_from(["quoted", "reported", "inferred", "background"])
    told = {
        "party": st.just(party),
        "speaker": texts,
        "date": dates,
        "outlet": texts,
        "kind": kinds,
        "confidence": st.sampled_from(["high", "medium", "uncertain"]),
        "claim": texts,
    }
    return st.fixed_dictionaries(told, optional={"url": texts})


def _patterns(issues):
    some = {
        issue: st.lists(st.sampled_from(list(told["options"])), min_size=1, max_size=3, unique=True)
        for issue, told in issues.items()
    }
    return st.lists(st.sampled_from(list(issues)), min_size=1, max_size=3, unique=True).flatmap(
        lambda named: st.fixed_dictionaries({issue: some[issue] for issue in named})
    )


def _parts(package):
    named = st.lists(st.sampled_from(list(package)), unique=True)
    return named.map(lambda issues: {issue: package[issue] for issue in issues})


def _rules(issues, safe):
    """Draw a rule that leaves the package `safe` possible."""
    forbid = _patterns(issues).filter(lambda p: any(safe[issue] not in listed for issue, listed in p.items()))
    return st.fixed_dictionaries({"forbid": forbid, "because": texts})


def _red_lines(party, issues):
    patterns = _patterns(issues)
    softens = st.fixed_dictionaries({"round": numbers(1, 60)}, optional={"chance": numbers(0, 1)})
    return st.sampled_from(["forbid", "require"]).flatmap(
        lambda side: st.fixed_dictionaries(
            {side: patterns, "statement": st.just(f"by-{party}")},
            optional={"unless": patterns, "firmness": numbers(0, 1), "softens": softens},
        )
    )


def _consents(safe, *, at_table):
    asked = (
        _parts(safe)
        .filter(bool)
        .map(lambda part: {"when": {issue: [option] for issue, option in part.items()}})
    )
    return st.one_of(st.just("always"), asked, *([] if at_table else [st.just("never")]))


def _preferences(issues):
    scores = {
        issue: st.fixed_dictionaries(dict.fromkeys(told["options"], numbers(0, 1)))
        for issue, told in issues.items()
    }
    told = {
        "weights": st.fixed_dictionaries(dict.fromkeys(issues, numbers(0.1, 9))),
        "scores": st.fixed_dictionaries(scores),
    }
    return st.fixed_dictionaries(told, optional={"because": texts})


def _orders(issues, packages):
    """Draw preferences that are an order: a ranking of named packages, or priorities."""
    wanted = st.one_of(_patterns(issues), st.lists(_patterns(issues), min_size=1, max_size=2))
    forms = [st.fixed_dictionaries({"priorities": st.lists(wanted, min_size=1, max_size=3)})]
    if packages:
        ranked = st.permutations(list(packages))
        tied = ranked.map(lambda names: [names[:2], *names[2:]])
        forms.append(st.fixed_dictionaries({"ranking": st.one_of(ranked, tied)}))
    return st.one_of(forms)


def _ways(issues):
    """Draw for some issues an order in which their options may follow one another."""
    ways = {
        issue: st.lists(st.sampled_from(list(told["options"])), min_size=2, unique=True)
        for issue, told in issues.items()
    }
    return st.fixed_dictionaries({}, optional=ways)


def _parties(party, issues, safe, packages, lines, *, at_table):
    no_deal = st.fixed_dictionaries(
        {}, optional={"value": numbers(0, 1), "drift": numbers(-0.01, 0.01), "because": texts}
    )
    named = st.sampled_from(
        [
            "boulware",
            "linear",
            "hardliner",
            "micro",
            "tit_for_tat",
            "frequency_model",
            {"name": "micro", "considerate": True},
            {"name": "aspiration", "exponent": 2.5, "considerate": True},
        ]
    )
    walks_out = st.fixed_dictionaries({"after": numbers(1, 30)}, optional={"chance": numbers(0, 1)})
    return st.fixed_dictionaries(
        {"name": texts, "consent": _consents(safe, at_table=at_table)},
        optional={
            "red_lines": st.dictionaries(st.sampled_from(lines), _red_lines(party, issues), max_size=2),
            "preferences": st.one_of(_preferences(issues), _orders(issues, packages)),
            "no_deal": no_deal,
            "strategy": named,
            "walks_out": walks_out,
        },
    )


def _negotiations(parties):
    order = st.one_of(st.just("drawn"), st.permutations(parties))
    more = {"rounds": st.integers(1, 60), "order": order}
    told = {
        "alternating_offers": {},
        "ratification": {"foresees": st.booleans()},
        "simultaneous": {},
        "single_text": {"temperature": st.sampled_from([0, 0.05, 3])},
    }
    return st.sampled_from([None, *told]).flatmap(
        lambda protocol: st.fixed_dictionaries(
            {"protocol": st.just(protocol)} if protocol else {}, optional={**more, **told.get(protocol, {})}
        )
    )
