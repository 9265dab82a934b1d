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


def test_only_what_nobody_can_answer_is_called_so(cli, tmp_path):
    text = """
scenario: Steps
as_of: 2025-01-01
about: A test.
issues:
  step: {question: Step?, options: {none: No step, one: Step one, two: Step two}}
  reply: {question: Reply?, options: {no: No reply, yes: A reply}}
rules: [{forbid: {step: two, reply: yes}, because: It comes too late.}]
packages: {here: {step: none, reply: no}}
controls: {a: step, b: reply}
one_way: {step: [none, one], reply: [no, yes]}
status_quo: here
parties:
  a: {name: A, preferences: {priorities: [{reply: no}, {step: [one, two]}]}}
  b: {name: B, preferences: {priorities: [{reply: no}]}}
"""
    (tmp_path / "steps.yaml").write_text(text, encoding="utf-8")
    told = " ".join(cli("stability", "steps.yaml").out.split())
    assert 'Stable for A by GMR and SMR, not by NASH and SEQ: if "Step one", then B answers "A reply"' in told


def test_one_world_of_many_is_not_called_certain(cli):
    told = cli("stability", "2025-08-21-alone", "--worlds", 1).out
    assert "1 world, seed" in told
    assert "nothing is uncertain" not in told
    assert "joint improvements" not in told


def test_changes_are_made_first(cli):
    told = cli("stability", "2025-08-21", "--set", "controls={us: us_role}", "--worlds", "20", "--json").told
    assert told["worlds"] == 20
    assert told["story"] is None


def test_shares_and_what_nobody_moves_on_are_told(cli):
    told = " ".join(cli("stability", "2025-08-21-alone", "--worlds", 20, "--world", 3).out.split())
    assert "20 worlds, seed 20250821" in told
    assert "Nobody moves on nato_membership and russian_role" in told
    assert "as-it-is in world 3" in told
