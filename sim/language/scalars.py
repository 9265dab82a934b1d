"""What a plain scalar means: the core schema of YAML 1.2.2, section 10.3.2.

PyYAML follows YAML 1.1, where `no`, `on` and `12:30:45` are False, True and 45045; here they are text.
"""

from __future__ import annotations

import re

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

_LONGEST_NUMBER = 100  # digits; beyond that nobody means a number, and Python refuses to read it


def read_scalar(text: str) -> bool | int | float | str | None:
    """Read a scalar written without quotes.

    Examples
    --------
    >>> [read_scalar(text) for text in ("no", "12:30:45", "2025-08-21", "1_000", "yes")]
    ['no', '12:30:45', '2025-08-21', '1_000', 'yes']
    >>> [read_scalar(text) for text in ("~", "true", "-3", "0o17", "0x1f", "017", "1e3", ".5", "-.inf")]
    [None, True, -3, 15, 31, 17, 1000.0, 0.5, -inf]
    """
    if text in _WORDS:
        return _WORDS[text]
    return text if len(text) > _LONGEST_NUMBER else _number(text)


def _number(text: str) -> int | float | str:
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(text[2:], 16)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(text.replace(".", "", 1)) if _NOT_FINITE.fullmatch(text) else text
