from pathlib import Path

import pytest

from sim.exchange.notes import Report
from sim.exchange.xml_tree import read_xml

BOMB = """<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
<negotiation_template>&lol2;</negotiation_template>"""
FETCH = """<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a b="&x;">&x;</a>"""


def read(data):
    report = Report()
    return read_xml(data, report.page(Path("x.xml"))), [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    ("text", "line"), [(BOMB, 1), (FETCH, 2), ("<!DOCTYPE a SYSTEM 'http://x/y'><a/>", 1)]
)
def test_what_declares_entities_is_refused(text, line):
    tree, problems = read(text.encode())
    assert tree is None
    expected = "a document type, which may declare entities, is refused; expected plain tags"
    assert problems == [f"{expected} (x.xml, line {line})"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not XML: no element found (x.xml, line 1)"),
        (b"\n\n<a>\n<b>\n</a>", "not XML: mismatched tag (x.xml, line 5)"),
        (b"<a b='1' b='2'/>", "not XML: duplicate attribute (x.xml, line 1)"),
        (b"<a>&b;</a>", "not XML: undefined entity (x.xml, line 1)"),
        (b"<a>\n\xff</a>", "not XML: not well-formed (invalid token) (x.xml, line 2)"),
        (
            b'<?xml version="1.0" encoding="klingon"?><a/>',
            "not XML: unknown encoding: klingon (x.xml, line 1)",
        ),
        (b"\n" + b"<a>" * 100, "tags are nested more than 60 deep (x.xml, line 2)"),
    ],
)
def test_what_is_no_xml_is_told_with_its_line(data, said):
    assert read(data) == (None, [said])


def test_tags_know_their_lines():
    tree, problems = read(b"\n\n<?xml version='1.0'?>\n<a>\n  <b c='d'/>\n</a>")
    assert problems == []
    assert [(tag.name, tag.line) for tag in tree.walk()] == [("a", 4), ("b", 5)]
    assert tree.inside[0].attributes == {"c": "d"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding):
    declared = encoding.removesuffix("-sig")
    tree, _ = read(f'<?xml version="1.0" encoding="{declared}"?><a b="Müller"/>'.encode(encoding))
    assert tree.get("b") == "Müller"
