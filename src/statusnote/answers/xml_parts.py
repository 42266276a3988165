"""The elements of a part of a workbook, one after another, so that a long one takes no room."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element, XMLPullParser

DEEPEST = 50  # elements inside each other; those that are read are some ten
AT_ONCE = 2**16  # characters
# The namespaces of a spreadsheet and of its package, as Excel writes them, and as a »Strict Open
# XML Spreadsheet« has them (ECMA-376-1 and -4, annex A).
SPREADSHEETS = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


class Event(NamedTuple):
    """An element that begins, with its attributes, or that ends, with all that it holds."""

    begins: bool
    name: str
    element: Element


def events(text: str, *whole: str) -> Iterator[Event]:
    """The beginning and the end of each element of *text* that is a spreadsheet's or a package's.

    At its end, one of those that are *whole* holds what is in it; the others were forgotten. Raises
    ParseError, which is a SyntaxError, and ValueError where they stand too deep in each other.
    """
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    around: list[Element] = []
    held = 0
    for start in range(0, len(text), AT_ONCE):
        parser.feed(text[start : start + AT_ONCE])
        for kind, element in cast(Iterable[tuple[str, Element]], parser.read_events()):
            name = local(element)
            if kind == "start":
                around.append(element)
                held += name in whole
                if len(around) > DEEPEST:
                    raise ValueError(name)
                yield Event(True, name, element)
            else:
                around.pop()
                yield Event(False, name, element)
                held -= name in whole
                if around and not held:
                    around[-1].remove(element)
    parser.close()


def local(element: Element) -> str:
    """The name of an *element*, or nothing where it is of another kind of document."""
    return _local(element.tag)


@lru_cache(maxsize=500)
def _local(tag: str) -> str:
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    return name if namespace in (*SPREADSHEETS, RELATIONS) else ""


def relation(element: Element) -> str:
    """The id of the part that an *element* leads to."""
    return next((element.attrib[key] for key in IDS if key in element.attrib), "")
