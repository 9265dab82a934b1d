"""Links between pages lead somewhere, and every page can be found."""

import pytest
from doc_pages import DOCS, PAGES, ROOT, anchors, in_toctrees, links

NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name):
    page = ROOT / name
    lost = []
    for link in links(page):
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_every_page_is_in_a_table_of_contents():
    there = {
        path.relative_to(DOCS).with_suffix("").as_posix()
        for kind in ("*.md", "*.ipynb")
        for path in DOCS.rglob(kind)
        if not {"_build", ".ipynb_checkpoints"} & set(path.parts)
    }
    assert in_toctrees() == there
