"""A pattern names options of some issues; a package matches if it has one of them on every named issue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator


def _as_options(written: object) -> object:
    return [written] if isinstance(written, str | int | float) else written


Options = Annotated[
    tuple[str, ...], BeforeValidator(_as_options, json_schema_input_type=str | tuple[str, ...])
]
"""Some options of one issue; a single one may be written without brackets."""

Pattern = Mapping[str, Options]
"""Issue -> options: all the named issues together."""
