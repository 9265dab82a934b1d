from itertools import pairwise

from plots.tables import MORE_PARTIES

from sim.plots.looks import ENDINGS, PARTIES, party_looks


def test_no_two_parties_share_a_marker_or_colour():
    looks = list(party_looks(MORE_PARTIES).values())
    assert len({look.marker for look in looks}) == len(looks)
    assert len({look.colour for look in looks}) == len(looks)


def test_neighbours_differ_in_hatch():
    assert all(here.hatch != there.hatch for here, there in pairwise(party_looks(MORE_PARTIES).values()))


def test_no_two_endings_share_anything():
    for aspect in ("colour", "hatch", "marker", "line"):
        assert len({getattr(look, aspect) for look in ENDINGS.values()}) == len(ENDINGS)


def test_a_party_looks_the_same_in_any_company():
    assert (
        party_looks(["china", "russia"])["russia"] == PARTIES["russia"] == party_looks(["russia"])["russia"]
    )


def test_more_parties_than_colours_still_get_a_look():
    assert len(party_looks(str(number) for number in range(20))) == 20
