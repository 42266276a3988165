"""The note as a document of Word."""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Length

from statusnote.note import Note, as_draft, derive
from statusnote.plan import loading
from statusnote.render.forms import FORMS, Sources
from statusnote.render.templates import Templates
from statusnote.word import package, page, template
from statusnote.word.body import Writer
from statusnote.word.content import Content, Style, content
from statusnote.word.elements import found, w
from statusnote.word.lists import Lists
from statusnote.word.revisions import revised
from statusnote.word.styles import Styles

(TEMPLATE,) = FORMS["docx"].own_templates


def render(note: Note, templates: Templates, sources: Sources | None = None) -> bytes:
    """The whole *note* as a document, in the user's own one or in ours.

    What its *sources* had before and have not now, and the other way round, is in it as changes
    that can be accepted and rejected. Raises ProblemsFound where the user's own can't be used.
    """
    own = templates.path(TEMPLATE) if templates.has(TEMPLATE) else None
    document = template.opened(own)
    with template.blamed_on(own):
        _write(document, _content(note, sources), note)
        return package.packed(document, note.as_of)


def _content(note: Note, sources: Sources | None) -> Content:
    now = content(note)
    if sources is None or sources.before is None:
        return now
    before = derive(loading.read_bytes(sources.before, "").plan)
    return revised(content(as_draft(before) if note.draft else before), now)


def _write(document: Any, written: Content, note: Note) -> None:
    part, styles, width = document.part, Styles(document.styles.element), _width(document)
    page.dress(document, styles.paragraph(Style.HEADER), width, draft=note.draft)
    lists = Lists(part.numbering_part.element, styles)
    writer = Writer(part, styles, lists, width, note.as_of)
    end = next(found(document.element.body, "w:sectPr"))
    for element in writer.body(written):
        end.addprevious(element)
    if note.draft:
        _track(document.settings.element)
    package.describe(document, note)


def _width(document: Any) -> int:
    """How wide the text is, in twips."""
    section = document.sections[0]
    around = (section.left_margin, section.right_margin, section.gutter)
    return int(Length(section.page_width - sum(each or 0 for each in around)).pt * 20)


def _track(settings: Any) -> None:
    """Let Word keep each correction as one, so that it is seen by who is to write it in the data.

    The element stands before the ones that follow it in CT_Settings (ECMA-376-1, 17.15.1.78).
    """
    place = sum(each.tag in {qn(f"w:{tag}") for tag in BEFORE_TRACKING} for each in settings)
    settings.insert(place, w("trackRevisions"))


BEFORE_TRACKING = (
    *("writeProtection view zoom removePersonalInformation removeDateAndTime").split(),
    *("doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText").split(),
    *("printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts").split(),
    *("saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges").split(),
    *(
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors"
    ).split(),
    *("hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate").split(),
    *("linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge").split(),
    "revisionView",
)
