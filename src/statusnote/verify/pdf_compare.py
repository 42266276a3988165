"""How alike two notes as PDF are: in all their parts, or in what doesn't depend on the layout."""

import logging
import re
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import canonicalize, tostring

from pikepdf import Array, Dictionary, Object, Pdf, Stream
from pypdf import PdfReader, apply_configuration

from statusnote.diagnostics.messages.verification import Outcome
from statusnote.render.record import NAMESPACES
from statusnote.verify import container
from statusnote.verify.pdf_attachments import opened, xmp
from statusnote.verify.verdict import CheckResult, names_in

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it tells what it mends

MOST_COMPARED = 2**22  # parts, so that what leads back to itself comes to an end
MOST_UNPACKED = 2**24  # bytes of all streams of a short note together
MOST_PARENTS = 50  # of a page
PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})
METADATA = frozenset({"/Metadata"})  # which whatever saves the file may write anew
# What is another with the system's libraries, which decide where lines end and letters stand.
LAID_OUT = METADATA | {"/Pages", "/StructTreeRoot", "/Dest", "/Dests"}
# What holds the attachments, of which another version of ours may have others.
ATTACHED = frozenset({"/AF", "/EmbeddedFiles"})
PAGE_LAID_OUT = frozenset(
    {"/Annots", "/Contents", "/Parent", "/Rect", "/Resources", "/StructParent", "/StructParents"}
)
# Where a line ends inside a word: at the hyphen of a division, or at what has U+00AD behind it.
DIVISION = re.compile(r"-[^\S\n]*(?:\n\s*|\Z)|\u00ad\s*")
TITLE = f"{{{NAMESPACES['dc']}}}title"


def compared(theirs: bytes, ours: bytes, unlike: frozenset[str] = frozenset()) -> CheckResult:
    """How *theirs* differs from *ours*, which was made anew.

    What stands under the keys *unlike* of the catalog is not compared, where it is in both.
    Raises errors of many kinds where it cannot be read, or holds much more than ours does.
    """
    if theirs == ours:
        return CheckResult(Outcome.SAME_BYTES)
    most = max(2**20, 20 * len(ours))  # bytes in a stream, so that no bomb goes off
    with opened(theirs, most) as their_pdf, opened(ours, most) as our_pdf:
        titles = _titles(their_pdf) == _titles(our_pdf)
        described = _same_descriptions(their_pdf, our_pdf)
        if described and _same(their_pdf.Root, our_pdf.Root, METADATA):
            one = container.has_one_reading(theirs, max(MOST_UNPACKED, most))
            return CheckResult(Outcome.SAME_OBJECTS if one else Outcome.AMBIGUOUS)
        parts = [
            *([] if titles else ["Title"]),
            *_other_parts(their_pdf.Root, our_pdf.Root, unlike),
        ]
        other = _other_objects([*their_pdf.pages], [*our_pdf.pages])
    other = other or _other_texts(_texts(theirs, most), _texts(ours, most))
    if parts and not other:
        return CheckResult(Outcome.OTHER_PARTS, {"parts": names_in(parts)})
    return other or CheckResult(Outcome.SAME_TEXT)


def _same_descriptions(theirs: Pdf, ours: Pdf) -> bool:
    """Whether two files say the same of themselves: in their Info, and in their XMP."""
    described, again = (canonicalize(tostring(xmp(pdf)), strip_text=True) for pdf in (theirs, ours))
    info, info_again = (pdf.trailer.get("/Info", Dictionary()) for pdf in (theirs, ours))
    return described == again and _same(info, info_again, frozenset())


def _titles(pdf: Pdf) -> list[str]:
    """The titles that the file gives itself: in its Info, and in its XMP as Dublin Core."""
    info = pdf.trailer.get("/Info", Dictionary())
    core = xmp(pdf).iter(TITLE)
    return [
        str(info.get("/Title")),
        *(" ".join(text.split()) for title in core for text in title.itertext()),
    ]


def _same(theirs: Any, ours: Any, unlike: frozenset[str]) -> bool:
    """Whether all that two objects lead to is the same, however it is packed and numbered.

    What stands under the keys *unlike* need only be there. Raises ValueError where it has no end.
    """
    waiting, seen = [(theirs, ours)], set[object]()
    for _ in range(MOST_COMPARED):
        if not waiting:
            return True
        pair = waiting.pop()
        if all(isinstance(part, Object) and part.is_indirect for part in pair):
            numbers = tuple(part.objgen for part in pair)
            if numbers in seen:
                continue
            seen.add(numbers)
        if (inner := _inner(*pair, unlike)) is None:
            return False
        waiting += inner
    raise ValueError


def _inner(theirs: Any, ours: Any, unlike: frozenset[str]) -> list[tuple[Any, Any]] | None:
    """What is in two objects, side by side; nothing where they differ."""
    if _are(Stream, theirs, ours):
        same = theirs.read_bytes() == ours.read_bytes()
        return _entries(theirs, ours, PACKING, unlike) if same else None
    if _are(Dictionary, theirs, ours):
        return _entries(theirs, ours, frozenset(), unlike)
    if _are(Array, theirs, ours):
        return list(zip(theirs, ours, strict=True)) if len(theirs) == len(ours) else None
    return [] if _scalar(theirs) == _scalar(ours) else None


def _are(kind: type, theirs: Any, ours: Any) -> bool:
    return isinstance(theirs, kind) and isinstance(ours, kind)


def _entries(
    theirs: Any, ours: Any, unsaid: frozenset[str], unlike: frozenset[str]
) -> list[tuple[Any, Any]] | None:
    keys = {*ours.keys()} - unsaid
    if {*theirs.keys()} - unsaid != keys:
        return None
    return [(theirs.get(key), ours.get(key)) for key in keys - unlike]


def _scalar(value: Any) -> object:
    """A name, text or number, and of which kind it is."""
    return value.unparse(resolved=True) if isinstance(value, Object) else (type(value), value)


def _other_parts(theirs: Any, ours: Any, unlike: frozenset[str]) -> list[str]:
    """Which entries of the catalogs differ, by their names in a PDF, layout left out.

    What stands under the keys *unlike* is, too.
    """
    unlike |= LAID_OUT
    in_one = {*theirs.keys()} ^ {*ours.keys()}
    in_both = {*theirs.keys()} & {*ours.keys()} - unlike
    others = {key for key in in_both if not _same(theirs[key], ours[key], unlike)}
    return sorted(key[1:] for key in (in_one | others) - METADATA)


def _other_objects(theirs: list[Any], ours: list[Any]) -> CheckResult | None:
    """Where the pages differ in what doesn't depend on the layout, their text left out."""
    if len(theirs) != len(ours):
        return CheckResult(Outcome.OTHER_PAGES, {"theirs": len(theirs), "ours": len(ours)})
    for number, (page, again) in enumerate(zip(theirs, ours, strict=True), start=1):
        if not _same_page(page.obj, again.obj):
            return CheckResult(Outcome.OTHER_OBJECTS, {"page": number})
    return None


def _same_page(page: Any, again: Any) -> bool:
    return (
        _drawn(page) == _drawn(again)
        and _inherited(page) == _inherited(again)
        and _same(page, again, PAGE_LAID_OUT)
        and _has_all(page, again)
        and _has_all(again, page)
    )


def _has_all(page: Any, again: Any) -> bool:
    """Whether *page* has all annotations of *again*, of which a link has one for each line."""
    return all(
        any(_same(annotation, other, PAGE_LAID_OUT) for other in page.get("/Annots", ()))
        for annotation in again.get("/Annots", ())
    )


def _drawn(page: Any) -> tuple[set[str], int]:
    """What kinds of resources a page has, and how many pictures and drawings."""
    resources = page["/Resources"]
    return {*resources.keys()}, len(resources.get("/XObject", Dictionary()).keys())


def _inherited(page: Any) -> set[str]:
    """The keys of what a page hangs on, which can have its size. Raises ValueError for a ring."""
    keys: set[str] = set()
    for _ in range(MOST_PARENTS):
        if "/Parent" not in page:
            return keys
        page = page["/Parent"]
        keys |= {*page.keys()}
    raise ValueError


def _other_texts(theirs: list[str], ours: list[str]) -> CheckResult | None:
    for number, (text, again) in enumerate(zip(theirs, ours, strict=True), start=1):
        if text != again:
            return CheckResult(Outcome.OTHER_TEXT, {"page": number})
    return None


def _texts(content: bytes, most: int) -> list[str]:
    """The text of each page; where its lines end, and words are divided, is left out."""
    with apply_configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
    ):
        pages = PdfReader(BytesIO(content), strict=True).pages
        return [" ".join(DIVISION.sub("", page.extract_text()).split()) for page in pages]
