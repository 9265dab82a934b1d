"""Everything that can be wrong with a scenario, each with its path and line."""

import pytest

FORBID = "forbid: {fence: [wall]}"
RULE = "forbid: {fence: [none], payer: [both]}"
CONSENT = "consent: {when: {payer: [bert, both]}}"
ORDER = "order: [anna, bert]"
WEIGHTS = "weights: {fence: [1, 3], payer: 2}"
FENCES = "{none: No fence, hedge: A hedge, wall: A wall}"
NAMES = "expected one of fence, payer"
OPTIONS = "expected one of none, hedge, wall"
KEYS = (
    "extends, sweep, scenario, as_of, about, statements, issues, rules, packages, parties, controls, "
    "one_way, status_quo, correlate, negotiation, ensemble"
)
FORMS = "always, never or {when: {issue: [options]}}"
LINE = "parties.anna.red_lines.no-wall"
OTHER = "parties.bert.red_lines.not-alone"
PREFERENCES = "parties.anna.preferences"

WRONG = {
    "unknown option": (
        FORBID,
        "forbid: {fence: [moat]}",
        f"unknown option 'moat', {OPTIONS}",
        f"{LINE}.forbid",
        33,
    ),
    "option alone": (
        FORBID,
        "forbid: {fence: moat}",
        f"unknown option 'moat', {OPTIONS}",
        f"{LINE}.forbid",
        33,
    ),
    "option on its line": (
        FORBID,
        "forbid:\n          fence:\n            - wall\n            - moat",
        f"unknown option 'moat', {OPTIONS}",
        f"{LINE}.forbid",
        36,
    ),
    "near option": (
        FORBID,
        "forbid: {fence: [wal]}",
        f"unknown option 'wal', did you mean 'wall'? {OPTIONS}",
        f"{LINE}.forbid",
        33,
    ),
    "unknown issue": (
        FORBID,
        "forbid: {roof: [wall]}",
        f"unknown issue 'roof', {NAMES}",
        f"{LINE}.forbid",
        33,
    ),
    "unless": (
        "{payer: [bert]}",
        "{payer: [dog]}",
        "unknown option 'dog', expected one of anna, bert, both",
        f"{LINE}.unless",
        34,
    ),
    "require": (
        "[anna, both]",
        "[anna, dog]",
        "unknown option 'dog', expected one of anna, bert, both",
        f"{OTHER}.require",
        49,
    ),
    "rule": (RULE, "forbid: {fence: [moat]}", f"unknown option 'moat', {OPTIONS}", "rules.0.forbid", 20),
    "package": (
        "green: {fence: hedge}",
        "green: {fence: moat}",
        f"unknown option 'moat', {OPTIONS}",
        "packages.green",
        24,
    ),
    "package issue": (
        "green: {fence: hedge}",
        "green: {roof: wall}",
        f"unknown issue 'roof', {NAMES}",
        "packages.green",
        24,
    ),
    "consent": (
        CONSENT,
        "consent: {when: {fence: moat}}",
        f"unknown option 'moat', {OPTIONS}",
        "parties.bert.consent.when",
        46,
    ),
    "weight": (
        "payer: 2}",
        "payer: 2, roof: 1}",
        f"unknown issue 'roof', {NAMES}",
        f"{PREFERENCES}.weights",
        38,
    ),
    "scores": (
        "        fence: {none: 0",
        "        roof: {}\n        fence: {none: 0",
        f"unknown issue 'roof', {NAMES}",
        f"{PREFERENCES}.scores",
        40,
    ),
    "score": (
        "{none: 0,",
        "{none: 0, moat: 1,",
        f"unknown option 'moat', {OPTIONS}",
        f"{PREFERENCES}.scores.fence",
        40,
    ),
    "empty forbid": (
        FORBID,
        "forbid: {}",
        "names no issue, expected {issue: [options], ...}",
        f"{LINE}.forbid",
        33,
    ),
    "empty unless": (
        "{payer: [bert]}",
        "{}",
        "names no issue, expected {issue: [options], ...}",
        f"{LINE}.unless",
        34,
    ),
    "empty require": (
        "{payer: [anna, both]}",
        "{}",
        "names no issue, expected {issue: [options], ...}",
        f"{OTHER}.require",
        49,
    ),
    "empty rule": (
        RULE,
        "forbid: {}",
        "names no issue, expected {issue: [options], ...}",
        "rules.0.forbid",
        20,
    ),
    "empty consent": (
        CONSENT,
        "consent: {when: {}}",
        "'when' is empty, expected at least one entry",
        "parties.bert.consent.when",
        46,
    ),
    "no option": (
        FORBID,
        "forbid: {fence: []}",
        "no option of 'fence', expected some of none, hedge, wall",
        f"{LINE}.forbid",
        33,
    ),
    "no options": (
        FENCES,
        "{}",
        "'options' is empty, expected at least one entry",
        "issues.fence.options",
        14,
    ),
    "options missing": (f"    options: {FENCES}\n", "", "missing key 'options'", "issues.fence", 12),
    "question missing": ("    question: Which fence?\n", "", "missing key 'question'", "issues.fence", 12),
    "statement missing": ("        statement: bert-speaks\n", "", "missing key 'statement'", OTHER, 48),
    "statement unknown": (
        "statement: bert-speaks",
        "statement: rumour",
        "unknown statement 'rumour', expected one of anna-speaks, bert-speaks",
        f"{OTHER}.statement",
        51,
    ),
    "statement of another": (
        "statement: bert-speaks",
        "statement: anna-speaks",
        "statement 'anna-speaks' is by anna, expected one by bert",
        f"{OTHER}.statement",
        51,
    ),
    "statement of a stranger": (
        "party: bert",
        "party: carl",
        "unknown party 'carl', expected one of anna, bert",
        "statements.bert-speaks",
        9,
    ),
    "preferences on a rumour": (
        f"      {WEIGHTS}",
        f"      statement: rumour\n      {WEIGHTS}",
        "unknown statement 'rumour', expected one of anna-speaks, bert-speaks",
        f"{PREFERENCES}.statement",
        38,
    ),
    "red line twice": (
        "not-alone:",
        "no-wall:",
        "red line 'no-wall' is used twice, first by anna",
        "parties.bert.red_lines.no-wall",
        48,
    ),
    "both forms": (
        FORBID,
        f"{FORBID}\n        require: {{fence: hedge}}",
        "a red line has either 'forbid' or 'require', one of the two",
        LINE,
        32,
    ),
    "probability": ("[0.8, 1.0]", "1.2", "probability of 1.2, expected 0 to 1", f"{LINE}.firmness", 35),
    "chance": (
        "chance: 0.2",
        "chance: [0.5, 2]",
        "probability of 2, expected 0 to 1",
        f"{OTHER}.softens.chance",
        50,
    ),
    "round of 0": ("[10, 30]", "0", "round of 0, expected 1 or more", f"{OTHER}.softens.round", 50),
    "score above 1": (
        "hedge: 1,",
        "hedge: 1.5,",
        "score of 1.5, expected 0 to 1",
        f"{PREFERENCES}.scores.fence.hedge",
        40,
    ),
    "negative weight": (
        "payer: 2}",
        "payer: -2}",
        "weight of -2, expected 0 or more",
        f"{PREFERENCES}.weights.payer",
        38,
    ),
    "empty range": (
        "[0.8, 1.0]",
        "[0.8, 0.8]",
        "empty range [0.8, 0.8], expected low < high",
        f"{LINE}.firmness",
        35,
    ),
    "score missing": (
        ", both: 0.5",
        "",
        "no score for both, expected one for every option",
        f"{PREFERENCES}.scores.payer",
        41,
    ),
    "scores missing": (
        "        payer: {anna: 0, bert: 1, both: 0.5}\n",
        "",
        "issue 'payer' has a weight but no scores, expected anna, bert, both",
        f"{PREFERENCES}.weights.payer",
        38,
    ),
    "all weights 0": (
        WEIGHTS,
        "weights: {fence: 0, payer: 0}",
        "scores without weights, expected some weight above 0",
        PREFERENCES,
        38,
    ),
    "no weights": (
        f"      {WEIGHTS}\n",
        "",
        "scores without weights, expected some weight above 0",
        PREFERENCES,
        37,
    ),
    "consent form": (
        "consent: always",
        "consent: maybe",
        f"expected {FORMS}, found 'maybe'",
        "parties.anna.consent",
        30,
    ),
    "consent nothing": (
        "consent: always",
        "consent:",
        f"expected {FORMS}, found nothing",
        "parties.anna.consent",
        30,
    ),
    "consent list": (
        "consent: always",
        "consent: [always]",
        f"expected {FORMS}, found a list",
        "parties.anna.consent",
        30,
    ),
    "order form": (
        ORDER,
        "order: dawn",
        "expected drawn or a list of parties, found 'dawn'",
        "negotiation.order",
        56,
    ),
    "order stranger": (
        ORDER,
        "order: [anna, bert, carl]",
        "unknown party 'carl', expected one of anna, bert",
        "negotiation.order",
        56,
    ),
    "order twice": (
        ORDER,
        "order: [anna, bert, anna]",
        "party 'anna' speaks twice, expected every party once",
        "negotiation.order",
        56,
    ),
    "order short": (
        ORDER,
        "order: [anna]",
        "the order leaves out bert, expected every party that consents",
        "negotiation.order",
        56,
    ),
    "order empty": (
        ORDER,
        "order: []",
        "the order leaves out anna, bert, expected every party that consents",
        "negotiation.order",
        56,
    ),
    "rounds": (
        "rounds: 40",
        "rounds: 0",
        "expected a whole number of 1 or more, found 0",
        "negotiation.rounds",
        55,
    ),
    "rounds as text": (
        "rounds: 40",
        "rounds: many",
        "expected a whole number, found 'many'",
        "negotiation.rounds",
        55,
    ),
    "worlds": ("worlds: 100", "worlds: 1e3", "expected a whole number, found 1e3", "ensemble.worlds", 57),
    "kind": (
        "kind: quoted",
        "kind: maybe",
        "found 'maybe', expected one of quoted, reported, inferred, background",
        "statements.anna-speaks.kind",
        7,
    ),
    "date": (
        "as_of: 2025-08-21",
        "as_of: today",
        "expected a date such as 2025-08-21, found 'today'",
        "as_of",
        2,
    ),
    "text": (
        "about: A fence between two gardens.",
        "about: [a, b]",
        "expected text, found a list",
        "about",
        3,
    ),
    "true or false": (
        "considerate: true",
        "considerate: 7",
        "expected true or false, found 7",
        "parties.anna.strategy.considerate",
        43,
    ),
    "map": (
        "no_deal: {value: 0.2, drift: 0}",
        "no_deal: 0.2",
        "expected a map, found 0.2",
        "parties.anna.no_deal",
        42,
    ),
    "unknown key": (
        "firmness: [",
        "firmnes: [",
        "unknown key 'firmnes', did you mean 'firmness'? "
        "expected one of name, forbid, require, unless, firmness, softens, statement",
        LINE,
        35,
    ),
    "names of the noun": ("about:", "name: x\nabout:", f"unknown key 'name', expected one of {KEYS}", "", 3),
    "rules forbid all": (
        RULE,
        "forbid: {fence: [none, hedge, wall]}",
        "the rules forbid every package, expected some to be possible",
        "rules",
        19,
    ),
    "impossible package": (
        "{fence: wall, payer: both}",
        "{fence: none, payer: both}",
        "the rules forbid every package that 'split' stands for",
        "packages.split",
        25,
    ),
}


@pytest.mark.parametrize(("old", "new", "message", "path", "line"), WRONG.values(), ids=WRONG)
def test_each_problem_is_said_once_with_its_place(folder, old, new, message, path, line):
    assert folder.broken((old, new)) == [(message, path, line)]


def test_the_valid_scenario_is_valid(folder):
    scenario = folder.load(folder.base)
    assert scenario.name == "case"
    assert list(scenario.red_lines) == ["no-wall", "not-alone"]


def test_all_problems_at_once_in_order(folder):
    changes = [
        WRONG[key][:2]
        for key in ("rounds", "kind", "probability", "unknown option", "weight", "impossible package")
    ]
    assert [line for _, _, line in folder.broken(*changes)] == [7, 25, 33, 35, 38, 55]


def test_the_form_of_a_problem(folder):
    (problem,) = folder.problems(folder.base.replace(FORBID, "forbid: {fence: [moat]}"))
    assert str(problem) == (
        "unknown option 'moat', expected one of none, hedge, wall @ parties.anna.red_lines.no-wall.forbid "
        "(case.yaml, line 33)"
    )


def test_a_party_nobody_needs(folder):
    assert folder.broken(
        (RULE, "forbid: {fence: none}"),
        (CONSENT, "consent: {when: {fence: none}}"),
        ("split: {fence: wall,", "split: {"),
    ) == [("nobody needs party 'bert': the rules forbid all it is asked for", "parties.bert.consent", 46)]


def test_a_party_needed_on_one_issue_of_two_is_needed(folder):
    text = folder.base.replace(RULE, "forbid: {fence: none}").replace(
        CONSENT, "consent: {when: {fence: none, payer: bert}}"
    )
    assert folder.load(text).parties["bert"].consent.when == {"fence": ("none",), "payer": ("bert",)}


def test_nobody_consents(folder):
    problem = (
        "nobody consents to anything, expected a party with consent always or {when: ...}",
        "parties",
        27,
    )
    assert folder.broken(("consent: always", "consent: never"), (CONSENT, "consent: never")) == [problem]


@pytest.mark.parametrize("order", ["order: [anna]", "order: [bert, anna]", "order: drawn"])
def test_parties_that_never_consent_may_be_left_out_of_the_order(folder, order):
    assert folder.load(folder.base.replace(CONSENT, "consent: never").replace(ORDER, order))


def test_an_issue_without_weight_needs_no_scores(folder):
    text = folder.base.replace("payer: 2}", "payer: 0}").replace(
        "        payer: {anna: 0, bert: 1, both: 0.5}\n", ""
    )
    assert folder.load(text)


def test_malformed_issues_do_not_drown_the_rest(folder):
    changes = (f"    options: {FENCES}", "    options: [none, wall]"), ("rounds: 40", "rounds: 0")
    assert [line for _, _, line in folder.broken(*changes)] == [14, 55]


def test_one_issue_and_no_parties(folder):
    messages = [problem.message for problem in folder.problems("scenario: x\nparties: {}\nissues: {}\n")]
    assert sorted(messages) == [
        "'issues' is empty, expected at least one entry",
        "'parties' is empty, expected at least one entry",
        "missing key 'about'",
        "missing key 'as_of'",
    ]


def test_a_grid_too_large_to_look_at_is_not_looked_at(folder):
    options = ", ".join(f"o{i}: x" for i in range(100))
    issues = "".join(f"\n  big{i}: {{question: q, options: {{{options}}}}}" for i in range(5))
    assert folder.load(folder.base.replace("issues:", f"issues:{issues}")).space.size == 9 * 100**5


def test_many_issues_of_one_option(folder):
    issues = "".join(f"\n  one{i}: {{question: q, options: {{a: x}}}}" for i in range(70))
    assert folder.load(folder.base.replace("issues:", f"issues:{issues}")).space.size == 9
