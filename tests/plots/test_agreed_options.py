import pytest
from plots.drawn import title
from plots.tables import options

from sim.plots.agreed_options import agreed_options

ALWAYS = {"Army?": {"Weak": 0, "Strong": 1}}
NEARLY = {"Troops?": {"None": 0.995, "Some": 0.005}}
OPEN = {"Russia?": {"Asked": 0.55, "Not asked": 0.45}}
WIDER = {"NATO?": {"In": 0.1, "Out": 0.7, "Open": 0.2}}
ALONE = {"Only?": {"This": 1}}
LEAST = "least settled: “Asked” (55% of deals)"


@pytest.mark.parametrize(
    ("issues", "finding"),
    [
        (ALWAYS | OPEN | WIDER, f"Every deal has “Strong”; {LEAST}"),
        (ALWAYS | NEARLY | OPEN, f"At least 99% of deals have “Strong” and “None”; {LEAST}"),
        (ALWAYS | NEARLY, "At least 99% of deals have “Strong” and “None”"),
        (OPEN, f"Deals differ on every issue; {LEAST}"),
        (OPEN | WIDER, f"Deals differ on every issue; most settled: “Out” (70% of deals), {LEAST}"),
        (ALWAYS, "Every deal is the same package: “Strong”"),
        (ALONE, "Every deal is the same package"),
        (
            {f"{at}?": {"No": 0, f"Yes {at}": 1} for at in range(4)},
            "Every deal is the same package: “Yes 0”, “Yes 1” and 2 more answers",
        ),
    ],
)  # fmt: skip
def test_the_title_says_what_is_in_every_deal_and_where_they_differ(issues, finding):
    assert title(agreed_options(options(issues))) == finding


def test_options_that_deals_settle_on_as_often_are_named_together():
    even = agreed_options(options(ALWAYS | {"Russia?": {"Asked": 0.5, "Not asked": 0.5}}))
    assert title(even).endswith("least settled: “Asked” or “Not asked” (50% of deals, each)")


def test_of_one_deal_it_speaks_as_of_one():
    assert title(agreed_options(options(ALWAYS, agreed=1))) == "The only deal: “Strong”"


def test_without_deals():
    none = agreed_options(options(agreed=0))
    assert title(none) == "No deal in any of 10,000 worlds: nothing was agreed"
    assert title(agreed_options(options(worlds=0, agreed=0))) == "No deals to show"


def test_a_row_is_cut_into_the_options_of_its_issue():
    axes = agreed_options(options(OPEN | WIDER))
    widths = [cell.get_width() for cell in axes.patches]
    assert widths[:2] == pytest.approx([1 / 2] * 2, abs=0.02)
    assert widths[2:] == pytest.approx([1 / 3] * 3, abs=0.02)
    assert [text.get_text().splitlines()[0] for text in axes.texts] == [
        "Asked",
        "Not asked",
        "In",
        "Out",
        "Open",
    ]
    assert axes.texts[0].get_text() == "Asked\n55% (54 to 56%)"
