"""What people call the concepts that pick a package."""

from __future__ import annotations

NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
    "leximin": "leximin",
}
"""Concept, as tables have it -> its name in a sentence."""
