"""Checks as tables and plain values."""
