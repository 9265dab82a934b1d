import sim
from sim.analysis.checked.compatibility_table import compatibility_table, crossed_lines
from sim.analysis.quantity_words import quantity_words
from sim.analysis.summing_up.in_the_way import obstacles
from sim.language import dump
from sim.plots.crossed_lines import crossed_lines as draw
from sim.scenario import RedLine

LINE = "parties.russia.red_lines.no-foreign-troops"
AUGUST = sim.load("2025-08-21")
NAMED = sim.load("2025-08-21", {f"{LINE}.name": "no NATO soldiers"})


def test_a_line_without_a_name_is_called_by_its_id_in_words():
    assert AUGUST.line_words("no-foreign-troops") == "no foreign troops"
    assert NAMED.line_words("no-foreign-troops") == "no NATO soldiers"
    assert NAMED.line_words("not-without-russia") == AUGUST.line_words("not-without-russia")


def test_a_name_is_written_where_there_is_one():
    """What is written is hashed: a scenario without names keeps the hash it had before there were any."""
    line = {"forbid": {"troops": ["some"]}, "statement": "speech"}
    assert "name" not in RedLine.model_validate(line).model_dump()
    assert "name" not in RedLine.model_validate(line).model_dump(mode="json", by_alias=True)
    named = RedLine.model_validate(line | {"name": "no troops"})
    assert named.model_dump(exclude_defaults=True)["name"] == "no troops"
    assert RedLine.model_validate(named.model_dump()) == named
    assert '"name": null' not in AUGUST.text
    assert NAMED.hash != AUGUST.hash
    assert "name: no NATO soldiers" in dump(NAMED)


def test_a_name_is_used_in_sentences_and_pictures():
    assert quantity_words(f"{LINE}.held", NAMED) == "Russia's red line “no NATO soldiers” is held"
    known = obstacles(NAMED).set_index("id")["label"]
    assert known["no-foreign-troops"] == "no NATO soldiers"
    stated = sim.check(NAMED)
    tables = compatibility_table(stated, "0"), crossed_lines(stated, "0")
    assert {table.attrs["line_words"]["no-foreign-troops"] for table in tables} == {"no NATO soldiers"}
    assert "“no NATO soldiers”" in draw(tables[1]).get_title(loc="left").replace("\n", " ")


def test_a_name_changes_no_outcome():
    played = [sim.run(case, worlds=20, seed=1).table for case in (AUGUST, NAMED)]
    assert played[0].equals(played[1])
