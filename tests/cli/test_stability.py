"""`sim stability`, as people and programs call it."""


def test_it_shows_what_is_stable_and_why(cli):
    told = " ".join(cli("stability", "published/prisoners-dilemma").out.split())
    assert "both-confess ✓ ✓ ✓ ✓" in told
    assert 'if "The first confesses", then Second prisoner answers "The second confesses"' in told


def test_json_has_states_as_option_dictionaries(cli):
    found = cli("stability", "published/elmira", "--json").told
    assert list(found["equilibria"]) == ["nash", "gmr", "smr", "seq"]
    stays = {"modify": "no", "delay": "yes", "accept": "no", "abandon": "no", "insist": "yes"}
    assert stays in found["equilibria"]["nash"]
    assert len(found["coalitional"]) == 5
    assert stays not in found["coalitional"]
    assert [len(found["equilibria"][concept]) for concept in found["equilibria"]] == [6, 8, 8, 6]


def test_a_case_without_controls_is_refused_with_the_remedy(cli):
    told = cli("stability", "2025-08-21")
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert "controls: {party: [issues]}" in told.err


def test_changes_are_made_first(cli):
    told = cli("stability", "2025-08-21", "--set", "controls={us: us_role}", "--worlds", "20", "--json").told
    assert told["worlds"] == 20
    assert told["story"] is None


def test_shares_and_what_nobody_moves_on_are_told(cli):
    told = " ".join(cli("stability", "2025-08-21-alone", "--worlds", 20, "--world", 3).out.split())
    assert "20 worlds, seed 20250821" in told
    assert "Nobody moves on nato_membership and russian_role" in told
    assert "as-it-is in world 3" in told
