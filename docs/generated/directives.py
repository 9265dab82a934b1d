"""Directives that put generated parts into a page: `commands` and `scenario-keys`."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from generated.writers import WRITERS


class Generated(SphinxDirective):
    """Stands for Markdown, sections and all, that is written when the page is read."""

    def run(self) -> list[nodes.Node]:
        """Write it, and read it as if it stood here."""
        self.env.note_reread()  # the code may change where the page does not
        return self.parse_text_to_nodes(WRITERS[self.name](), allow_section_headings=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    for name in WRITERS:
        app.add_directive(name, Generated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
