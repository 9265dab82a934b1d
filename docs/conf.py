"""Sphinx configuration."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # for `generated`

project = "guarantee-sim"
author = "The guarantee-sim contributors"
copyright = "2026, The guarantee-sim contributors"  # noqa: A001 - Sphinx's name
release = version = version_of("guarantee-sim")

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "generated.directives",
]
exclude_patterns = ["_build"]
nitpicky = True  # a link that leads nowhere is a mistake, also in docstrings ...
nitpick_ignore_regex = [("py:class", ".*")]  # ... but for types in signatures, which need no page
suppress_warnings = ["ref.citation"]  # an entry nobody cites yet is no mistake

html_theme = "furo"
html_title = "guarantee-sim"

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120  # seconds a cell
nb_output_stderr = "remove"  # what libraries say of notebooks without widgets; errors fail the build

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_inherit_docstrings = False
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_rtype = False
