"""`sim schema`: the scenario language, for editors."""

from __future__ import annotations

from sim.cli.app import app
from sim.cli.output import show_json


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenarios, for editors that complete and check while one types."""
    from sim import api, language

    show_json(language.schema(api.VOCABULARY))
