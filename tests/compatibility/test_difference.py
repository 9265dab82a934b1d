"""What two checks differ in."""

from builders import a_scenario

from sim.compatibility import check, difference

LINE = {"no-troops": {"forbid": {"troops": "some"}}}
PACKAGES = {"force": {"troops": "some"}}


def case(line=None, consent="always", issues=None, packages=PACKAGES):
    told = {"consent": consent, "red_lines": line or {}}
    return check(a_scenario(issues or {"troops": "none some"}, {"a": told, "b": {}}, packages=packages))


def test_a_line_that_went_away():
    found = difference(case(LINE), case())
    assert list(found.lines) == ["no-troops"]
    assert found.lines["no-troops"][1] is None
    assert found.verdicts == {"force": ("no: no-troops", "yes")}
    assert found.gained == ({"troops": "some"},)
    assert found.lost == ()


def test_a_firmness_that_changed_is_spelled_out():
    soft = {"no-troops": {"forbid": {"troops": "some"}, "firmness": 0.5}}
    before, after = difference(case(LINE), case(soft)).lines["no-troops"]
    assert "firmness" not in before
    assert after == "forbid: {troops: [some]}, firmness: 0.5, statement: s-a"


def test_a_consent_that_is_no_longer_needed():
    found = difference(case(LINE), case(LINE, consent="never"))
    assert found.consents == {"a": ("always", "never")}
    assert found.verdicts == {"force": ("no: no-troops", "yes")}


def test_with_other_issues_packages_are_not_compared():
    found = difference(case(LINE), case(LINE, issues={"troops": "none some many"}))
    assert (found.gained, found.lost) == (None, None)


def test_conflicts_that_come_and_go():
    both = {**LINE, "troops-needed": {"require": {"troops": "some"}}}
    found = difference(case(LINE), case(both))
    assert found.conflicts_gained == (("no-troops", "troops-needed"),)
    assert difference(case(both), case(LINE)).conflicts_lost == (("no-troops", "troops-needed"),)


def test_lists_that_were_cut_are_not_compared():
    issues = {f"i{n}": "a b c d" for n in range(6)}
    line = {"line": {"forbid": {"i0": "a"}}}
    found = difference(case(issues=issues, packages={}), case(line, issues=issues, packages={}))
    assert (found.gained, found.lost) == (None, None)
