"""A headless Chromium for tests of pages: what it asks for, what axe-core says of it, how it prints.

Playwright's loop may not be on the thread that runs tests, since others of them run loops of their own. So
all of it lives on a thread of its own, and a test asks for one look at a page.
"""

import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
NARROW, WIDE = 360, 1280
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DEPENDING = ["color-contrast", "target-size", "scrollable-region-focusable", "meta-viewport"]
"""Rules of axe whose answer may depend on the width of a window, or on its colours."""


@dataclass(frozen=True)
class Look:
    """What a page does in a browser.

    Parameters
    ----------
    requests
        The addresses it asked for, but for data that is in it.
    complaints
        What the browser wrote to its console.
    violations
        What axe-core has against it, at each width and in each scheme of colours, with the elements.
    too_wide
        How many pixels it is wider than the window, by the width of the window.
    broken
        Pictures that could not be drawn.
    """

    requests: list
    complaints: list
    violations: list
    too_wide: dict
    broken: list


class Browser:
    """One browser for all tests of a session."""

    def __init__(self):
        self.thread = ThreadPoolExecutor(max_workers=1)
        self.profile = tempfile.TemporaryDirectory()
        self.axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
        self._call(self._start)

    def look(self, file):
        """Open a page, wide and narrow, light and dark."""
        return self._call(self._look, Path(file).as_uri())

    def pdf(self, file):
        """Print a page as its own style asks for."""
        return self._call(self._with, Path(file).as_uri(), lambda page: page.pdf(prefer_css_page_size=True))

    def ask(self, file, script):
        """Return what a script says of a page."""
        return self._call(self._with, Path(file).as_uri(), lambda page: page.evaluate(script))

    def close(self):
        """Leave no process behind."""
        self._call(self._stop)
        self.thread.shutdown()
        self.profile.cleanup()

    def _call(self, function, *arguments):
        return self.thread.submit(function, *arguments).result(timeout=120)

    def _start(self):
        from playwright.sync_api import sync_playwright

        self.playwright = sync_playwright().start()
        self.context = self.playwright.chromium.launch_persistent_context(
            self.profile.name, executable_path=CHROMIUM, headless=True, args=QUIET
        )

    def _stop(self):
        self.context.close()
        self.playwright.stop()

    def _with(self, address, ask):
        page = self.context.new_page()
        try:
            page.goto(address)
            return ask(page)
        finally:
            page.close()

    def _look(self, address):
        page = self.context.new_page()
        requests, complaints, violations, too_wide = [], [], [], {}
        page.on("request", lambda asked: requests.append(asked.url))
        page.on("console", lambda told: complaints.append(told.text))
        try:
            for width, scheme in ((WIDE, "light"), (NARROW, "dark")):
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                page.goto(address)
                too_wide[width] = page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                )
                if scheme == "light":
                    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
                rules = {"type": "tag", "values": TAGS} if scheme == "light" else {"values": DEPENDING}
                violations += [f"{width} {scheme}: {one}" for one in self._violations(page, rules)]
            broken = page.evaluate(
                "[...document.images].filter(one => !one.complete || !one.naturalWidth).map(one => one.alt)"
            )
        finally:
            page.close()
        asked = [url for url in requests if not url.startswith("data:")]
        return Look(asked, complaints, violations, too_wide, broken)

    def _violations(self, page, rules):
        page.evaluate(self.axe)
        found = page.evaluate("rules => axe.run({runOnly: rules})", {"type": "rule", **rules})
        return [
            f"{one['id']}: {one['help']}: {[node['html'][:150] for node in one['nodes'][:3]]}"
            for one in found["violations"]
        ]


def page_sizes(pdf):
    """Return the sizes of the pages of a PDF in millimetres, one for each page."""
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)
    corners = ([float(number) for number in box.split()] for box in boxes)
    return [(round((x1 - x0) / 72 * 25.4), round((y1 - y0) / 72 * 25.4)) for x0, y0, x1, y1 in corners]
