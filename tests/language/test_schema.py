import json

from jsonschema import Draft202012Validator

from sim.language import Vocabulary, schema
from sim.scenario.noun import Noun


def test_it_is_json():
    assert json.loads(json.dumps(schema())) == schema()


def test_every_reference_leads_somewhere():
    text = json.dumps(schema())
    names = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert names <= set(schema()["$defs"])


def test_keys_are_those_of_the_text():
    assert set(schema()["$defs"]["Scenario"]["properties"]) == set(schema()["properties"]) - {"extends"}
    assert {"scenario", "as_of", "issues", "parties"} <= set(schema()["$defs"]["Scenario"]["required"])
    assert "name" not in schema()["properties"]


def test_variants_may_leave_out_every_key_and_remove_any():
    found = schema()
    assert "required" not in found
    assert found["if"] == {"required": ["extends"]}
    assert "required" not in found["$defs"]["PartyVariant"]
    assert {"type": "null"} in found["$defs"]["PartyVariant"]["properties"]["name"]["anyOf"]


def test_python_stays_out_of_descriptions():
    assert ">>>" not in json.dumps(schema())


def test_one_option_may_stand_alone():
    pattern = schema()["$defs"]["Rule"]["properties"]["forbid"]["additionalProperties"]
    assert [form["type"] for form in pattern["anyOf"]] == ["string", "array"]


def test_names_of_a_vocabulary():
    found = schema(Vocabulary({"micro": Noun}, {"single_text": Noun}))["$defs"]
    assert found["Party"]["properties"]["strategy"]["anyOf"][0]["enum"] == ["micro"]
    assert found["StrategyChoice"]["properties"]["name"]["enum"] == ["micro"]
    assert found["ProtocolChoice"]["properties"]["protocol"]["enum"] == ["single_text"]


def test_files_are_valid(folder):
    validator = Draft202012Validator(schema())
    tree = json.loads(folder.load(folder.base).text)
    assert list(validator.iter_errors(tree)) == []
    assert list(validator.iter_errors({"extends": "a", "parties": {"anna": {"no_deal": None}}})) == []
    assert list(validator.iter_errors({"scenario": "x"}))


def test_a_sweep_lists_values_whether_or_not_the_file_extends_another(folder):
    validator = Draft202012Validator(schema())
    tree = json.loads(folder.load(folder.base).text)
    for rest in (tree, {"extends": "a"}):
        assert (
            list(validator.iter_errors({**rest, "sweep": {"negotiation.rounds": [5, None, {"a": 1}]}})) == []
        )
        assert list(validator.iter_errors({**rest, "sweep": {"negotiation.rounds": 5}}))
    assert list(validator.iter_errors({"extends": "a", "sweep": None})) == []
    assert list(validator.iter_errors({**tree, "sweep": {}}))


def test_defaults_are_told_as_one_would_write_them():
    found = schema()["$defs"]
    assert found["ProtocolChoice"]["properties"]["rounds"]["default"] == 40
    assert found["RedLine"]["properties"]["firmness"]["default"] == 1
    assert found["Party"]["properties"]["strategy"]["default"] == "boulware"
    assert "default" not in found["Party"]["properties"]["preferences"]


def test_a_variant_takes_nothing_for_given():
    assert '"default"' not in json.dumps(
        {name: form for name, form in schema()["$defs"].items() if name.endswith("Variant")}
    )
