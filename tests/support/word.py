"""Documents of Word as they are read: what they show, with their changes accepted or rejected."""

import re
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def tag(name: str) -> str:
    return f"{{{WORD}}}{name}"


def parts(document: bytes) -> dict[str, bytes]:
    """What each part holds, by its name."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(document: bytes) -> Any:
    """The element of the body, in which each link names where it leads."""
    held = parts(document)
    root = etree.fromstring(held["word/document.xml"])
    leads = {
        each.get("Id"): each.get("Target")
        for each in etree.fromstring(held["word/_rels/document.xml.rels"])
    }
    for link in root.iter(tag("hyperlink")):
        if id_ := link.attrib.pop(f"{{{OFFICE}}}id", None):
            link.set("href", leads[id_])
    return root[0]


def decided(root: Any, *, accept: bool) -> Any:
    """*root*, in which all changes are accepted, or else rejected, as a word processor does it.

    Where the end of a paragraph goes, the next one goes on in its place, and it is set as that. A
    paragraph of which all goes is gone, whatever follows it.
    """
    stays, goes = ("ins", "del") if accept else ("del", "ins")
    for row in list(root.iter(tag("tr"))):
        if row.find(f"{tag('trPr')}/{tag(goes)}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(tag("tbl"))):
        if table.find(tag("tr")) is None:
            table.getparent().remove(table)
    for change in list(root.iter(tag("pPrChange"))):
        properties = change.getparent()
        properties.remove(change)
        if not accept:
            end = properties.find(tag("rPr"))
            properties[:] = [*change[0], *([] if end is None else [end])]
    for paragraph in list(root.iter(tag("p"))):
        _decide(paragraph, stays, goes)
    return root


def _decide(paragraph: Any, stays: str, goes: str) -> None:
    for change in list(paragraph.iter(tag(goes))):
        if change.getparent().tag != tag("rPr"):
            change.getparent().remove(change)
    for change in list(paragraph.iter(tag(stays))):
        if change.getparent().tag != tag("rPr"):
            for run in change:
                change.addprevious(run)
            change.getparent().remove(change)
    end = paragraph.find(f"{tag('pPr')}/{tag('rPr')}")
    if end is None or end.find(tag(goes)) is None:
        return
    content = [each for each in paragraph if each.tag != tag("pPr")]
    following = paragraph.getnext()
    if following is not None and following.tag == tag("p"):
        following[1:1] = content
    else:
        assert [each for each in content if each.tag == tag("r")] == [], "what is it a part of?"
        assert following is not None, "no document and no cell ends without a paragraph"
    paragraph.getparent().remove(paragraph)


def shown(root: Any) -> list[Any]:
    """What *root* shows: each paragraph with its style, and each table row by row."""
    return [
        [[shown(cell) for cell in row.iter(tag("tc"))] for row in each.iter(tag("tr"))]
        if each.tag == tag("tbl")
        else _paragraph(each)
        for each in root
        if each.tag in (tag("p"), tag("tbl"))
    ]


def _paragraph(paragraph: Any) -> tuple[object, ...]:
    """Its style, what else sets it, and its runs, of which those of one look are one."""
    style, *other = [
        re.sub(r"\d+", "", etree.tostring(each).decode())
        if each.tag == tag("numPr")
        else etree.tostring(each).decode()
        for each in paragraph[0]
        if each.tag != tag("rPr")
    ]
    runs: list[list[str]] = []
    for run in paragraph.iter(tag("r")):
        look = "" if run[0].tag != tag("rPr") else etree.tostring(run[0]).decode()
        link = run.getparent()
        look += (
            f"{link.get('href')} {link.get(tag('anchor'))}" if link.tag == tag("hyperlink") else ""
        )
        written = "".join(map(_written, run))
        if runs and runs[-1][0] == look:
            runs[-1][1] += written
        else:
            runs.append([look, written])
    return style, tuple(other), tuple(map(tuple, runs))


def _written(element: Any) -> str:
    signs = {tag("tab"): "\t", tag("br"): "\n", tag("softHyphen"): "\xad", tag("rPr"): ""}
    return str(signs.get(element.tag, element.text))


def words(document: bytes) -> str:
    """All that the body says, without any space."""
    lines = (text for text in body(document).itertext() if text.strip())
    return re.sub(r"\s+", "", "".join(lines))
