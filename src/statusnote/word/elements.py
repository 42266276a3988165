"""Elements of WordprocessingML (ECMA-376-1, 17), as they are written and found."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TWIPS = 20  # in a point; in which Word measures, unless it says otherwise


def w(tag: str, *children: Any, **attributes: object) -> Any:
    """The element of that *tag* with these *children* and *attributes*, all of Word's namespace."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def text(written: str, tag: str = "t") -> Any:
    """The element of *written* text, whose spaces at both ends are kept."""
    element = w(tag)
    element.text = written
    element.set(qn("xml:space"), "preserve")
    return element


def value(element: Any, *path: str) -> str | None:
    """The `w:val` of what lies at this *path* of tags below *element*, if it is there."""
    for tag in path:
        element = element.find(qn(f"w:{tag}")) if element is not None else None
    return None if element is None else element.get(qn("w:val"))


def found(element: Any, *tags: str) -> Iterator[Any]:
    """What has one of these *tags* anywhere below *element*; it may be removed meanwhile."""
    yield from list(element.iter(*(qn(tag) for tag in tags)))


def remove(elements: Iterable[Any]) -> None:
    """Take *elements* out of what they stand in."""
    for element in elements:
        element.getparent().remove(element)
