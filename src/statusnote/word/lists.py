"""The lists of a document: each numbered one begins with 1, and looks as the document has them."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from statusnote.word import house
from statusnote.word.content import Style
from statusnote.word.elements import found, value, w
from statusnote.word.styles import Styles

OURS = {Style.BULLET: "1", Style.NUMBERED: "2"}  # the ids in the house's numbering


class Lists:
    """The lists of the document, of whose numbering *root* they are a part."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self.root = root
        self._of_style = {style: styles.list_of(style) for style in OURS}
        self._kinds: dict[Style, str] = {}
        self._numbered: dict[str, str] = {}
        self._bullets = ""

    def of(self, style: Style, name: str) -> str | None:
        """The id of the list of *style* and that *name*; None where the style says it already."""
        if style is Style.NUMBERED:
            if name not in self._numbered:
                self._numbered[name] = self._begun(style)
            return self._numbered[name]
        if style is not Style.BULLET or self._of_style[style]:
            return None
        self._bullets = self._bullets or self._begun(style)
        return self._bullets

    def _begun(self, style: Style) -> str:
        """A new list of *style*."""
        if style not in self._kinds:
            self._kinds[style] = self._kind_of_document(style) or self._kind_of_house(style)
        id_ = self._next("w:num", "w:numId")
        begins = w("lvlOverride", w("startOverride", val=1), ilvl=0)
        self.root.append(w("num", w("abstractNumId", val=self._kinds[style]), begins, numId=id_))
        return id_

    def _kind_of_document(self, style: Style) -> str | None:
        """The kind of list that the document's own *style* names, if it names one that is there."""
        wanted = self._of_style[style]
        numbers = (each for each in found(self.root, "w:num") if each.get(_NUM) == wanted)
        kind = value(next(numbers, None), "abstractNumId")
        there = {each.get(_KIND) for each in found(self.root, "w:abstractNum")}
        return kind if kind in there else None

    def _kind_of_house(self, style: Style) -> str:
        kinds = found(house.root("numbering.xml"), "w:abstractNum")
        kind = deepcopy(next(each for each in kinds if each.get(_KIND) == OURS[style]))
        id_ = self._next("w:abstractNum", "w:abstractNumId")
        kind.set(_KIND, id_)
        self.root.insert(len(list(found(self.root, "w:numPicBullet", "w:abstractNum"))), kind)
        return id_

    def _next(self, tag: str, attribute: str) -> str:
        taken = [int(each.get(qn(attribute))) for each in found(self.root, tag)]
        return str(max(taken, default=0) + 1)


_NUM, _KIND = qn("w:numId"), qn("w:abstractNumId")
