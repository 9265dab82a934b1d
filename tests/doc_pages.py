"""The pages of the documentation, and what stands in them."""

import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

from generated.writers import WRITERS  # noqa: E402

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts),
]


def tokens(path):
    """Parse a page; blocks that Sphinx makes into text are parsed as that text."""
    read = MarkdownIt().enable("table").parse
    found = read(path.read_text("utf-8"))
    written = [token.info.strip("{}") for token in found if token.type == "fence"]
    return found + [token for name in written if name in WRITERS for token in read(WRITERS[name]())]


def links(path):
    """Return where the links and pictures of a page lead."""
    inline = [child for token in tokens(path) for child in token.children or ()]
    found = [
        one.attrGet("href") or one.attrGet("src") for one in inline if one.type in {"link_open", "image"}
    ]
    return [target for target in found if not re.match(r"[a-z]+:", target)]


def anchors(path):
    """Return what a link may name in a page: its headings as GitHub and MyST spell them, and its labels."""
    found = tokens(path)
    headings = [found[place + 1] for place, token in enumerate(found) if token.type == "heading_open"]
    labels = re.findall(r"^\((.+)\)=$", path.read_text("utf-8"), re.MULTILINE)
    return {slug("".join(child.content for child in heading.children)) for heading in headings} | set(labels)


def slug(heading):
    """Spell a heading as part of a link."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def blocks(language, path):
    """Return the blocks of a page in some language, in order."""
    return [token.content for token in tokens(path) if token.type == "fence" and token.info == language]


def in_toctrees(page="index"):
    """Return the pages that can be reached from one through tables of contents, itself included."""
    file = DOCS / f"{page}.md"
    found = {page}
    if not file.exists():  # a notebook
        return found
    for token in tokens(file):
        if token.info.strip() == "{toctree}":
            for entry in _entries(token.content, file.parent):
                found |= in_toctrees(entry)
    return found


def _entries(text, folder):
    for line in text.splitlines():
        if line and not line.startswith(":"):
            files = sorted(folder.glob(f"{line}.md")) if "*" in line else [folder / f"{line}.md"]
            yield from (file.relative_to(DOCS).as_posix().removesuffix(".md") for file in files)
