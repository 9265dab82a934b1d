"""What pydantic finds wrong, in words for people who write scenarios."""

from __future__ import annotations

from typing import Any

_EXPECTED = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "date_from_datetime_inexact": "a date such as 2025-08-21",
    "date_from_datetime_parsing": "a date such as 2025-08-21",
    "date_parsing": "a date such as 2025-08-21",
    "date_type": "a date such as 2025-08-21",
    "dict_type": "a map",
    "finite_number": "a number",
    "float_parsing": "a number",
    "float_type": "a number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "list_type": "a list",
    "mapping_type": "a map",
    "model_type": "a map",
    "string_type": "text",
    "tuple_type": "a list",
}
_BOUNDS = {"ge": "of {} or more", "gt": "above {}", "le": "of {} or less", "lt": "below {}"}


def sentence(error: Any, found: str) -> str:
    """Say what was expected, and what was found instead.

    Examples
    --------
    >>> sentence({"type": "greater_than_equal", "ctx": {"ge": 1}}, found="0")
    'expected a whole number of 1 or more, found 0'
    >>> sentence({"type": "literal_error", "ctx": {"expected": "'quoted' or 'reported'"}}, found="'maybe'")
    "found 'maybe', expected one of quoted, reported"
    """
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        names = context["expected"].replace("' or '", "', '").replace("'", "")
        return f"found {found}, expected one of {names}"
    if kind == "too_short":
        return f"{error['loc'][-1]!r} is empty, expected at least one entry"
    expected = _EXPECTED.get(kind) or _within(context)
    return f"expected {expected}, found {found}" if expected else f"found {found}: {error['msg']}"


def _within(context: dict[str, Any]) -> str | None:
    for key, words in _BOUNDS.items():
        if key in context:
            number = "a whole number" if isinstance(context[key], int) else "a number"
            return f"{number} {words.format(str(context[key]).removesuffix('.0'))}"
    return None
