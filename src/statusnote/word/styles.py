"""Which style of a document is which of ours; those that it lacks are taken from the house."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from statusnote.word import house
from statusnote.word.content import Style
from statusnote.word.elements import found, remove, value

TABLE, LINK = "Notat tabel", "Hyperlink"


class Styles:
    """The styles of a document, of whose XML *root* they are a part."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self._ids = {_key(style): style.get(qn("w:styleId")) for style in found(root, "w:style")}
        self._ours = {_key(style): style for style in found(house.root("styles.xml"), "w:style")}
        self._names = {style.get(qn("w:styleId")): key for key, style in self._ours.items()}

    def paragraph(self, style: Style) -> str:
        """The id of the *style* of a paragraph."""
        return self._id("paragraph", style)

    @property
    def table(self) -> str:
        """The id of the style of tables."""
        return self._id("table", TABLE)

    @property
    def link(self) -> str:
        """The id of the style of the text of links."""
        return self._id("character", LINK)

    def list_of(self, style: Style) -> str | None:
        """The id of the list in which the paragraphs of a *style* are, if they are in one."""
        wanted = self.paragraph(style)
        styles = (each for each in found(self.root, "w:style") if each.get(_ID) == wanted)
        return value(next(styles), "pPr", "numPr", "numId")

    def _id(self, kind: str, name: str) -> str:
        key = kind, name.lower()
        if key not in self._ids:
            self._ids[key] = self._added(key)
        return str(self._ids[key])

    def _added(self, key: tuple[str, str]) -> str:
        """The id of our style of that *key*, which is added to the document."""
        style = deepcopy(self._ours[key])
        taken = {each.get(_ID) for each in found(self.root, "w:style")}
        wanted = style.get(_ID)
        id_ = next(each for each in (wanted, f"{wanted}Notat") if each not in taken)
        style.set(_ID, id_)
        remove(found(style, "w:next"))
        # A list of ours is none in the document, and its paragraphs name theirs themselves.
        remove(each for each in found(style, "w:numPr") if value(each, "numId") != "0")
        for based_on in found(style, "w:basedOn"):
            based_on.set(qn("w:val"), self._id(*self._names[based_on.get(qn("w:val"))]))
        style.attrib.pop(qn("w:default"), None)
        self.root.append(style)
        return str(id_)


_ID = qn("w:styleId")


def _key(style: Any) -> tuple[str, str]:
    """The kind of a *style*, and its name, whose case says nothing."""
    return style.get(qn("w:type"), "paragraph"), (value(style, "name") or "").lower()
