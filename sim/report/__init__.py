"""Pages to hand out: each is one HTML file that needs no network, no scripts and no other file."""

from sim.report.as_html import as_html
from sim.report.as_markdown import as_markdown, files_beside
from sim.report.watched_page import watched_page
from sim.report.whole_report import report, report_steps

__all__ = [
    "as_html",
    "as_markdown",
    "files_beside",
    "report",
    "report_steps",
    "watched_page",
]
