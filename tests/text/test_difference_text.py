"""What two checks differ in, in sentences."""

from builders import a_scenario

from sim.compatibility import check, difference
from sim.text import difference_text

LINE = {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}}


def differing(one, other):
    packages = {"force": {"troops": "some"}}
    cases = [a_scenario({"troops": "none some"}, {"a": told}, packages=packages) for told in (one, other)]
    return difference_text(difference(*map(check, cases)))


def test_a_line_that_went_away(flowing):
    text = flowing(differing(LINE, {}))
    assert "Compatible packages: 1 -> 2" in text
    assert "no-troops: forbid: {troops: [some]}, statement: s-a -> (none)" in text
    assert "force: no: no-troops -> yes" in text
    assert "Compatible only in the second Some" in text


def test_nothing_differs(flowing):
    assert flowing(differing(LINE, LINE)).endswith("Nothing else differs.")
