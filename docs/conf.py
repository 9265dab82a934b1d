"""Sphinx configuration."""

from importlib.metadata import version as version_of

project = "guarantee-sim"
author = "The guarantee-sim contributors"
copyright = "2026, The guarantee-sim contributors"  # noqa: A001 - Sphinx's name
release = version = version_of("guarantee-sim")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
]
exclude_patterns = ["_build"]
suppress_warnings = ["ref.citation"]  # an entry nobody cites yet is no mistake

html_theme = "furo"
html_title = "guarantee-sim"

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_inherit_docstrings = False
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_rtype = False
