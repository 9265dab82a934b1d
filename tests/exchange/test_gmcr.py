"""Conflicts of gmcr-py become scenarios that are as stable as recorded."""

import json

import pytest
from domains import put
from reference_conflicts import NAMES, loaded

import sim
from sim.errors import InputError
from sim.exchange import find, read
from sim.graph_model import CONCEPTS
from sim.scenario.ordering import ordered_utility

CHICKEN = {
    "program": "gmcr-py",
    "options": [
        {"name": "Swerve", "permittedDirection": "both"},
        {"name": "Swerve", "permittedDirection": "fwd"},
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "decisionMakers": [
        {"name": "One", "options": [0], "preferences": [[[1, "Y"]], [[0, "Y"]]]},
        {
            "name": "Other",
            "options": [1],
            "preferences": [{"compound": True, "members": [[[0, "Y"], [1, "N"]], [[1, "Y"]]]}],
        },
    ],
    "useManualPreferenceRanking": False,
}


def saved(folder, **changes):
    return put(folder, "chicken.gmcr", json.dumps({**CHICKEN, **changes}))


def recorded(case, by_hand):
    """Return a recorded conflict as gmcr-py saves it: with its rankings, or with its priorities."""

    def statement(written):
        patterns = [
            [[place, said] for place, said in enumerate(one) if said != "-"]
            for one in ([written] if isinstance(written, str) else written)
        ]
        return patterns[0] if isinstance(written, str) else {"compound": True, "members": patterns}

    return {
        "options": [{key: one[key] for key in ("name", "permittedDirection")} for one in case["options"]],
        "infeasibles": case["infeasible_patterns"],
        "decisionMakers": [
            {
                "name": name,
                "options": [one["index"] for one in case["options"] if one["owner"] == name],
                "preferences": [statement(one) for one in case["preference_statements"][name]],
                "preferenceRanking": case["preference_ranking_best_to_worst"][name],
            }
            for name in case["decision_makers"]
        ],
        "useManualPreferenceRanking": by_hand,
    }


BY_PRIORITIES = ("Prisoners", "SyriaIraq")
"""In the file of Elmira hands have tied what priorities tell apart; that of Garrison has rankings alone."""


@pytest.mark.parametrize(
    ("name", "by_hand"), [*((name, True) for name in NAMES), *((name, False) for name in BY_PRIORITIES)]
)
def test_recorded_conflicts_are_as_stable_as_recorded(reference, tmp_path, name, by_hand):
    record = loaded(reference, name)
    put(tmp_path, f"{name}.gmcr", json.dumps(recorded(record, by_hand)))
    case = read(tmp_path).scenario
    assert case.title == name
    assert case.space.possible.sum() == len(record["states"])
    answers = {"Y": "yes", "N": "no"}
    packages = [
        case.space.index(dict(zip(case.issues, map(answers.get, state["yn"]), strict=True)))
        for state in record["states"]
    ]
    found = sim.stability(case)
    told = record["independent_definition_solver"][found.sanctions]["equilibria"]
    for concept in CONCEPTS:
        ours = set(found.table.loc[found.table[concept] == 1, "package"])
        assert ours == {packages[state - 1] for state in told[concept]}


def test_options_are_issues(tmp_path):
    case = read(saved(tmp_path)).scenario
    assert list(case.issues) == ["swerve", "swerve_2"]
    assert case.issues["swerve_2"].options == {"no": "Swerve (2): no", "yes": "Swerve (2): yes"}
    assert case.controls == {"one": ("swerve",), "other": ("swerve_2",)}
    assert case.one_way == {"swerve_2": ("no", "yes")}
    assert case.space.possible.tolist() == [True, True, True, False]
    assert ordered_utility(case, "one").tolist() == [0, 1, 0.5, 0]
    assert ordered_utility(case, "other").tolist() == [0, 1, 1, 0]


def test_what_is_not_represented(tmp_path):
    movers = [{**CHICKEN["decisionMakers"][0], "misperceptions": [[[0, "Y"]]], "preferenceRanking": [2]}]
    file = saved(tmp_path, decisionMakers=movers, coalitions=[[0, 1]], useManualPreferenceRanking=True)
    found = read(file)
    assert [note.text for note in found.lost] == [
        "'One' ranks 1 of 3 states: the others come last here",
        "misperceptions of 'One': all parties see all states here",
        "coalitions: sim stability asks for those that would form",
    ]
    assert found.as_dict()["parties"] == [{"party": "one", "name": "One", "offset": None, "scale": None}]


def test_every_problem_is_told_at_once(tmp_path):
    mover = {"name": "One", "options": [2], "preferences": [[[0, "X"]], 7], "preferenceRanking": [[9], "a"]}
    options = [{"name": "Swerve", "permittedDirection": "up"}]
    with pytest.raises(InputError) as refused:
        read(saved(tmp_path, options=options, decisionMakers=[mover], infeasibles=[]))
    assert [problem.message for problem in refused.value.problems] == [
        "a condition is no list of pairs, expected pairs of an option, 0 to 0, and Y or N",
        "a condition is no list of pairs, expected pairs of an option, 0 to 0, and Y or N",
        "option 'Swerve' goes 'up', expected fwd, back or both",
        "'One' holds options that are not there, expected some of 0 to 0",
    ]
    with pytest.raises(InputError, match=r"a ranking names \[9\], expected numbers of states from 1 to 2"):
        read(
            saved(
                tmp_path,
                options=options,
                decisionMakers=[mover],
                infeasibles=[],
                useManualPreferenceRanking=True,
            )
        )


def test_conflicts_are_found_beside_domains(tmp_path):
    assert find(tmp_path / saved(tmp_path / "a").parent) == [tmp_path / "a" / "chicken.gmcr"]
