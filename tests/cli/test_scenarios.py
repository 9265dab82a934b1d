"""`sim scenarios`: what comes with the program."""

from sim.language import bundled

KEYS = {
    "name", "title", "what", "asks", "changes", "rests_on", "try", "as_of", "extends", "folder", "group",
    "parties", "issues", "packages", "red_lines", "statements",
}  # fmt: skip


def test_programs_are_told_of_every_scenario(cli):
    told = cli("scenarios", "--json").told
    assert len(told) >= 24
    assert sorted(one["name"] for one in told) == list(bundled())
    assert all(set(one) == KEYS for one in told)
    by_name = {one["name"]: one for one in told}
    assert by_name["what-if/russia-shut-out"]["extends"] == "2025-08-21"
    assert by_name["2025-08-21"]["packages"] == 288


def test_people_are_told_of_every_scenario(cli):
    called = cli("scenarios")
    assert (called.code, called.err) == (0, "")
    shown = [line.split()[0] for line in called.out.splitlines() if line.startswith("  ") and line.split()]
    assert set(bundled()) <= set(shown)
