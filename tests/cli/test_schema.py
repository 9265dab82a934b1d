"""`sim schema`."""


def test_schema_is_json_schema(cli):
    told = cli("schema").told
    assert {"scenario", "parties", "issues"} <= set(told["properties"])
