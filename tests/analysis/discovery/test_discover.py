"""Under which conditions a measure holds, in a run."""

import numpy as np
import pytest
from builders import a_scenario

import sim
from sim.analysis.discovery import discover
from sim.analysis.discovery.discover import subject, worlds_of_interest
from sim.analysis.inputs import inputs


@pytest.fixture(scope="module")
def run():
    return sim.run("2025-08-21", worlds=400, seed=3)


def test_the_sentence_is_true_of_the_stored_worlds(run):
    found = discover(run)
    search = found.searches[0]
    inside = np.ones(run.worlds, dtype=bool)
    drawn = inputs(run)
    rows = found.limits[found.limits["box"] == search.number]
    for name, low, high in rows[["input", "low", "high"]].itertuples(index=False):
        inside &= drawn[name].between(low, high).to_numpy()
    agreed = (run.table["ending"] == "AGREED").to_numpy()
    assert (rows["kept"] == "").all()  # no event among the conditions in this run
    figures = f"{agreed[inside].sum():,} of {inside.sum():,} worlds"
    assert found.sentences[0].startswith(f"Agreement in {agreed[inside].mean():.0%} of the worlds in which ")
    assert figures in found.sentences[0]
    assert "what no deal is worth to Ukraine is below" in found.sentences[0]


def test_tables_are_stamped_and_tell_what_was_chosen(run):
    found = discover(run, boxes=2)
    assert found.table.attrs["seed"] == found.limits.attrs["seed"] == 3
    assert found.table.attrs["measure"] == "agreed"
    assert list(found.table["search"].unique()) == list(range(len(found.searches)))
    chosen = found.table[found.table["chosen"]]
    assert list(chosen["box"]) == [search.number for search in found.searches]
    assert list(found.limits)[:3] == ["search", "box", "input"]
    assert len(found.sentences) == len(found.searches)


def test_any_box_can_be_told(run):
    found = discover(run)
    assert found.words(0, 0) == (
        f"Agreement in {(run.table['ending'] == 'AGREED').mean():.0%} of all worlds (coverage 1.00, "
        f"density {(run.table['ending'] == 'AGREED').mean():.2f}; "
        f"{(run.table['ending'] == 'AGREED').sum()} of 400 worlds)."
    )
    assert discover(run, choice=lambda boxes: 1).searches[0].number == 1
    for wrong in (lambda: found.words(0, 99), lambda: discover(run, choice=lambda boxes: -1)):
        with pytest.raises(sim.InputError, match="no box"):
            wrong()


def test_a_number_is_of_interest_from_its_threshold_on(run):
    interest = worlds_of_interest(run, "utility.us", 0.5)
    assert np.array_equal(interest, run.table["utility_us"].to_numpy() >= 0.5)
    assert subject(run, "round", 20.0) == "an end in round 20 or later"
    assert (
        discover(run, "utility.us", 0.5)
        .sentences[0]
        .startswith("A utility of at least 0.5 for United States in ")
    )


def test_there_is_nothing_to_discover_without_a_difference(run):
    found = discover(run, "round", 0.0)
    assert found.sentences == (
        "Nothing to discover, because there is no difference between worlds: "
        "an end in round 0 or later in all of 400.",
    )
    assert found.searches == ()
    assert found.table.empty
    assert found.limits.empty
    assert list(found.table) == list(discover(run).table)
    assert list(found.limits) == list(discover(run).limits)
    assert found.table.attrs["worlds"] == 400
    assert discover(run, "walked_out").because.endswith("somebody walks out in none of 400.")


def test_there_is_nothing_to_discover_where_nothing_is_uncertain():
    run = sim.run(a_scenario({"army": "small large"}, {"a": {}}), worlds=2, seed=1)
    assert discover(run).sentences == (
        "Nothing to discover, because no number and no event in this scenario is uncertain.",
    )


@pytest.mark.parametrize(
    ("measure", "threshold", "message"),
    [
        ("agree", None, "unknown measure 'agree'"),
        ("utility.nobody", 0.5, "unknown party"),
        ("agreed", 0.5, "a threshold of 0.5 for agreed, which holds or not: expected none"),
        ("round", None, "no threshold for round, expected a number"),
        ("round", float("nan"), "a threshold of nan for round, expected a number"),
    ],
)
def test_questions_that_make_no_sense_are_refused(measure, threshold, message, run):
    with pytest.raises(sim.InputError, match=message):
        discover(run, measure, threshold)


def test_conditions_are_those_of_the_boxes_chosen():
    found = discover(sim.run("2025-08-21", worlds=300, seed=1), boxes=2)
    table = found.conditions
    for number, search in enumerate(found.searches):
        own = table[table["search"] == number].set_index("input")
        assert list(own.index) == list(search.box.limits)
        for name, limits in search.box.limits.items():
            if own.loc[name, "categories"]:
                assert set(own.loc[name, "kept"]) < set(own.loc[name, "categories"])
            else:
                assert (
                    own.loc[name, "least"]
                    <= own.loc[name, "low"]
                    < own.loc[name, "high"]
                    <= own.loc[name, "most"]
                )
                assert limits.low in {own.loc[name, "low"], -np.inf}
            assert own.loc[name, "words"] in found.sentences[number]
    assert [box["density"] for box in table.attrs["boxes"]] == [
        search.box.density for search in found.searches
    ]
    assert (table.attrs["about"], table.attrs["because"]) == ("agreement", "")


def test_where_there_is_nothing_to_discover_there_are_no_conditions():
    table = discover(sim.run("published/prisoners-dilemma", worlds=5, seed=1)).conditions
    assert table.empty
    assert table.attrs["because"].startswith("Nothing to discover")
    assert table.attrs["boxes"] == []
