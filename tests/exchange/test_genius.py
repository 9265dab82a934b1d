import numpy as np
import pytest
from domains import FRUIT, genius_domain, genius_profile, grocery, put, summed, utilities

from sim.errors import InputError
from sim.exchange import read


def problems(folder, **settings):
    with pytest.raises(InputError) as refused:
        read(folder, **settings)
    return [(one.message, one.file.rpartition("/")[2], one.line) for one in refused.value.problems]


LOST, CHANGED = "not represented", "in another form"


def texts(imported, what):
    return [note.text for note in imported.notes if note.what == what]


def ranged(folder, kind, evaluator, *, bounds=(-2, 2)):
    """Put a domain with one range of numbers into a folder."""
    low, high = bounds
    attributes = f'index="1" type="{kind}" name="price" lowerbound="{low}" upperbound="{high}"'
    space = f"<utility_space><objective><issue {attributes}>{evaluator}</issue>"
    put(folder, "d.xml", f"<negotiation_template>{space}</objective></utility_space></negotiation_template>")
    put(folder, "p.xml", f'{space}<weight index="1" value="1"/></objective></utility_space>')
    return folder


def test_evaluations_are_divided_by_the_highest_of_their_issue(tmp_path):
    found = read(grocery(tmp_path))
    assert found.form == "genius"
    assert [scale.scale for scale in found.scales] == [1, 1]
    expected = [
        summed((0.75, 0.25), ((0.25, 1), (0, 1))),  # 1 of 4 and 4 of 4, 0 of 2 and 2 of 2
        summed((0.75, 0.25), ((1, 0.5), (1, 1 / 3))),
    ]
    np.testing.assert_allclose(utilities(found.scenario), expected, rtol=0, atol=1e-12)


def test_names_are_kept_as_words(tmp_path):
    case = read(grocery(tmp_path / "Market")).scenario
    assert case.title == "Grocery"
    assert case.issues["fruit"].question == "Fruit"
    assert case.issues["fruit"].options == {"apples": "Apples", "pears": "Pears"}
    assert list(case.parties) == ["mary", "sam"]


def test_a_domain_without_a_name_is_called_like_its_folder(tmp_path):
    folder = grocery(tmp_path / "Market")
    put(folder, "domain.xml", genius_domain(FRUIT, "root"))
    assert read(folder).scenario.title == "Market"
    (folder / "domain.xml").rename(folder / "Fruits.xml")
    assert read(folder).scenario.title == "Fruits"


def test_reservation_and_discount(tmp_path):
    more = '<reservation value="0.3"/>\n<discount_factor value="0.8"/>\n'
    found = read(grocery(tmp_path, more))
    assert [party.no_deal.value.mean for party in found.scenario.parties.values()] == [0.3, 0.3]
    assert texts(found, LOST) == ["discount factor 0.8: utilities do not lose worth with time here"] * 2
    lines = (tmp_path / "sam.xml").read_text("utf-8").splitlines()
    assert {lines[note.line - 1] for note in found.notes} == {'<discount_factor value="0.8"/>'}


@pytest.mark.parametrize("factor", ["0", "0.0", "1.0", "1", "7"])
def test_discount_factors_that_genius_passes_over(tmp_path, factor):
    assert read(grocery(tmp_path, f'<discount_factor value="{factor}"/>')).notes == ()


def test_weights_that_do_not_sum_to_one_are_scaled_and_said(tmp_path):
    found = read(grocery(tmp_path, '<reservation value="0.5"/>', weights=(0.25, 0.25)))
    assert [scale.scale for scale in found.scales] == [0.5, 0.5]
    assert [party.no_deal.value.mean for party in found.scenario.parties.values()] == [1, 1]
    assert texts(found, CHANGED) == ["utilities are those of the file, divided by 0.5"] * 2
    above = read(grocery(tmp_path / "above", weights=(1, 0.5)))
    assert (
        texts(above, LOST) == ["weights sum to 1.5: Genius cuts utilities off at 1, here they are scaled"] * 2
    )


def test_whole_numbers_count_from_the_lower_end_and_are_cut_off(tmp_path):
    found = read(ranged(tmp_path, "integer", '<evaluator ftype="linear" slope="0.3" offset="0.1"/>'))
    assert list(found.scenario.issues["price"].options) == ["-2", "-1", "0", "1", "2"]
    np.testing.assert_allclose(utilities(found.scenario), [[0.1, 0.4, 0.7, 1, 1]], atol=1e-12)


def test_real_numbers_are_refused_unless_steps_are_asked_for(tmp_path):
    evaluator = '<evaluator ftype="linear" parameter0="0.5" parameter1="0.25"/>'
    folder = ranged(tmp_path, "real", evaluator)
    ((message, file, line),) = problems(folder)
    assert message.startswith("issue 'price' is any number from -2 to 2, which options cannot represent")
    assert (file, line) == ("d.xml", 1)
    found = read(folder, steps=5)
    assert texts(found, LOST) == ["issue 'price' is any number from -2 to 2; 5 are kept, evenly spread"]
    np.testing.assert_allclose(utilities(found.scenario), [[0, 0.25, 0.5, 0.75, 1]], atol=1e-12)


def test_a_triangle_has_its_top_at_its_third_parameter(tmp_path):
    evaluator = '<evaluator ftype="triangular" parameter0="-2" parameter1="2" parameter2="1"/>'
    found = read(ranged(tmp_path, "real", evaluator), steps=5)
    np.testing.assert_allclose(utilities(found.scenario), [[0, 1 / 3, 2 / 3, 1, 0]], atol=1e-12)


def test_long_ranges_of_whole_numbers(tmp_path):
    folder = ranged(tmp_path, "integer", '<evaluator slope="0.0001" offset="0"/>', bounds=(0, 10**12))
    assert "has 1,000,000,000,001 whole numbers, expected at most 1,000" in problems(folder)[0][0]
    options = read(folder, steps=3).scenario.issues["price"].options
    assert list(options) == ["0", "500000000000", "1000000000000"]


@pytest.mark.parametrize("steps", [1, 0, -3, 1_001])
def test_steps_that_make_no_sense(tmp_path, steps):
    assert problems(grocery(tmp_path), steps=steps)[0][0] == f"steps is {steps}, expected 2 to 1,000"


@pytest.mark.parametrize(
    ("kind", "inside", "tag"),
    [("nonlinear", "<utility><ufun/></utility>", "<utility>"), ("constraint", "<rules/>", "<rules>")],
)
def test_utilities_that_do_not_add_up_are_refused_at_their_line(tmp_path, kind, inside, tag):
    grocery(tmp_path)
    text = f'<utility_space type="{kind}">\n<objective>\n{inside}</objective></utility_space>'
    put(tmp_path, "sam.xml", text)
    ((message, file, line),) = problems(tmp_path)
    assert message.startswith(f"utility is no sum over issues ({tag})")
    assert (file, line) == ("sam.xml", 3)


def test_every_problem_is_told_at_once_with_its_line(tmp_path):
    grocery(tmp_path)
    wrong = {"Fruit": {"Apples": 1, "Pears": None}, "Price": {"low": 1, "high": 2}}
    text = genius_profile(wrong, (1, 1)).replace(
        '<weight index="2" value="1"/>', '<weight index="2" value="x"/>'
    )
    put(tmp_path, "mary.xml", text)
    put(tmp_path, "sam.xml", genius_profile({"Fruit": {"Apples": 1, "Pears": 2}}, (1,)))
    assert problems(tmp_path) == [
        ("issue 'Fruit' has no evaluation for 'Pears'", "mary.xml", 3),
        ("<weight> has the value 'x', expected a number", "mary.xml", 12),
        ("nothing is said of issue 'Price', expected its evaluations", "sam.xml", 1),
    ]


def test_what_else_is_not_represented(tmp_path):
    folder = grocery(tmp_path)
    domain = genius_domain(FRUIT)
    domain = domain.replace('value="Apples"', 'value="Apples" cost="2.5" description="From here"', 1)
    put(folder, "domain.xml", domain)
    profile = (folder / "sam.xml").read_text("utf-8")
    profile = profile.replace("</objective>", '<weight index="9" value="0.5"/></objective>')
    profile = profile.replace("</issue>", '<item index="3" value="Plums" evaluation="20"/></issue>', 1)
    put(folder, "sam.xml", profile)
    found = read(folder)
    assert texts(found, LOST) == [
        "1 of the options have a cost",
        "1 of the options have a description",
        "issue 'Fruit' has evaluations of what the domain does not have: 'Plums'",
        "weight 9 belongs to no issue: Genius passes over it (NegMAS adds it to every utility)",
    ]
    assert found.scales[1].scale == pytest.approx(0.75 * 10 / 20 + 0.25)  # as Genius divides by Plums


def test_objectives_inside_objectives_are_flattened(tmp_path):
    folder = grocery(tmp_path / "nested")
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        text = text.replace("<objective", '<objective name="whole"><objective', 1)
        file.write_text(text.replace("</objective>", "</objective></objective>"), encoding="utf-8")
    flat = read(grocery(tmp_path / "flat")).scenario
    assert utilities(read(folder).scenario).tolist() == utilities(flat).tolist()


def test_profiles_can_be_chosen(tmp_path):
    folder = grocery(tmp_path)
    assert list(read(folder, profiles=["sam"]).scenario.parties) == ["sam"]
    assert problems(folder, profiles=["samm"]) == [
        ("unknown profile 'samm', did you mean 'sam'? expected one of mary, sam", "domain.xml", 0)
    ]


def test_issues_are_matched_by_number(tmp_path):
    folder = grocery(tmp_path)
    file = folder / "sam.xml"
    put(folder, "sam.xml", file.read_text("utf-8").replace('name="Fruit"', 'name="Fruits"'))
    found = read(folder)
    assert texts(found, CHANGED) == [
        "issue 1 is 'Fruits' here and 'Fruit' in the domain, matched by number as Genius does"
    ]


@pytest.mark.parametrize(
    ("worth", "noted"),
    [
        (7, ["reservation value 7 is above what the best package is worth, 1: this party never agrees"]),
        (
            1.01,
            ["reservation value 1.01 is above what the best package is worth, 1: this party never agrees"],
        ),
        (1, []),
        (0.3, []),
    ],
)
def test_a_party_that_never_agrees_is_noted(tmp_path, worth, noted):
    found = read(grocery(tmp_path, f'<reservation value="{worth}"/>'))
    assert texts(found, "doubtful") == noted * 2
    assert [note.text for note in found.warnings] == noted * 2
    assert found.lost == ()


def test_what_is_above_the_best_package_is_told_in_utilities_of_the_file(tmp_path):
    found = read(grocery(tmp_path, '<reservation value="0.75"/>', weights=(0.25, 0.25)))
    assert "value 0.75 is above what the best package is worth, 0.5:" in texts(found, "doubtful")[0]


@pytest.mark.parametrize("text", ["<pareto/>", "<html><p>Read me.</p></html>"])
def test_a_file_that_is_no_profile_is_noted(tmp_path, text):
    put(grocery(tmp_path), "more.xml", text)
    found = read(tmp_path)
    (note,) = found.lost
    assert str(note) == f"a file beside the domain that is no profile, left out ({tmp_path / 'more.xml'})"
    assert len(found.scenario.parties) == 2
