from plots.drawn import title
from plots.tables import MORE_PARTIES, PARTIES, utilities

from sim.plots.utilities_by_party import utilities_by_party

WORTH = "At the median, a deal is worth"


def test_the_title_says_who_gains():
    assert (
        title(utilities_by_party(utilities()))
        == f"{WORTH} more than no deal to 5 of 6 parties, not to Coalition of the Willing"
    )
    assert (
        title(utilities_by_party(utilities(MORE_PARTIES))) == f"{WORTH} more than no deal to 5 of 9 parties"
    )


def test_all_none_and_one_party():
    gainers = dict(list(PARTIES.items())[:3])
    assert title(utilities_by_party(utilities(gainers))) == f"{WORTH} more than no deal to all 3 parties"
    losers = utilities(gainers).assign(no_deal_median=0.9)
    losers.attrs = utilities().attrs
    assert title(utilities_by_party(losers)) == f"{WORTH} more than no deal to none of the 3 parties"
    alone = losers.head(1)
    alone.attrs = losers.attrs
    assert title(utilities_by_party(alone)) == f"{WORTH} no more than no deal to Russia"


def test_without_deals_only_the_reservation_values_are_drawn():
    axes = utilities_by_party(utilities(agreed=0))
    assert title(axes) == "No deal in any world: only what no deal is worth is known"
    assert len(axes.patches) == len(PARTIES)
    assert axes.texts[0].get_text() == "no deals\nno deal 0.36"


def test_the_only_deal_is_called_so_and_its_marks_carry_the_colours():
    table = utilities(agreed=1)
    only = table.assign(p25=table["median"], p75=table["median"])
    only.attrs = table.attrs
    axes = utilities_by_party(only)
    assert title(axes).startswith("At the median, the only deal is worth")
    assert "1 world with a deal." in axes.figure.get_supxlabel().replace("\n", " ")
    inside = {line.get_markerfacecolor() for line in axes.lines if line.get_marker() not in {"None", ""}}
    assert len(inside) == len(PARTIES)


def test_boxes_lie_between_the_quartiles():
    table = utilities()
    boxes = [patch for patch in utilities_by_party(table).patches if patch.get_height() < 0.5]
    assert [box.get_x() for box in boxes] == table["p25"].tolist()
